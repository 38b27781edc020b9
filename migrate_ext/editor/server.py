"""The protocol: what the client tells goes to the session, what it asks is answered from the newest look."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import threading
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified, JsonRpcException

from migrate_ext.editor import actions, shown
from migrate_ext.editor.documents import Cell, NotebookDocument, TextDocument
from migrate_ext.editor.session import Session, path_of
from migrate_ext.editor.workspace import Look
from migrate_ext.engine.config import OWN_FILE, SHARED_FILE
from migrate_ext.languages import KIND_OF_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrate_ext.editor.actions import Offer
    from migrate_ext.editor.documents import Document

_STACK = 16 << 20
"""Bytes of stack for the engine's thread, whatever the system's default: parsers recurse."""
_WATCHED = (OWN_FILE, SHARED_FILE, ".gitignore", *(f"*{suffix}" for suffix in KIND_OF_SUFFIX))
_WATCHING = types.Registration(
    "files",
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
    types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(f"**/{glob}") for glob in _WATCHED]),
)
_CHANGED = "the text has changed: ask again"
_ACTIONS = types.CodeActionOptions(code_action_kinds=[actions.QUICK_FIX, actions.FIX_ALL], resolve_provider=True)


def make() -> Session:
    """The session with its handlers."""
    session = Session()
    _texts(session)
    _notebooks(session)
    _surroundings(session)
    _requests(session)
    return session


def serve() -> None:
    """Serve one client on standard input and output until it leaves."""
    # they end the process at once: it writes nothing that could be torn, and a read of stdin waits for ever
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    threading.stack_size(_STACK)
    # a request that is refused is answered, and no mistake for the log on stderr
    logging.getLogger("pygls.protocol.json_rpc").addFilter(
        lambda record: not (record.exc_info and isinstance(record.exc_info[1], JsonRpcException))
    )
    session = make()
    session.start_io()
    session.stop()


def _texts(session: Session) -> None:
    @session.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        path = path_of(item.uri)
        if path is not None:
            session.put(TextDocument(item.uri, path, item.text, item.version, session.encoding))

    @session.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        document = session.document(params.text_document.uri)
        if isinstance(document, TextDocument):
            session.put(document.changed(params.text_document.version, params.content_changes))

    @session.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        document = session.document(params.text_document.uri)
        if document is not None:
            session.drop(document)

    @session.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: types.DidSaveTextDocumentParams) -> None:
        if not session.watched:
            session.engine.forget()
            session.soon(outdated=True)


def _notebooks(session: Session) -> None:
    def cell(item: types.TextDocumentItem, path: str) -> Cell:
        return Cell(TextDocument(item.uri, path, item.text, item.version, session.encoding))

    @session.feature(types.NOTEBOOK_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenNotebookDocumentParams) -> None:
        uri = params.notebook_document.uri
        path = path_of(uri)
        if path is not None:
            texts = {item.uri: cell(item, path) for item in params.cell_text_documents}
            order = [one.document for one in params.notebook_document.cells]
            session.put(NotebookDocument(uri, path, tuple(texts[one] for one in order if one in texts)))

    @session.feature(types.NOTEBOOK_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeNotebookDocumentParams) -> None:
        document, change = session.document(params.notebook_document.uri), params.change.cells
        if not isinstance(document, NotebookDocument) or change is None:
            return
        cells = {one.document.uri: one for one in document.cells}
        order = list(cells)
        if change.structure is not None:
            cells.update((item.uri, cell(item, document.path)) for item in change.structure.did_open or ())
            array = change.structure.array
            order[array.start : array.start + array.delete_count] = [one.document for one in array.cells or ()]
        for text in change.text_content or ():
            before = cells[text.document.uri].document
            cells[text.document.uri] = Cell(before.changed(text.document.version, text.changes))
        session.put(replace(document, cells=tuple(cells[uri] for uri in order if uri in cells)))

    @session.feature(types.NOTEBOOK_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseNotebookDocumentParams) -> None:
        document = session.document(params.notebook_document.uri)
        if document is not None:
            session.drop(document)


def _surroundings(session: Session) -> None:
    @session.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        folders = [folder.uri for folder in session.workspace.folders.values()]
        session.add_folders(folders or [session.workspace.root_uri or ""])
        workspace = session.client_capabilities.workspace
        files = workspace.did_change_watched_files if workspace is not None else None
        if files is not None and files.dynamic_registration:
            with contextlib.suppress(JsonRpcException):
                await session.client_register_capability_async(types.RegistrationParams([_WATCHING]))
                session.watched = True

    @session.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed(params: types.DidChangeWatchedFilesParams) -> None:
        for change in params.changes:
            path = path_of(change.uri)
            if path is not None and (path not in session.documents or change.type != types.FileChangeType.Changed):
                session.engine.forget(os.path.abspath(path))
                session.soon(outdated=True)

    @session.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        session.remove_folders([folder.uri for folder in params.event.removed])
        session.add_folders([folder.uri for folder in params.event.added])
        session.soon(outdated=True)

    @session.feature(types.SHUTDOWN)
    def shutdown(_: None) -> None:
        session.stop()


def _requests(session: Session) -> None:
    @session.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        uri, place = params.text_document.uri, types.Range(params.position, params.position)
        found = await _at(session, uri, place)
        return shown.hover(found[0]) if found else None

    @session.feature(types.TEXT_DOCUMENT_CODE_ACTION, _ACTIONS)
    async def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri, only = params.text_document.uri, params.context.only
        found = await _at(session, uri, params.range)
        document = session.document(uri)
        if document is None:
            return []
        look = await session.current(document.path)
        offered = [
            offer for offer in actions.offers(look, document.path, found) if only is None or _wanted(offer.kind, only)
        ]
        made = [_action(offer, uri, document, look, session) for offer in offered]
        if not _resolves(session.client_capabilities):
            for action in made:
                with contextlib.suppress(JsonRpcContentModified):
                    await _resolved(session, action)
            made = [action for action in made if action.edit is not None]
        return made

    @session.feature(types.CODE_ACTION_RESOLVE)
    async def resolve(action: types.CodeAction) -> types.CodeAction:
        return await _resolved(session, action)


async def _at(session: Session, uri: str, place: types.Range) -> list[shown.Shown]:
    document = session.document(uri)
    if document is None:
        return []
    look = await session.current(document.path)
    document = session.document(uri)
    return shown.at(shown.shown(look, document), uri, place) if document is not None else []


def _wanted(kind: str, only: Sequence[types.CodeActionKind | str]) -> bool:
    wishes = [wish.value if isinstance(wish, types.CodeActionKind) else wish for wish in only]
    return any(kind == wish or kind.startswith(f"{wish}.") for wish in wishes)


def _resolves(client: types.ClientCapabilities) -> bool:
    """Whether the client asks for the edits of an action when it is chosen."""
    text = client.text_document
    support = text.code_action.resolve_support if text is not None and text.code_action is not None else None
    return support is not None and "edit" in support.properties


def _action(offer: Offer, uri: str, document: Document, look: Look, session: Session) -> types.CodeAction:
    return types.CodeAction(
        title=offer.title,
        kind=offer.kind,
        diagnostics=[shown.diagnostic(one, look, session.documents, session.encoding) for one in offer.solves] or None,
        is_preferred=offer.preferred or None,
        data=[uri, document.version_of(uri), offer.what, offer.code, offer.start],
    )


async def _resolved(session: Session, action: types.CodeAction) -> types.CodeAction:
    """An action with its edits.

    Raises `JsonRpcContentModified` where they would not fit any more.
    """
    uri, version, what, code, start = cast("tuple[str, int | None, str, str, int]", action.data)
    document = session.document(uri)
    look = await session.current(document.path) if document is not None else Look()
    documents, document = session.documents, session.document(uri)
    if document is None or document.version_of(uri) != version:
        raise JsonRpcContentModified(_CHANGED)
    offer = actions.Offer(action.title, actions.QUICK_FIX, what, code, start)
    try:
        edits = await session.in_thread(partial(actions.edit, look, documents, document.path, offer, session.encoding))
    except actions.OutdatedError as error:
        session.engine.forget()
        session.soon(outdated=True)
        raise JsonRpcContentModified(str(error)) from error
    if session.documents is not documents:
        raise JsonRpcContentModified(_CHANGED)
    workspace = session.client_capabilities.workspace
    support = workspace.workspace_edit if workspace is not None else None
    if support is not None and support.document_changes:
        changes = [
            types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri, version), texts)
            for uri, version, texts in edits
        ]
        action.edit = types.WorkspaceEdit(document_changes=changes)
    else:
        action.edit = types.WorkspaceEdit({uri: texts for uri, _, texts in edits})
    return action
