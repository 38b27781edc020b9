from __future__ import annotations

import logging
from collections.abc import Iterator

from .client import BETA, Graph

log = logging.getLogger(__name__)


def extension_rows(graph: Graph) -> Iterator[tuple[str, str, str]]:
    for catalog in graph.items(f"{BETA}/accessPackageCatalogs?$expand=accessPackageCustomWorkflowExtensions"):
        log.info("catalog %s: %s customAccessPackageWorkflowExtensions", catalog["id"], catalog.get("accessPackageCustomWorkflowExtensions@odata.count"))
        for extension in catalog["accessPackageCustomWorkflowExtensions"]:
            yield catalog["displayName"], extension["id"], extension["createdDateTime"]


def hook_rows(graph: Graph) -> Iterator[tuple[str, str, str]]:
    for policy in graph.items(BETA + "/accessPackageAssignmentPolicies?$expand=customExtensionStageSettings($expand=customExtension)"):
        for hook in policy["customExtensionStageSettings"]:
            extension = hook.get("customExtension") or {}
            yield policy["displayName"], hook["stage"], extension.get("displayName", "")
