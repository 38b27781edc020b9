from __future__ import annotations

from dataclasses import dataclass, field

from msgraph_beta.generated.models.access_package_custom_extension_stage import AccessPackageCustomExtensionStage


@dataclass
class Row:
    extension_id: str
    correlation_id: str
    stage: str


@dataclass
class Queue:
    rows: list[Row] = field(default_factory=list)

    def pop_stage(self, row: Row) -> AccessPackageCustomExtensionStage:
        self.rows.remove(row)
        return AccessPackageCustomExtensionStage(row.stage)

    async def fetch_stage(self, row: Row) -> AccessPackageCustomExtensionStage:
        return self.pop_stage(row)
