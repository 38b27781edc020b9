from __future__ import annotations

import json
from pathlib import Path

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from tabletools import group, normalise


def table(request: AccessPackageAssignmentRequest) -> list[str]:
    rows = normalise(request.custom_extension_handler_instances or [])
    return [f"{row.stage} {row.status}" for row in rows]


def grouped(request: AccessPackageAssignmentRequest) -> dict[str, int]:
    return {key: len(rows) for key, rows in group(request.custom_extension_handler_instances, by="stage").items()}


def recorded(path: Path) -> list[str]:
    """Rows of an earlier run of this script."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [row["stage"] for row in rows if row["status"] == "requestSent"]


def _kept(entries):
    return [entry for entry in entries if entry.external_correlation_id]


def direct(request: AccessPackageAssignmentRequest) -> list[str]:
    return [str(entry.stage) for entry in _kept(request.custom_extension_handler_instances or [])]
