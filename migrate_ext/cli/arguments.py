"""The options of the commands: their help, and what they come to."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import click

from migrate_ext.engine.options import Buffer, Options

if TYPE_CHECKING:
    from collections.abc import Callable

_Command = TypeVar("_Command", bound="Callable[..., Any]")
_VERSIONS = ("beta", "v1.0")


class OutputArguments(TypedDict):
    """Options of every command that writes a report."""

    format_name: str
    output: str | None
    statistics: bool
    color: str
    quiet: bool
    verbose: bool


class SearchArguments(OutputArguments):
    """Options that `check` and `fix` share."""

    select: tuple[str, ...] | None
    ignore: tuple[str, ...] | None
    exclude: tuple[str, ...]
    no_gitignore: bool
    target: str | None
    mentions: bool
    baseline: str | None
    config: str | None
    isolated: bool
    jobs: int | None
    stdin_filename: str | None


class FixArguments(SearchArguments):
    """Options of `fix`."""

    unsafe: bool | None
    diff: bool
    interactive: bool
    todo: bool


def _codes(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    return None if value is None else tuple(code.strip() for code in value.split(",") if code.strip())


def _formats() -> click.Choice[str]:
    from migrate_ext.reports import FORMATS

    return click.Choice(list(FORMATS))


def _format_help() -> str:
    from migrate_ext.reports import FORMATS

    return f"Report format: {', '.join(FORMATS)}."


class _ReportOption(click.Option):
    section = "Report"


class _FilesOption(click.Option):
    section = "Files and rules"


class _RunOption(click.Option):
    section = "Configuration and run"


class SectionedCommand(click.Command):
    """A command whose help lists its own options first, then the others by section."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a list of options for each section."""
        sections: dict[str, list[tuple[str, str]]] = {"Options": []}
        for option in self.get_params(ctx):
            if isinstance(option, click.Option) and (record := option.get_help_record(ctx)) is not None:
                sections.setdefault(getattr(option, "section", "Options"), []).append(record)
        for title, records in sections.items():
            with formatter.section(title):
                formatter.write_dl(records)


_report = partial(click.option, cls=_ReportOption)
_files = partial(click.option, cls=_FilesOption)
_run = partial(click.option, cls=_RunOption)
OUTPUT = (
    _report("--format", "format_name", type=_formats(), metavar="NAME", default="text", help=_format_help()),
    _report("--output", metavar="FILE", help="Write the report to FILE instead of stdout."),
    _report("--statistics", is_flag=True, help="Close with a count for each rule."),
    _report(
        "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours; auto: on a terminal."
    ),
    _report("-q", "--quiet", is_flag=True, help="Only what was asked for: no hints, no summary."),
    _report("-v", "--verbose", is_flag=True, help="Explain each finding, and say where the time went."),
)
SEARCH = (
    _files("--select", callback=_codes, metavar="CODES", help="Only these rules or prefixes: CEX1,CEX202."),
    _files("--ignore", callback=_codes, metavar="CODES", help="Not these rules."),
    _files("--exclude", multiple=True, metavar="GLOB", help="Leave out matching files; can be repeated."),
    _files("--no-gitignore", is_flag=True, help="Look at files that git ignores too."),
    _files("--mentions", is_flag=True, help="Show deprecated words in comments, prose and other files too."),
    _files("--baseline", metavar="FILE", help="Report only what FILE does not record."),
    _files("--stdin-filename", metavar="NAME", help="The file that `-` stands in for."),
    _run(
        "--target", type=click.Choice(_VERSIONS), help="Graph version to assume where none is visible; default: beta."
    ),
    _run("--config", metavar="FILE", help="Use this configuration file."),
    _run("--isolated", is_flag=True, help="Use no configuration file."),
    _run("--jobs", type=click.IntRange(min=1), metavar="N", help="Number of processes; default: as many as pay off."),
)


def with_options(*options: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    """Give a command several options at once."""

    def decorate(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def to_options(arguments: SearchArguments, paths: tuple[str, ...]) -> Options:
    """What the engine is to look at, and how; reads standard input where `-` stands for a file."""
    buffer = None
    if "-" in paths:
        if paths != ("-",):
            message = "`-` cannot be mixed with other paths: give it alone"
            raise click.UsageError(message)
        buffer = _buffer(arguments["stdin_filename"])
    elif arguments["stdin_filename"] is not None:
        message = "--stdin-filename names the file that `-` stands in for: give `-` as the path"
        raise click.UsageError(message)
    return Options(
        paths=() if buffer is not None else paths or (".",),
        buffer=buffer,
        select=arguments["select"],
        ignore=arguments["ignore"],
        exclude=arguments["exclude"] or None,
        gitignore=not arguments["no_gitignore"],
        target=arguments["target"],
        mentions=arguments["mentions"],
        baseline=arguments["baseline"],
        config=arguments["config"],
        isolated=arguments["isolated"],
        jobs=arguments["jobs"],
    )


def _buffer(name: str | None) -> Buffer:
    content = sys.stdin.buffer.read()
    if name is not None:
        return Buffer(name, content)
    kind = "document" if content.lstrip()[:1] in (b"{", b"[") else "python"
    return Buffer("stdin", content, kind)


def retyped(paths: tuple[str, ...], arguments: SearchArguments) -> str:
    """The paths and options that decide what is found, as one would type them again."""
    import shlex

    with_value = {
        "--target": arguments["target"],
        "--config": arguments["config"],
        "--baseline": arguments["baseline"],
        "--select": None if arguments["select"] is None else ",".join(arguments["select"]),
        "--ignore": None if arguments["ignore"] is None else ",".join(arguments["ignore"]),
    }
    words = [word for name, value in with_value.items() if value is not None for word in (name, value)]
    words += [word for glob in arguments["exclude"] for word in ("--exclude", glob)]
    words += ["--isolated"] * arguments["isolated"] + ["--no-gitignore"] * arguments["no_gitignore"]
    return shlex.join([*words, *paths])
