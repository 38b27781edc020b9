"""The command line: whatever is wrong with the input ends in one line on stderr."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from migrate_ext.cli.commands import commands
from migrate_ext.engine.options import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

_FAILED, _INTERRUPTED = 2, 130


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command; whatever is wrong with the input ends in one line on stderr and exit code 2."""
    from migrate_ext.engine.signals import TERMINATED, terminable

    with terminable() as came:
        code = _run(arguments)
    sys.exit(TERMINATED if came else code)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        os.getcwd()
    except OSError as error:
        click.echo(f"migrate-ext: working directory: {error.strerror}: change to one that is there", err=True)
        return _FAILED
    try:
        code = commands.main(arguments, prog_name="migrate-ext", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return _FAILED
    except (click.ClickException, UsageError) as error:
        text = error.format_message() if isinstance(error, click.ClickException) else str(error)
        from migrate_ext.reports.words import escape

        click.echo(f"migrate-ext: {escape(' '.join(text.split()))}", err=True)
        return _FAILED
    except click.Abort:
        return _INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads: nothing more to say
        return _FAILED
    return code if isinstance(code, int) else 0
