from __future__ import annotations

import msgspec

from .models import ArchivedRequest, Catalog, Policy, Request, converter


def request(raw: bytes) -> Request:
    return msgspec.json.decode(raw, type=Request)


def run_count(raw: bytes) -> int:
    return len(request(raw).custom_extension_handler_instances)


def archived(text: str) -> int:
    return len(ArchivedRequest.from_json(text).runs)


def empty(request_id: str) -> Request:
    return Request(id=request_id, custom_extension_handler_instances=[])


def catalog(raw: dict) -> Catalog:
    return converter.structure(raw, Catalog)


def moments(raw: str) -> set[str]:
    return {hook.moment for hook in Policy.model_validate_json(raw).hooks}
