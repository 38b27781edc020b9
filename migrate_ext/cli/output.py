"""What a command says: its report, what went wrong, how far it is, and what it asks."""

from __future__ import annotations

import io
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from migrate_ext.cli.arguments import OutputArguments
    from migrate_ext.core.finding import Change
    from migrate_ext.core.report import Report
    from migrate_ext.engine.options import Progress
    from migrate_ext.engine.rewrite import Unit
    from migrate_ext.reports import Style


def emit(report: Report, arguments: OutputArguments, *, retyped: str = "") -> None:
    """Write the report to where it was asked for; `retyped` are the run's paths and options for its advice."""
    from migrate_ext.reports import writer

    begun = time.perf_counter()
    write = writer(arguments["format_name"])
    output = arguments["output"]
    if output is None:
        stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="", write_through=False)
        try:
            write(report, stream, _style(arguments, sys.stdout, retyped))
            stream.flush()
        finally:
            stream.detach()
    else:
        from migrate_ext.engine.files import write_file

        text = io.StringIO(newline="")
        write(report, text, _style(arguments, None, retyped))
        try:
            write_file(output, text.getvalue().encode())
        except OSError as error:
            message = f"{output}: {error.strerror}: choose another file for the report"
            raise click.ClickException(message) from error
    report.timings["write"] = report.timings.get("write", 0.0) + time.perf_counter() - begun


def complain(report: Report, arguments: OutputArguments) -> None:
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


def _style(arguments: OutputArguments, stream: TextIO | None, retyped: str) -> Style:
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
        arguments=retyped,
    )


def _width() -> int:
    import shutil

    return shutil.get_terminal_size().columns


@contextmanager
def progress(*, show: bool, fleet: bool = False) -> Iterator[Progress | None]:
    """A bar on a terminal, nothing in a pipe."""
    if not (show and sys.stderr.isatty()):
        yield None
        return
    from migrate_ext.reports.progress import Bar

    bar = Bar(sys.stderr, fleet=fleet)
    try:
        yield bar
    finally:
        bar.close()


class Choice:
    """Asks about each group: `y` yes, `n` no, `a` yes to all that follow, `q` no more."""

    def __init__(self) -> None:
        self._answer = ""

    def __call__(self, unit: Unit, changes: Sequence[Change]) -> bool:
        """Whether to apply a group that alone makes these changes."""
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
