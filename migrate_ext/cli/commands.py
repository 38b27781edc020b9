"""The commands: options in, engine called, report out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Unpack

import click

from migrate_ext import __version__
from migrate_ext.cli.arguments import (
    OUTPUT,
    SEARCH,
    FixArguments,
    OutputArguments,
    SearchArguments,
    SectionedCommand,
    retyped,
    to_options,
    with_options,
)
from migrate_ext.cli.output import Choice, complain, emit, progress
from migrate_ext.engine.collector import collection_paused

if TYPE_CHECKING:
    from migrate_ext.engine.options import Buffer
    from migrate_ext.fleet.run import Settings


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Find and migrate deprecated custom extension shapes of Microsoft Graph access packages.

    Begin with `migrate-ext check`; the report says what to type next.
    """


@commands.command(cls=SectionedCommand)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--write-baseline", metavar="FILE", help="Record today's findings in FILE.")
@with_options(*SEARCH, *OUTPUT)
@click.pass_context
def check(
    ctx: click.Context, /, paths: tuple[str, ...], write_baseline: str | None, **arguments: Unpack[SearchArguments]
) -> None:
    """Find deprecated shapes and report them; writes no file.

    PATH is a file, a folder (default: this one) or `-` for standard input. Exit code 1: findings remain.
    """
    ctx.exit(_check(paths, write_baseline, arguments))


@collection_paused()
def _check(paths: tuple[str, ...], write_baseline: str | None, arguments: SearchArguments) -> int:
    from migrate_ext.engine import runner

    options = to_options(arguments, paths)
    if write_baseline is not None:
        with progress(show=not arguments["quiet"]) as bar:
            recorded, report = runner.record(options._replace(progress=bar), write_baseline)
        if report.interrupted:
            raise click.Abort
        from migrate_ext.reports.words import plural

        complain(report, arguments)
        click.echo(f"recorded {plural(recorded, 'finding')} in {write_baseline}", err=True)
        return 2 if report.errors else 0
    with progress(show=not arguments["quiet"]) as bar:
        report = runner.check(options._replace(progress=bar))
    emit(report, arguments, retyped=retyped(paths, arguments))
    complain(report, arguments)
    return report.exit_code


@commands.command(cls=SectionedCommand)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--unsafe/--no-unsafe", default=None, help="Apply the unsafe fixes too; the report says why each is unsafe."
)
@click.option("--diff", is_flag=True, help="Print a patch, as for `git apply`, and write nothing.")
@click.option("-i", "--interactive", is_flag=True, help="Show each group's patch and ask whether to apply it.")
@click.option("--todo", is_flag=True, help="Leave a comment above what is to be done by hand in Python.")
@with_options(*SEARCH, *OUTPUT)
@click.pass_context
def fix(ctx: click.Context, /, paths: tuple[str, ...], **arguments: Unpack[FixArguments]) -> None:
    """Apply the safe fixes, and report what was fixed and what remains.

    PATH is a file, a folder (default: this one) or `-` for standard input. Exit code 1: findings remain.
    """
    ctx.exit(_fix(paths, arguments))


@collection_paused()
def _fix(paths: tuple[str, ...], arguments: FixArguments) -> int:
    from migrate_ext.engine import runner

    diff, interactive = arguments["diff"], arguments["interactive"]
    options = to_options(arguments, paths)._replace(unsafe=arguments["unsafe"], todo=arguments["todo"])
    if interactive and (diff or options.buffer is not None):
        message = "--interactive asks on standard input and writes files: leave out --diff and `-`"
        raise click.UsageError(message)
    with progress(show=not (arguments["quiet"] or interactive)) as bar:
        choose = Choice() if interactive else None
        run = runner.fix(options._replace(progress=bar), write=not diff, choose=choose)
    if not diff and options.buffer is None:
        emit(run, arguments, retyped=retyped(paths, arguments))
        complain(run, arguments)
        return run.exit_code
    if diff:
        from migrate_ext.engine.patch import patch

        printed = patch(run.changes)
    else:
        printed = next((change.new for change in run.changes), _raw(options.buffer))
    sys.stdout.buffer.write(printed)
    sys.stdout.buffer.flush()
    if arguments["output"] is not None:
        emit(run, arguments)
    complain(run, arguments)
    return run.exit_code or int(diff and bool(printed))


@commands.command(short_help="Check many repositories on a Dask cluster.")
@click.argument("file", metavar="FILE")
@click.option("--state", metavar="DIR", help="Keep the reports in DIR; what is unchanged is not done again.")
@click.option("--against", metavar="DIR", help="Tell what has changed since this earlier state.")
@click.option("--output", metavar="FILE", help="Write the JSON to FILE instead of stdout.")
@click.option("--scheduler", metavar="ADDRESS", help="Use this Dask cluster; default: workers on this machine.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Number of workers on this machine.")
@click.option("--retries", type=click.IntRange(min=0), default=2, metavar="N", show_default=True, help="Further tries.")
@click.option(
    "--timeout", type=click.FloatRange(min=0.1), default=600, metavar="S", show_default=True, help="Seconds for each."
)
@click.option("--memory", type=click.IntRange(min=64), default=4096, metavar="MB", show_default=True, help="For each.")
@click.option(
    "--disk", type=click.IntRange(min=1), default=2048, metavar="MB", show_default=True, help="For each clone's files."
)
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@click.option("-v", "--verbose", is_flag=True, help="A line for each repository.")
@click.pass_context
def fleet(ctx: click.Context, /, file: str, **settings: Unpack[Settings]) -> None:
    """Check the repositories that FILE lists, on a Dask cluster, and write one JSON of them all.

    A line holds what `git clone` takes, then revision=NAME and label=TEAM where wanted; FILE may be YAML too.
    """
    from migrate_ext.fleet.run import run
    from migrate_ext.reports.words import escape

    with progress(show=not (settings["quiet"] or settings["verbose"]), fleet=True) as bar:
        code = run(file, settings, lambda line: click.echo(escape(line), err=True), bar)
    ctx.exit(code)


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


@commands.command("report", cls=SectionedCommand, short_help="Render saved JSON reports in another format.")
@click.argument("files", nargs=-1, metavar="FILE…")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the JSON report.")
@with_options(*OUTPUT)
def render(files: tuple[str, ...], schema: bool, **arguments: Unpack[OutputArguments]) -> None:
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
    emit(report, arguments)


@commands.command(short_help="Serve an editor on standard input and output.")
def lsp() -> None:
    """Serve an editor over standard input and output, by the Language Server Protocol."""
    try:
        import pygls  # noqa: F401
    except ModuleNotFoundError:
        message = "the language server needs an extra: pip install 'migrate-ext[lsp]'"
        raise click.ClickException(message) from None
    from migrate_ext.editor.server import serve

    serve()


def _raw(buffer: Buffer | None) -> bytes:
    return buffer.content if buffer is not None and isinstance(buffer.content, bytes) else b""
