"""The command line: options in, engine called, report out."""

from __future__ import annotations

import io
import os
import sys
import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn, TypedDict, TypeVar, Unpack

import click

from migrate_ext import __version__
from migrate_ext.engine.options import Buffer, Options, Progress, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TextIO

    from migrate_ext.core.finding import Change
    from migrate_ext.core.report import Report
    from migrate_ext.engine.rewrite import Unit
    from migrate_ext.reports import Style

_Command = TypeVar("_Command", bound="Callable[..., Any]")
_VERSIONS = ("beta", "v1.0")
_FAILED, _INTERRUPTED = 2, 130


class _Output(TypedDict):
    """Options of every command that writes a report."""

    format_name: str
    output: str | None
    statistics: bool
    color: str
    quiet: bool
    verbose: bool


class _Arguments(_Output):
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


class _FixArguments(_Arguments):
    """Options of `fix`."""

    unsafe: bool | None
    diff: bool
    interactive: bool
    todo: bool


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command; whatever is wrong with the input ends in one line on stderr and exit code 2."""
    try:
        code = commands.main(arguments, prog_name="migrate-ext", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(_FAILED)
    except (click.ClickException, UsageError) as error:
        text = error.format_message() if isinstance(error, click.ClickException) else str(error)
        click.echo(f"migrate-ext: {' '.join(text.split())}", err=True)
        sys.exit(_FAILED)
    except click.Abort:
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads: nothing more to say
        sys.exit(_FAILED)
    sys.exit(code if isinstance(code, int) else 0)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Find and migrate deprecated custom extension shapes of Microsoft Graph access packages.

    Begin with `migrate-ext check`; the report says what to type next.
    """


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


class _SectionedCommand(click.Command):
    """A command whose help lists its own options first, then the others by section."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
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
_OUTPUT = (
    _report("--format", "format_name", type=_formats(), metavar="NAME", default="text", help=_format_help()),
    _report("--output", metavar="FILE", help="Write the report to FILE instead of stdout."),
    _report("--statistics", is_flag=True, help="Close with a count for each rule."),
    _report(
        "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours; auto: on a terminal."
    ),
    _report("-q", "--quiet", is_flag=True, help="Only what was asked for: no hints, no summary."),
    _report("-v", "--verbose", is_flag=True, help="Explain each finding, and say where the time went."),
)
_SELECTION = (
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


def _with(*options: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    def decorate(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def _options(arguments: _Arguments, paths: tuple[str, ...]) -> Options:
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


@commands.command(cls=_SectionedCommand)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--write-baseline", metavar="FILE", help="Record today's findings in FILE.")
@_with(*_SELECTION, *_OUTPUT)
@click.pass_context
def check(
    ctx: click.Context, /, paths: tuple[str, ...], write_baseline: str | None, **arguments: Unpack[_Arguments]
) -> None:
    """Find deprecated shapes and report them; writes no file.

    PATH is a file, a folder (default: this one) or `-` for standard input. Exit code 1: findings remain.
    """
    from migrate_ext.engine import runner

    options = _options(arguments, paths)
    if write_baseline is not None:
        with _progress(show=not arguments["quiet"]) as progress:
            recorded, report = runner.record(options._replace(progress=progress), write_baseline)
        if report.interrupted:
            raise click.Abort
        from migrate_ext.reports.words import plural

        click.echo(f"recorded {plural(recorded, 'finding')} in {write_baseline}", err=True)
        ctx.exit(2 if report.errors else 0)
    with _progress(show=not arguments["quiet"]) as progress:
        report = runner.check(options._replace(progress=progress))
    _emit(report, arguments, again=_again(paths, arguments))
    ctx.exit(report.exit_code)


@commands.command(cls=_SectionedCommand)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--unsafe/--no-unsafe", default=None, help="Apply the unsafe fixes too; the report says why each is unsafe."
)
@click.option("--diff", is_flag=True, help="Print a patch, as for `git apply`, and write nothing.")
@click.option("-i", "--interactive", is_flag=True, help="Show each group's patch and ask whether to apply it.")
@click.option("--todo", is_flag=True, help="Leave a comment above what is to be done by hand in Python.")
@_with(*_SELECTION, *_OUTPUT)
@click.pass_context
def fix(ctx: click.Context, /, paths: tuple[str, ...], **arguments: Unpack[_FixArguments]) -> None:
    """Apply the safe fixes, and report what was fixed and what remains.

    PATH is a file, a folder (default: this one) or `-` for standard input. Exit code 1: findings remain.
    """
    from migrate_ext.engine import runner

    diff, interactive = arguments["diff"], arguments["interactive"]
    options = _options(arguments, paths)._replace(unsafe=arguments["unsafe"], todo=arguments["todo"])
    if interactive and (diff or options.buffer is not None):
        message = "--interactive asks on standard input and writes files: leave out --diff and `-`"
        raise click.UsageError(message)
    with _progress(show=not (arguments["quiet"] or interactive)) as progress:
        choose = _Choice() if interactive else None
        run = runner.fix(options._replace(progress=progress), write=not diff, choose=choose)
    if not diff and options.buffer is None:
        _emit(run, arguments, again=_again(paths, arguments))
        ctx.exit(run.exit_code)
    if diff:
        from migrate_ext.engine.patch import patch

        printed = patch(run.changes)
    else:
        printed = next((change.new for change in run.changes), _raw(options.buffer))
    sys.stdout.buffer.write(printed)
    sys.stdout.buffer.flush()
    if arguments["output"] is not None:
        _emit(run, arguments)
    else:
        _complain(run, arguments)
    ctx.exit(run.exit_code or int(diff and bool(printed)))


class _Choice:
    """Asks about each group: `y` yes, `n` no, `a` yes to all that follow, `q` no more."""

    def __init__(self) -> None:
        self._answer = ""

    def __call__(self, unit: Unit, changes: Sequence[Change]) -> bool:
        if self._answer not in {"a", "q"}:
            from collections import Counter

            from migrate_ext.engine.patch import patch
            from migrate_ext.reports.words import counted, escape, plural

            levels = Counter(verdict.applicability.label for verdict in unit.verdicts)
            lines = patch(changes).decode("utf-8", "backslashreplace").split("\n")
            click.echo("\n".join(map(escape, lines)), err=True)
            question = f"Apply {plural(len(unit.verdicts), 'finding')} ({counted(levels)})?"
            self._answer = click.prompt(question, type=click.Choice(["y", "n", "a", "q"]), err=True)
        return self._answer in {"y", "a"}


@contextmanager
def _progress(*, show: bool) -> Iterator[Progress | None]:
    """A bar on a terminal, nothing in a pipe."""
    if not (show and sys.stderr.isatty()):
        yield None
        return
    from migrate_ext.reports.progress import Bar

    bar = Bar(sys.stderr)
    try:
        yield bar
    finally:
        bar.close()


def _raw(buffer: Buffer | None) -> bytes:
    return buffer.content if buffer is not None and isinstance(buffer.content, bytes) else b""


def _emit(report: Report, arguments: _Output, *, again: str = "", complain: bool = True) -> None:
    """Write the report to where it was asked for, and what else there is to say to stderr."""
    from migrate_ext.reports import writer

    begun = time.perf_counter()
    write = writer(arguments["format_name"])
    output = arguments["output"]
    if output is None:
        stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="", write_through=False)
        try:
            write(report, stream, _style(arguments, sys.stdout, again))
            stream.flush()
        finally:
            stream.detach()
    else:
        from migrate_ext.engine.files import write_file

        text = io.StringIO(newline="")
        write(report, text, _style(arguments, None, again))
        try:
            write_file(output, text.getvalue().encode())
        except OSError as error:
            message = f"{output}: {error.strerror}: choose another file for the report"
            raise click.ClickException(message) from error
    if complain:
        report.timings["write"] += time.perf_counter() - begun
        _complain(report, arguments)


def _complain(report: Report, arguments: _Output) -> None:
    """Errors, warnings and, where asked for, where the time went: on stderr."""
    lines = [f"{error.path}: {error.message}" if error.path else error.message for error in report.errors]
    if report.interrupted:
        lines.append("interrupted: the report holds what was found so far")
    if not arguments["quiet"]:
        lines += report.messages
    if lines:
        from migrate_ext.reports.words import escape

        click.echo("\n".join(map(escape, lines)), err=True)
    if arguments["verbose"]:
        for part, seconds in report.timings.items():
            click.echo(f"{part}: {seconds:.3f} s", err=True)


def _style(arguments: _Output, stream: TextIO | None, again: str) -> Style:
    from migrate_ext.reports import Style

    terminal = stream is not None and stream.isatty()
    wish = arguments["color"]
    if wish == "auto":
        forced = bool(os.environ.get("FORCE_COLOR")) and stream is not None
        plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        color = forced or (terminal and not plain)
    else:
        color = wish == "always"
    return Style(
        color=color,
        links=color and terminal,
        width=_width() if terminal else None,
        quiet=arguments["quiet"],
        verbose=arguments["verbose"],
        statistics=arguments["statistics"],
        arguments=again,
    )


def _width() -> int:
    import shutil

    return shutil.get_terminal_size().columns


def _again(paths: tuple[str, ...], arguments: _Arguments) -> str:
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


@commands.command()
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """List the rules, or explain one of them."""
    from migrate_ext.reports import explain

    if code is None:
        click.echo(explain.overview(), nl=False)
        return
    from migrate_ext.engine.config import nearest
    from migrate_ext.graph.catalogue import RULES

    if code.upper() not in RULES:
        message = f"no rule has the code {code!r}; {nearest(code.upper(), RULES, likeness=0.8)}"
        raise click.UsageError(message)
    click.echo(explain.page(code.upper()), nl=False)


@commands.command("report", cls=_SectionedCommand, short_help="Render saved JSON reports in another format.")
@click.argument("files", nargs=-1, metavar="FILE…")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the JSON report.")
@_with(*_OUTPUT)
def render(files: tuple[str, ...], schema: bool, **arguments: Unpack[_Output]) -> None:
    """Render saved JSON reports in another format, several merged into one.

    The exit code is 0 where they could be rendered, whatever they say.
    """
    from migrate_ext.reports import saved

    if schema:
        click.echo(saved.schema(), nl=False)
        return
    if not files:
        message = "name at least one report that `--format json` wrote"
        raise click.UsageError(message)
    try:
        report = saved.merge([(path, saved.load(path)) for path in files])
    except saved.SavedReportError as error:
        raise click.ClickException(str(error)) from error
    _emit(report, arguments, complain=False)
