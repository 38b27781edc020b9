"""The language server as a client sees it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

pytest_lsp = pytest.importorskip("pytest_lsp", reason="the extra `test` brings it")

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient, make_test_lsp_client

from tests.editor.client import Editor, codes

COMMAND = [sys.executable, "-m", "migrate_ext", "lsp"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
pytestmark = pytest.mark.asyncio

READS = 'def runs(request):\n    return request["customExtensionHandlerInstances"]\n'
RANGE = types.Range(types.Position(1, 20), types.Position(1, 51))
HELPER = """\
def load():
    url = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/accessPackageAssignmentRequests"
    return client.get(url + "?$expand=customExtensionHandlerInstances").json()
"""
READER = 'from helper import load\n\nfor one in load()["value"]:\n    print(one["customExtensionHandlerInstances"])\n'


def connected() -> LanguageClient:
    """A client that knows of registrations; every file is watched already: the tests tell what changes."""
    client = make_test_lsp_client()
    client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda _: None)
    return client


async def ended(lsp_client: LanguageClient) -> Any:
    """A client whose server ends well, whatever was done."""
    yield
    await lsp_client.shutdown_session()


client = pytest_lsp.fixture(
    config=ClientServerConfig(server_command=COMMAND, server_env=ENVIRONMENT, client_factory=connected)
)(ended)


@pytest.fixture
def editor(client: LanguageClient, tmp_path: Path) -> Editor:
    """An editor that has not connected yet."""
    (tmp_path / ".git").mkdir()
    return Editor(client, tmp_path)


async def test_a_finding_is_shown_with_its_tag_link_and_explanation(editor: Editor) -> None:
    await editor.start()
    (one,) = await editor.open("app.py", READS)
    assert (one.code, one.range, one.severity) == ("CEX102", RANGE, types.DiagnosticSeverity.Error)
    assert one.message == "customExtensionHandlerInstances was retired; use customExtensionCalloutInstances"
    assert one.tags == (types.DiagnosticTag.Deprecated,)
    assert one.code_description is not None
    assert one.code_description.href.startswith("https://learn.microsoft.com/")
    text = await editor.hover("app.py", (1, 30))
    assert text.startswith("**CEX102 deprecated-instances-collection**")
    assert "**By hand:**" in text
    assert await editor.hover("app.py", (0, 0)) == ""


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 22), ("utf-16", 20), ("utf-32", 19)])
async def test_columns_count_what_was_agreed_on(editor: Editor, encoding: str, column: int) -> None:
    await editor.start(encodings=[encoding])
    assert editor.encoding == encoding
    await editor.open("app.py", "x = 1\n")
    (one,) = await editor.type("app.py", 'y = {"😀"}; request["customExtensionHandlerInstances"]\n', (0, 0), (1, 0))
    assert one.range.start == types.Position(0, column + 1)
    await editor.type("app.py", "é", (0, column + 1))
    assert await editor.shown("app.py") == []


async def test_findings_come_by_themselves_when_typing_pauses(editor: Editor) -> None:
    await editor.start()
    item = types.TextDocumentItem(editor.uri("app.py"), "python", 7, READS)
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    parameters = await editor.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert (parameters.version, codes(parameters.diagnostics)) == (7, ["CEX102"])


async def test_a_half_typed_file_keeps_its_other_findings_and_offers_no_fix(editor: Editor) -> None:
    await editor.start()
    text = READS + 'x = 1\nprint(request["customExtensionHandlerInstances"])\n'
    assert len(await editor.open("app.py", text)) == 2
    before, after = await editor.type("app.py", "\n(((", (2, 5))
    assert (before.range.start.line, after.range.start.line) == (1, 4)
    assert await editor.actions(editor.uri("app.py"), after.range) == []
    (left,) = await editor.type("app.py", "'", (1, 25))  # inside the first
    assert left.range.start.line == 4
    whole = await editor.type("app.py", text)
    assert len(whole) == 2
    assert await editor.actions(editor.uri("app.py"), whole[0].range)


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("a.json", '{"customExtensionHandlerInstances": [{"customExtensionId": "e1"}]}\n', "json"),
        ("a.yaml", "- customExtensionHandlerInstances:\n  - customExtensionId: e1\n", "yaml"),
    ],
)
async def test_documents_are_read_too(editor: Editor, name: str, text: str, language: str) -> None:
    await editor.start()
    found = await editor.open(name, text)
    assert "CEX102" in codes(found), language
    for broken in ('{"', "]:: - ["):
        await editor.type(name, broken)
    assert codes(await editor.type(name, text)) == codes(found)


class TestGroups:
    """`reader.py` is open and not saved, `helper.py` is closed; what they use changes together."""

    async def test_a_fix_changes_all_its_files(self, editor: Editor) -> None:
        editor.write("helper.py", HELPER)
        editor.write("reader.py", "")
        await editor.start()
        (one,) = await editor.open("reader.py", READER)
        offered = await editor.actions(editor.uri("reader.py"), one.range)
        extent = "(2 places, 1 other file too)"
        assert [action.title for action in offered] == [
            f"Replace customExtensionHandlerInstances by customExtensionCalloutInstances {extent}",
            f"Fix all CEX102 in this file {extent}",
            f"Fix all that is safe in this file {extent}",
            "Ignore CEX102 here",
        ]
        assert {action.kind for action in offered} == {"quickfix"}
        made = await editor.edits(offered[0])
        assert made.keys() == {(editor.uri("helper.py"), None), (editor.uri("reader.py"), 1)}
        assert [edit.new_text for edits in made.values() for edit in edits] == ["customExtensionCalloutInstances"] * 2
        assert [await editor.edits(action) for action in offered[1:3]] == [made, made]

    async def test_what_weakens_a_finding_is_shown_where_it_is(self, editor: Editor) -> None:
        reader = READER.replace("print(", "print([run['stage'] for run in ").replace('"])', '"]])')
        editor.write("helper.py", HELPER)
        editor.write("reader.py", "")
        await editor.start()
        await editor.open("reader.py", "\n" + reader)
        (one,) = await editor.open("helper.py")
        (place,) = one.related_information or ()
        assert place.message.startswith("weakens this finding: ")
        assert place.location.uri == editor.uri("reader.py")
        assert place.location.range == types.Range(types.Position(4, 16), types.Position(4, 21))
        titles = [action.title for action in await editor.actions(editor.uri("helper.py"), one.range)]
        extent = "(2 places, 1 other file too); unsafe, see the explanation"
        assert titles == [
            f"Replace customExtensionHandlerInstances by customExtensionCalloutInstances {extent}",
            "Ignore CEX102 here",
        ]
        assert "It changes together with stage (CEX103)" in await editor.hover("helper.py", (2, 45))

    async def test_a_save_leaves_them_alone(self, editor: Editor) -> None:
        editor.write("helper.py", HELPER)
        await editor.start()
        (one,) = await editor.open("reader.py", READER)
        assert await editor.actions(editor.uri("reader.py"), one.range, "source.fixAll") == []

    async def test_nothing_is_offered_while_the_other_file_is_half_typed(self, editor: Editor) -> None:
        editor.write("helper.py", HELPER)
        await editor.start()
        (one,) = await editor.open("reader.py", READER)
        await editor.open("helper.py")
        await editor.type("helper.py", "(", (0, 0))
        titles = [action.title for action in await editor.actions(editor.uri("reader.py"), one.range)]
        assert titles == ["Ignore CEX102 here"]

    async def test_a_file_that_has_changed_meanwhile_is_not_edited(self, editor: Editor) -> None:
        editor.write("helper.py", HELPER)
        await editor.start()
        (one,) = await editor.open("reader.py", READER)
        offered = await editor.actions(editor.uri("reader.py"), one.range)
        editor.write("helper.py", "#\n" + HELPER)
        with pytest.raises(JsonRpcException, match=r"helper\.py changed since it was read") as refusal:
            await editor.edits(offered[0])
        assert refusal.value.code == types.LSPErrorCodes.ContentModified
        offered = await editor.actions(editor.uri("reader.py"), one.range)
        made = await editor.edits(offered[0])
        assert made[editor.uri("helper.py"), None][0].range.start.line == 3

    async def test_an_action_for_an_older_text_is_refused(self, editor: Editor) -> None:
        editor.write("helper.py", HELPER)
        await editor.start()
        (one,) = await editor.open("reader.py", READER)
        offered = await editor.actions(editor.uri("reader.py"), one.range)
        await editor.type("reader.py", "\n", (0, 0))
        with pytest.raises(JsonRpcException, match="the text has changed"):
            await editor.edits(offered[0])


async def test_an_action_on_save_fixes_the_file(editor: Editor) -> None:
    await editor.start(changes=False, resolve=False)
    await editor.open("app.py", READS)
    (action,) = await editor.actions(editor.uri("app.py"), types.Range(*[types.Position(0, 0)] * 2), "source.fixAll")
    assert action.kind == "source.fixAll.migrateExt"
    assert action.edit is not None  # at once, for this client never asks for it
    assert action.edit.changes == {
        editor.uri("app.py"): (types.TextEdit(RANGE, "customExtensionCalloutInstances"),),
    }


async def test_a_finding_is_ignored_by_a_comment(editor: Editor) -> None:
    await editor.start()
    (one,) = await editor.open("app.py", READS)
    offered = await editor.actions(editor.uri("app.py"), one.range)
    ignore = next(action for action in offered if action.title == "Ignore CEX102 here")
    ((edit,),) = (await editor.edits(ignore)).values()
    assert await editor.type("app.py", edit.new_text, (1, edit.range.start.character)) == []


async def test_a_new_configuration_counts_at_once(editor: Editor) -> None:
    await editor.start()
    assert len(await editor.open("app.py", READS)) == 1
    editor.write("migrate-ext.toml", 'ignore = ["CEX102"]\n')
    editor.touched("migrate-ext.toml", types.FileChangeType.Created)
    assert await editor.shown("app.py") == []
    editor.write("migrate-ext.toml", 'ingore = ["CEX102"]\n')
    editor.touched("migrate-ext.toml")
    assert await editor.shown("app.py") == []
    assert "did you mean 'ignore'?" in editor.client.messages[-1].message
    (editor.folder / "migrate-ext.toml").unlink()
    editor.touched("migrate-ext.toml", types.FileChangeType.Deleted)
    assert len(await editor.shown("app.py")) == 1


async def test_each_folder_has_its_own_configuration(editor: Editor) -> None:
    editor.write("one/migrate-ext.toml", 'ignore = ["CEX102"]\n')
    editor.write("two/migrate-ext.toml", "")
    await editor.start("one", "two")
    assert await editor.open("one/app.py", READS) == []
    assert len(await editor.open("two/app.py", READS)) == 1


async def test_other_files_on_the_disk_count_when_they_change(editor: Editor) -> None:
    await editor.start()
    editor.write("helper.py", "def load():\n    return {}\n")
    assert codes(await editor.open("reader.py", READER.replace("HandlerInstances", "Handlers"))) == []
    editor.write("helper.py", HELPER.replace("HandlerInstances", "Handlers"))
    editor.touched("helper.py")
    await editor.shown("reader.py")
    editor.write("helper.py", HELPER)
    editor.touched("helper.py")
    assert codes(await editor.type("reader.py", READER)) == ["CEX102"]


async def test_deep_nesting_does_not_end_the_server(editor: Editor) -> None:
    """The engine's thread has a stack of its own, and the system's default may be small."""
    await editor.start()
    assert codes(await editor.open("app.py", f"{READS}x = {'not ' * 890}y\n")) == ["CEX102"]


async def test_a_closed_file_shows_nothing(editor: Editor) -> None:
    await editor.start()
    await editor.open("app.py", READS)
    identifier = types.TextDocumentIdentifier(editor.uri("app.py"))
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))
    assert await editor.shown("app.py") == []


async def test_a_cancelled_request_is_answered_so_and_the_next_one_properly(editor: Editor) -> None:
    await editor.start()
    await editor.open("app.py", READS)
    change = types.TextDocumentContentChangeWholeDocument("\n" + READS * 500)  # long enough to be interrupted
    identifier = types.VersionedTextDocumentIdentifier(2, editor.uri("app.py"))
    editor.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))
    request = types.HoverParams(types.TextDocumentIdentifier(editor.uri("app.py")), types.Position(2, 30))
    answer = asyncio.wrap_future(editor.client.protocol.send_request(types.TEXT_DOCUMENT_HOVER, request, msg_id="slow"))
    editor.client.cancel_request(types.CancelParams("slow"))
    with pytest.raises(JsonRpcException, match="cancel"):
        await answer
    assert "CEX102" in await editor.hover("app.py", (2, 30))


class TestNotebooks:
    CELLS = ('name = "customExtension" "😀\\n"\n', '%time\nrequest["customExtensionHandlerInstances"]')

    async def open(self, editor: Editor) -> list[str]:
        uris = [f"vscode-notebook-cell:{number}" for number in range(len(self.CELLS))]
        cells = [types.NotebookCell(types.NotebookCellKind.Code, uri) for uri in uris]
        notebook = types.NotebookDocument(editor.uri("a.ipynb"), "jupyter-notebook", 1, cells)
        texts = [types.TextDocumentItem(uri, "python", 1, text) for uri, text in zip(uris, self.CELLS, strict=True)]
        editor.client.notebook_document_did_open(types.DidOpenNotebookDocumentParams(notebook, texts))
        return uris

    async def test_findings_and_fixes_are_in_the_cells(self, editor: Editor) -> None:
        await editor.start()
        first, second = await self.open(editor)
        place = types.Range(types.Position(1, 9), types.Position(1, 40))
        offered = await editor.actions(second, place)
        (one,) = editor.client.diagnostics[second]
        assert (one.code, one.range) == ("CEX102", place)
        assert editor.client.diagnostics[first] == ()
        made = await editor.edits(offered[0])
        assert made == {(second, 1): [types.TextEdit(place, "customExtensionCalloutInstances")]}
        ignore = next(action for action in offered if action.title.startswith("Ignore"))
        (edit,) = (await editor.edits(ignore))[second, 1]
        assert edit == types.TextEdit(
            types.Range(types.Position(1, 42), types.Position(1, 42)), "  # migrate-ext: ignore[CEX102]"
        )

    async def test_cells_are_typed_in_moved_and_removed(self, editor: Editor) -> None:
        await editor.start()
        first, second = await self.open(editor)

        async def change(cells: types.NotebookDocumentCellChanges) -> list[int]:
            identifier = types.VersionedNotebookDocumentIdentifier(2, editor.uri("a.ipynb"))
            event = types.NotebookDocumentChangeEvent(cells=cells)
            editor.client.notebook_document_did_change(types.DidChangeNotebookDocumentParams(identifier, event))
            await editor.actions(second, types.Range(*[types.Position(0, 0)] * 2))
            return [len(editor.client.diagnostics[uri]) for uri in (first, second)]

        typed = types.NotebookDocumentCellContentChanges(
            types.VersionedTextDocumentIdentifier(2, first),
            [types.TextDocumentContentChangePartial(types.Range(types.Position(0, 7), types.Position(0, 31)), "x")],
        )
        assert await change(types.NotebookDocumentCellChanges(text_content=[typed])) == [0, 1]
        swapped = types.NotebookCellArrayChange(
            0, 2, [types.NotebookCell(types.NotebookCellKind.Code, uri) for uri in (second, first)]
        )
        structure = types.NotebookDocumentCellChangeStructure(swapped)
        assert await change(types.NotebookDocumentCellChanges(structure=structure)) == [0, 1]

    async def test_a_notebook_that_is_shown_as_a_file_is_one(self, editor: Editor) -> None:
        await editor.start()
        cells = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": text} for text in self.CELLS]
        text = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
        assert codes(await editor.open("a.ipynb", text)) == ["CEX102"]


@pytest.mark.parametrize(("end", "code"), [("close", 0), ("terminate", -signal.SIGTERM), ("interrupt", -signal.SIGINT)])
async def test_it_ends_with_its_client_and_by_signals(end: str, code: int, tmp_path: Path) -> None:
    server = await asyncio.create_subprocess_exec(
        *COMMAND, cwd=tmp_path, env=ENVIRONMENT, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert server.stdin is not None
    assert server.stdout is not None
    body = b'{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}'
    server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    assert await server.stdout.readline()
    if end == "close":
        server.stdin.close()
    else:
        server.send_signal(-code)
    assert await asyncio.wait_for(server.wait(), 20) == code


async def test_a_file_that_cannot_be_read_is_told_in_the_log(editor: Editor) -> None:
    (editor.folder / "other.py").write_bytes(READS.encode() + b"\xff")
    await editor.start()
    await editor.open("app.py", READS)
    await editor.type("app.py", READS + READS)
    assert [(one.type, one.message.rpartition("/")[2]) for one in editor.client.log_messages] == [
        (
            types.MessageType.Warning,
            "other.py: not valid utf-8: invalid start byte: mend its encoding, or exclude the file",
        )
    ]
