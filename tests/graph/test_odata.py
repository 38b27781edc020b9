"""What one string says: kinds, edits, levels, and what a URL addresses."""

from __future__ import annotations

import pytest

from migrate_ext.core.edits import apply_edits
from migrate_ext.core.model import BETA, V1, Applicability, Edit, Role, choose
from migrate_ext.graph import odata
from migrate_ext.graph.odata import Kind, Scan

AREA = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
FIRST = AREA.replace("beta", "v1.0")


def rewritten(text: str, scan: Scan, version: int = BETA) -> str:
    edits = [Edit(start, end, choose(new, version)) for site in scan.sites for start, end, new in site.edits]
    return apply_edits(text, edits)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("customExtensionHandlerInstances", "customExtensionCalloutInstances", Kind.NAME),
        ("#microsoft.graph.customExtensionHandler", "#microsoft.graph.customExtensionStageSetting", Kind.TYPE),
        (
            "Collection(microsoft.graph.customExtensionHandlerInstance)",
            "Collection(microsoft.graph.customExtensionCalloutInstance)",
            Kind.TYPE,
        ),
        (
            AREA + "/accessPackageAssignmentPolicies/1/customExtensionHandlers/2?$expand=customExtension",
            AREA + "/accessPackageAssignmentPolicies/1/customExtensionStageSettings/2?$expand=customExtension",
            Kind.URL,
        ),
        (
            FIRST + "/catalogs/1/customAccessPackageWorkflowExtensions",
            FIRST + "/catalogs/1/customWorkflowExtensions",
            Kind.URL,
        ),
        (
            "\ufffc/accessPackageCatalogs/\ufffc/customAccessPackageWorkflowExtensions/\ufffc",
            "\ufffc/accessPackageCatalogs/\ufffc/accessPackageCustomWorkflowExtensions/\ufffc",
            Kind.URL,
        ),
        (
            AREA + "/accessPackageAssignmentRequests?%24expand=customExtensionHandlerInstances%28%24top%3D1%29",
            AREA + "/accessPackageAssignmentRequests?%24expand=customExtensionCalloutInstances%28%24top%3D1%29",
            Kind.URL,
        ),
        (
            "accessPackage,customExtensionHandlers($expand=customExtension)",
            "accessPackage,customExtensionStageSettings($expand=customExtension)",
            Kind.QUERY,
        ),
        (
            AREA.replace("identityGovernance/", "$metadata#") + "/accessPackageAssignmentRequests"
            "(id,customExtensionHandlerInstances)/$entity",
            AREA.replace("identityGovernance/", "$metadata#") + "/accessPackageAssignmentRequests"
            "(id,customExtensionCalloutInstances)/$entity",
            Kind.CONTEXT,
        ),
        (
            "msgraph_beta.generated.models.custom_extension_handler_instance.CustomExtensionHandlerInstance",
            "msgraph_beta.generated.models.custom_extension_callout_instance.CustomExtensionCalloutInstance",
            Kind.PATH,
        ),
    ],
)
def test_the_words_of_each_kind_are_renamed_and_nothing_else(before: str, after: str, kind: Kind) -> None:
    scan = odata.scan(before, evidence=False)
    assert (scan.kind, rewritten(before, scan)) == (kind, after)


@pytest.mark.parametrize(
    "text",
    [
        "customExtensionHandlers",
        "customExtensionHandler",
        "id, customExtensionHandlers",
        "https://example.org/customExtensionHandlers",
        "#microsoft.graph.onTokenIssuanceStartCustomExtensionHandler",
        "see customExtensionHandlerInstances of the request",
        "customExtensionHandlerInstances: none",
        "/accessPackageCatalogs/1/customAccessPackageWorkflowExtensions\ufffc",
        "myCustomExtensionHandlerInstances",
        "customExtensionHandlerInstances_count",
    ],
)
def test_without_evidence_in_prose_and_in_longer_words_nothing_is_said(text: str) -> None:
    assert odata.scan(text, evidence=False).sites == []


def test_evidence_from_elsewhere_makes_the_names_count_that_others_use_too() -> None:
    assert [site.code for site in odata.scan("customExtensionHandlers", evidence=True).sites] == ["CEX202"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("customExtensionHandlerInstances,customExtensionCalloutInstances", "customExtensionCalloutInstances"),
        ("id, customExtensionCalloutInstances, customExtensionHandlerInstances", "id, customExtensionCalloutInstances"),
        (
            "customExtensionHandlerInstances($top=1),customExtensionCalloutInstances,id",
            "customExtensionCalloutInstances($top=1),id",
        ),
        (
            "customExtensionHandlerInstances,customExtensionCalloutInstances($top=1)",
            "customExtensionCalloutInstances($top=1)",
        ),
    ],
)
def test_of_an_old_and_a_new_entry_one_remains(before: str, after: str) -> None:
    scan = odata.scan(before, evidence=False, option="$expand")
    assert rewritten(before, scan) == after
    assert {site.level for site in scan.sites} == {Applicability.SAFE}


def test_two_entries_with_different_options_are_merged_by_hand() -> None:
    text = "customExtensionHandlerInstances($top=1),customExtensionCalloutInstances($top=2)"
    (site,) = odata.scan(text, evidence=False, option="$expand").sites
    assert (site.role, site.reason) == (Role.BLOCKER, "both-options")


@pytest.mark.parametrize(
    ("condition", "level"),
    [
        ("customExtensionHandlerInstances/any(i:i/status eq 'requestSent')", Applicability.SAFE),
        ("customExtensionHandlerInstances/any(i:'requestSent' eq i/status)", Applicability.SAFE),
        ("customExtensionHandlerInstances/any(i:i/status in ('requestSent'))", Applicability.SAFE),
        ("customExtensionHandlerInstances/any(i:i/status ne 'requestSent')", Applicability.UNSAFE),
        ("not customExtensionHandlerInstances/any(i:i/status eq 'requestSent')", Applicability.UNSAFE),
        ("not (customExtensionHandlerInstances/any(i:i/status eq 'requestSent'))", Applicability.UNSAFE),
        ("customExtensionHandlerInstances/any(i:i/status eq 'requestReceived')", Applicability.UNSAFE),
        ("customExtensionCalloutInstances/any(i:i/status eq 'requestSent')", Applicability.SAFE),
    ],
)
def test_a_status_in_a_lambda_is_a_comparison(condition: str, level: Applicability) -> None:
    (site,) = (site for site in odata.scan(condition, evidence=False).sites if site.code == "CEX105")
    assert site.level is level


def test_a_status_outside_the_lambda_is_nobodys() -> None:
    text = "customExtensionHandlerInstances/any() and requestState eq 'requestSent'"
    assert [site.code for site in odata.scan(text, evidence=False).sites] == ["CEX102"]


@pytest.mark.parametrize(
    "text",
    [
        "customExtensionHandlerInstances/any(i:i/stage eq 'assignmentRequestCreated')",
        "customExtensionHandlerInstances($select=id,stage)",
        "?$filter=customExtensionHandlerInstances/any(i: i/stage ne null)",
    ],
)
def test_a_stage_is_a_read_in_the_group_of_its_collection(text: str) -> None:
    scan = odata.scan(text, evidence=False)
    assert [(site.code, site.role) for site in scan.sites] == [("CEX102", Role.MEMBER), ("CEX103", Role.RESIDUAL)]
    assert scan.links == [(0, 1)]


@pytest.mark.parametrize(
    ("path", "target", "many", "collection"),
    [
        ("/accessPackageAssignmentRequests", "accessPackageAssignmentRequest", True, None),
        ("/accessPackageAssignmentRequests/1", "accessPackageAssignmentRequest", False, None),
        ("/assignmentPolicies('1')", "accessPackageAssignmentPolicy", False, None),
        (
            "/accessPackageAssignmentRequests/filterByCurrentUser(on='target')",
            "accessPackageAssignmentRequest",
            True,
            None,
        ),
        (
            "/catalogs/1/customWorkflowExtensions",
            "customCalloutExtension",
            True,
            "customAccessPackageWorkflowExtensions",
        ),
        (
            "/accessPackageAssignmentPolicies/1/customExtensionHandlers/2",
            "customExtensionHandler",
            False,
            "customExtensionHandlers",
        ),
        ("/accessPackageAssignmentRequests/$count", None, True, None),
        ("/connectedOrganizations", None, False, None),
    ],
)
def test_a_url_addresses_the_type_of_its_last_segment(
    path: str,
    target: str | None,
    many: bool,  # noqa: FBT001 - a row of the table
    collection: str | None,
) -> None:
    scan = odata.scan(AREA + path, evidence=False)
    assert (scan.target, scan.collection) == (target, collection)
    assert target is None or scan.many == many


@pytest.mark.parametrize(
    ("url", "version", "role"),
    [
        (AREA + "/accessPackageCatalogs/1/customAccessPackageWorkflowExtensions", BETA, Role.MEMBER),
        (FIRST + "/catalogs/1/customAccessPackageWorkflowExtensions", V1, Role.MEMBER),
        (AREA + "/catalogs/1/customAccessPackageWorkflowExtensions", BETA, Role.BLOCKER),
        (FIRST + "/accessPackageCatalogs/1/customAccessPackageWorkflowExtensions", V1, Role.BLOCKER),
        ("/identityGovernance/entitlementManagement/catalogs/1/customAccessPackageWorkflowExtensions", V1, Role.MEMBER),
        ("/accessPackageCatalogs/1/customAccessPackageWorkflowExtensions", BETA, Role.MEMBER),
    ],
)
def test_the_version_and_the_segment_must_agree(url: str, version: int, role: Role) -> None:
    scan = odata.scan(url, evidence=False)
    assert (scan.version, [site.role for site in scan.sites]) == (version, [role])
