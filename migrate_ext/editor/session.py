"""What one client has open, and the newest look at it.

The engine works in one thread of its own, so the server answers while it does. Nothing is answered from a look at older
texts than the client's.
"""

from __future__ import annotations

import asyncio
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import to_fs_path

from migrate_ext import __version__
from migrate_ext.editor import shown
from migrate_ext.editor.workspace import Look, Looks, Workspace
from migrate_ext.engine.discovery import relative

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping

    from migrate_ext.editor.documents import Document

_T = TypeVar("_T")
QUIET = 0.2
"""Seconds without a keystroke before the engine looks."""
_NOTEBOOKS = types.NotebookDocumentSyncOptions(
    [
        types.NotebookDocumentFilterWithNotebook(
            types.NotebookDocumentFilterNotebookType("jupyter-notebook"),
            [types.NotebookCellLanguage("python")],
        )
    ]
)


class _StoppedError(Exception):
    """Nobody waits for the look any more."""


class _Protocol(LanguageServerProtocol):
    """Leaves texts to `documents`: pygls ends lines where the protocol does not (a form feed, U+2028)."""

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Generator[Any, Any, None]:
        """Hand a change on as it came."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.NOTEBOOK_DOCUMENT_DID_CHANGE)
    def lsp_notebook_document__did_change(
        self, params: types.DidChangeNotebookDocumentParams
    ) -> Generator[Any, Any, None]:
        """Hand a change on as it came."""
        yield self.fm.features[types.NOTEBOOK_DOCUMENT_DID_CHANGE], (params,), None


class Session(LanguageServer):
    """What the client has open, and the newest look at it."""

    def __init__(self) -> None:
        super().__init__(
            "migrate-ext",
            __version__,
            types.TextDocumentSyncKind.Incremental,
            _NOTEBOOKS,
            protocol_cls=_Protocol,
        )
        self.documents: Mapping[str, Document] = {}
        """By path; each change makes a new mapping."""
        self.engine = Workspace()
        self._seen: Mapping[str, Document] = {}
        """What the newest look was at."""
        self._looks: Looks = {}
        self._outdated = False
        """Something else than the open texts has changed since."""
        self._task: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._thread = ThreadPoolExecutor(1)
        self._stopped = threading.Event()
        self._complaints: set[str] = set()
        self.watched = False
        """The client tells of changes on the disk."""

    @property
    def encoding(self) -> str:
        """What columns count."""
        return types.PositionEncodingKind(self.workspace.position_encoding).value

    def add_folders(self, uris: Iterable[str]) -> None:
        """Take in folders that the client has opened."""
        self.engine.folders |= {os.path.abspath(path) for uri in uris if (path := path_of(uri)) is not None}

    def remove_folders(self, uris: Iterable[str]) -> None:
        """Forget folders that the client has closed."""
        self.engine.folders -= {os.path.abspath(path) for uri in uris if (path := path_of(uri)) is not None}

    def put(self, document: Document) -> None:
        """Take in an opened or changed document."""
        self.documents = {**self.documents, document.path: document}
        self.soon()

    def drop(self, document: Document) -> None:
        """Forget a closed document."""
        self.documents = {path: one for path, one in self.documents.items() if path != document.path}
        for uri in document.uris:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
        self.soon()

    def document(self, uri: str) -> Document | None:
        """The open document that shows an address."""
        return next((one for one in self.documents.values() if uri in one.uris or uri == one.uri), None)

    def soon(self, *, outdated: bool = False) -> None:
        """Look again when the client has been quiet for a moment."""
        self._outdated |= outdated
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(QUIET, self._begin)

    async def current(self, path: str) -> Look:
        """What is known of a file with all texts as they are now."""
        while self._outdated or self._seen is not self.documents:
            await asyncio.shield(self._begin())
        return self._looks.get(path, Look())

    async def in_thread(self, call: Callable[[], _T]) -> _T:
        """Let the engine's thread do something."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)

    def stop(self) -> None:
        """End what the engine is at."""
        self._stopped.set()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _begin(self) -> asyncio.Task[None]:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._look())
        return self._task

    async def _look(self) -> None:
        documents, self._outdated = self.documents, False
        try:
            self._looks = await self.in_thread(partial(self.engine.look, documents, self._pause))
        except _StoppedError:
            return
        self._seen = documents
        self._publish()
        if self._timer is None and (self._outdated or self._seen is not self.documents):
            self.soon()  # the timer rang in the meantime

    def _pause(self) -> None:
        if self._stopped.is_set():
            raise _StoppedError

    def _complain(self) -> None:
        """Tell once what is wrong: with a configuration in a message, with a file in the log."""
        looks = self._looks.values()
        mistakes = {look.error for look in looks if look.error is not None}
        for message in sorted(mistakes - self._complaints):
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"migrate-ext: {message}"))
        errors = {f"{one.path}: {one.message}" for look in looks if look.run is not None for one in look.run.errors}
        for message in sorted(errors - self._complaints):
            self.window_log_message(types.LogMessageParams(types.MessageType.Warning, message))
        self._complaints = mistakes | errors

    def _publish(self) -> None:
        """Show the findings of the documents that are still as they were."""
        self._complain()
        for path, document in self._seen.items():
            if self.documents.get(path) is document:
                look = self._looks[path]
                found = shown.shown(look, document)
                for uri in document.uris:
                    rows = [
                        shown.diagnostic(one, look, self._seen, self.encoding)
                        for one in found
                        if one.location.uri == uri
                    ]
                    self.text_document_publish_diagnostics(
                        types.PublishDiagnosticsParams(uri, rows, document.version_of(uri))
                    )


def path_of(uri: str) -> str | None:
    """A file as the engine names it; None where an address is no file's."""
    if not uri.startswith("file:"):
        return None
    path = to_fs_path(uri)
    return relative(os.path.realpath(path)) if path else None
