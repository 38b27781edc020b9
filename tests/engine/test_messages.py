"""What findings say, from the rows of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import migrate_ext

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

EXHAUSTIVE = """\
from typing import assert_never
from msgraph_beta.generated.models.access_package_custom_extension_handler_status import (
    AccessPackageCustomExtensionHandlerStatus as Status,
)


def label(status: Status) -> str:
    match status:
        case Status.RequestSent:
            return "sent"
        case _:
            assert_never(status)


ALL = [status.value for status in Status]
"""


def test_what_goes_through_all_states_is_told_the_enumeration_s_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the enumeration that was retired, not `match`, and not a local name."""
    monkeypatch.chdir(tmp_path)  # whose project is empty
    found = [row for row in migrate_ext.check_source(EXHAUSTIVE, "app.py").findings if row.replacement is None]
    assert [row.symbol for row in found] == ["match", "Status"]
    said = (
        "this goes through all values of accessPackageCustomExtensionHandlerStatus, which was retired; "
        "customExtensionCalloutInstanceStatus has three more"
    )
    assert [row.message for row in found] == [said, said]
