import typing as t
from collections import namedtuple
from dataclasses import field, make_dataclass

Run = t.TypedDict("Run", {"stage": str, "customExtensionId": str, "@odata.type": str})
Request = t.TypedDict("Request", {"id": str, "customExtensionHandlerInstances": "list[Run]"}, total=False)
Policy = t.TypedDict("Policy", {"customExtensionStageSettings": list[dict]})
Named = t.NamedTuple("Named", [("name", str), ("run", Run)])
Row = make_dataclass(
    "Row",
    [
        "name",
        ("customExtensionHandlerInstances", list[Run]),
        ("seen", dict, field(default_factory=dict)),
    ],
)
Plain = namedtuple("Plain", "runs, run")
Job = t.TypedDict("Job", {"stage": str, "extension": str})
