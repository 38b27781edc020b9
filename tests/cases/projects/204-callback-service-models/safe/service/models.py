from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Callback(BaseModel):
    """What a logic app tells us; the fields are ours."""

    stage: str
    status: str = "requestReceived"
    correlation: str


class Callout(BaseModel):
    extension: str = Field(alias="customExtensionId")
    correlation: str | None = Field(default=None, alias="externalCorrelationId")


class AssignmentRequest(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    id: str
    callouts: list[Callout] = Field(default_factory=list, alias="customExtensionCalloutInstances")
