"""The codemod that one writes by hand in an hour: LibCST, renames by name, Python only."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import libcst

RENAMES = {
    "customExtensionHandlerInstance": "customExtensionCalloutInstance",
    "accessPackageCustomExtensionHandlerStatus": "customExtensionCalloutInstanceStatus",
    "customExtensionHandler": "customExtensionStageSetting",
    "customAccessPackageWorkflowExtensions": "accessPackageCustomWorkflowExtensions",
    "customAccessPackageWorkflowExtension": "accessPackageAssignmentRequestWorkflowExtension",
    "requestSent": "calloutSent",
    "requestReceived": "callbackReceived",
}


def spellings(name: str) -> list[str]:
    """As Graph, as the SDK's classes and as its attributes write a name."""
    return [name, name[0].upper() + name[1:], re.sub("(?=[A-Z])", "_", name).lower()]


TABLE = {old: new for pair in RENAMES.items() for old, new in zip(*map(spellings, pair), strict=True)}
WORDS = re.compile(r"\b(?:" + "|".join(TABLE) + ")")


def renamed(text: str) -> str:
    """The text with every old word replaced."""
    return WORDS.sub(lambda match: TABLE[match[0]], text)


class Rename(libcst.CSTTransformer):
    """Renames in names and in strings; comments stay."""

    def leave_Name(self, _: libcst.Name, node: libcst.Name) -> libcst.Name:  # noqa: N802
        return node.with_changes(value=renamed(node.value))

    def leave_SimpleString(self, _: libcst.SimpleString, node: libcst.SimpleString) -> libcst.SimpleString:  # noqa: N802
        return node.with_changes(value=renamed(node.value))

    def leave_FormattedStringText(  # noqa: N802
        self, _: libcst.FormattedStringText, node: libcst.FormattedStringText
    ) -> libcst.FormattedStringText:
        return node.with_changes(value=renamed(node.value))


if __name__ == "__main__":
    for path in Path(sys.argv[1]).rglob("*.py"):
        source = path.read_bytes()
        try:
            path.write_bytes(libcst.parse_module(source).visit(Rename()).bytes)
        except libcst.ParserSyntaxError as error:
            sys.stderr.write(f"{path}: {error}\n")
