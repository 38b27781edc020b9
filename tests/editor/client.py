"""An editor as the tests drive it: a client that speaks to the real server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_lsp import LanguageClient


class Editor:
    """Folders, open texts, what is shown, and what is asked."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client, self.folder = client, folder
        self.versions: dict[str, int] = {}
        self.encoding = ""

    async def start(
        self, *folders: str, encodings: list[str] | None = None, changes: bool = True, resolve: bool = True
    ) -> None:
        """Connect, with some folders below the test's own open."""
        roots = [types.WorkspaceFolder((self.folder / name).as_uri(), name) for name in folders or (".",)]
        support = types.ClientCodeActionResolveOptions(["edit"]) if resolve else None
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=encodings),
            text_document=types.TextDocumentClientCapabilities(
                code_action=types.CodeActionClientCapabilities(resolve_support=support)
            ),
            workspace=types.WorkspaceClientCapabilities(
                workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=changes),
                did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
            ),
            notebook_document=types.NotebookDocumentClientCapabilities(types.NotebookDocumentSyncClientCapabilities()),
        )
        parameters = types.InitializeParams(capabilities=capabilities, workspace_folders=roots)
        answer = await self.client.initialize_session(parameters)
        self.encoding = str(answer.capabilities.position_encoding)

    def uri(self, name: str) -> str:
        """The address of a file."""
        return (self.folder / name).as_uri()

    async def open(self, name: str, text: str | None = None) -> list[types.Diagnostic]:
        """Open a file, with another text than the saved one where one is given."""
        path = self.folder / name
        text = path.read_bytes().decode() if text is None else text
        self.versions[name] = 1
        item = types.TextDocumentItem(path.as_uri(), path.suffix[1:], 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.shown(name)

    async def type(
        self, name: str, text: str, at: tuple[int, int] | None = None, until: tuple[int, int] | None = None
    ) -> list[types.Diagnostic]:
        """Put a text at a position, or in the place of a range, or of everything."""
        self.versions[name] += 1
        change: types.TextDocumentContentChangeEvent
        if at is None:
            change = types.TextDocumentContentChangeWholeDocument(text)
        else:
            place = types.Range(types.Position(*at), types.Position(*(until or at)))
            change = types.TextDocumentContentChangePartial(place, text)
        identifier = types.VersionedTextDocumentIdentifier(self.versions[name], self.uri(name))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))
        return await self.shown(name)

    async def shown(self, name: str) -> list[types.Diagnostic]:
        """The findings of the text as it is now: before a request is answered, they are published."""
        await self.hover(name, (0, 0))
        return list(self.client.diagnostics.get(self.uri(name), ()))

    async def hover(self, name: str, at: tuple[int, int]) -> str:
        """What is explained at a position; empty where nothing is."""
        identifier = types.TextDocumentIdentifier(self.uri(name))
        answer = await self.client.text_document_hover_async(types.HoverParams(identifier, types.Position(*at)))
        return answer.contents.value if answer and isinstance(answer.contents, types.MarkupContent) else ""

    async def actions(self, uri: str, place: types.Range, *only: str) -> list[types.CodeAction]:
        """What is offered at a range."""
        context = types.CodeActionContext([], only=list(only) or None)
        parameters = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, context)
        found = await self.client.text_document_code_action_async(parameters)
        return [one for one in found or () if isinstance(one, types.CodeAction)]

    async def edits(self, action: types.CodeAction) -> dict[tuple[str, int | None], list[types.TextEdit]]:
        """What an action changes, by address and version."""
        done = await self.client.code_action_resolve_async(action)
        assert done.edit is not None
        made: dict[tuple[str, int | None], list[types.TextEdit]] = {}
        for change in done.edit.document_changes or ():
            assert isinstance(change, types.TextDocumentEdit)
            edits = [one for one in change.edits if isinstance(one, types.TextEdit)]
            made[change.text_document.uri, change.text_document.version] = edits
        return made

    def touched(self, name: str, kind: types.FileChangeType = types.FileChangeType.Changed) -> None:
        """Tell that a file has changed on the disk."""
        event = types.FileEvent(self.uri(name), kind)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    def write(self, name: str, text: str) -> None:
        """Write a file on the disk."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def codes(found: list[types.Diagnostic]) -> list[str | int | None]:
    """The rules of some findings."""
    return [one.code for one in found]
