"""The schema of Graph types and what became of it: the only place with Graph's names.

Facts are from the Graph beta and v1.0 metadata, the reference pages that the rules link to, and
msgraph-beta-sdk 1.66.0. Everything that depends on a name (keys, `@odata.type` values, URL segments, SDK classes,
modules, attributes, request builders) is derived from these rows; a new deprecation is a new row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from migrate_ext.core.model import Choice

REFERENCE = "https://learn.microsoft.com/en-us/graph/api/resources/"


class Property(NamedTuple):
    """A property of a Graph type."""

    name: str
    type: str | None = None
    """Graph type of the value, or of each element of a collection."""
    many: bool = False
    navigation: bool = False
    """Whether its elements are entities with request builders of their own."""
    rule: str | None = None
    """Code of the rule that deprecates it."""
    new: Choice | None = None
    """The name that replaces it; None with a rule means that there is no counterpart."""


class Member(NamedTuple):
    """A value of an enumeration."""

    name: str
    number: int
    rule: str | None = None
    new: str | None = None
    exact: bool = True
    """Whether the new value means the same moment."""


class Variants(NamedTuple):
    """The replacement of a type that depends on a value which stands beside it."""

    beside: str
    """The property that decides, a sibling of the one that holds the object."""
    by_value: tuple[tuple[str, str], ...]
    default: str
    """The choice for a construction where the value is not known."""
    base: str
    """The common base of all choices, for annotations and type tests."""


class GraphType(NamedTuple):
    """A complex, entity or enumeration type of Graph."""

    name: str
    rule: str | None = None
    new: str | None = None
    variants: Variants | None = None
    properties: tuple[Property, ...] = ()
    members: tuple[Member, ...] = ()
    base: str | None = None
    segments: tuple[str, ...] = ()
    """URL segments of the collections that hold entities of this type."""
    marks: tuple[str, ...] = ()
    """An object is known as this type by one of these properties, together with another one of the type's."""
    identity: tuple[tuple[str, ...], ...] = ()
    """Paths of the properties by which two objects, an old and a new one, are the same."""
    distinctive: bool = True
    """Whether the name can only be Graph's, so that it needs no evidence."""
    abstract: bool = False


class Rule(NamedTuple):
    """One row of the catalogue: a rule, and all that is said about it."""

    code: str
    name: str
    severity: str
    title: str
    message: str
    """One line; `{old}` and `{new}` stand for the names."""
    why: str
    todo: str
    """What to do by hand."""
    before: str
    after: str
    """The example after `fix --unsafe`."""
    language: str = "python"
    page: str = ""

    @property
    def url(self) -> str:
        """The reference page."""
        return REFERENCE + self.page


STAGES_OF_REQUEST = (
    "assignmentRequestCreated",
    "assignmentRequestApproved",
    "assignmentRequestGranted",
    "assignmentRequestRemoved",
)
STAGES_OF_ASSIGNMENT = ("assignmentFourteenDaysBeforeExpiration", "assignmentOneDayBeforeExpiration")
FUTURE_VALUE = "unknownFutureValue"
"""What Graph gives for a member of an enum that the client did not ask to know."""

_REQUEST_EXTENSION = "accessPackageAssignmentRequestWorkflowExtension"
_ASSIGNMENT_EXTENSION = "accessPackageAssignmentWorkflowExtension"

_EXTENSION_PROPERTIES = (
    Property(name="id"),
    Property(name="displayName"),
    Property(name="description"),
    Property(name="authenticationConfiguration"),
    Property(name="clientConfiguration"),
    Property(name="endpointConfiguration"),
)
_CONCRETE_PROPERTIES = (
    Property(name="callbackConfiguration"),
    Property(name="createdBy"),
    Property(name="createdDateTime"),
    Property(name="lastModifiedBy"),
    Property(name="lastModifiedDateTime"),
)

TYPES = {
    row.name: row
    for row in (
        GraphType(
            name="customExtensionHandlerInstance",
            rule="CEX101",
            new="customExtensionCalloutInstance",
            properties=(
                Property(name="customExtensionId"),
                Property(name="externalCorrelationId"),
                Property(name="stage", type="accessPackageCustomExtensionStage", rule="CEX103"),
                Property(name="status", type="accessPackageCustomExtensionHandlerStatus"),
            ),
            marks=("customExtensionId", "externalCorrelationId"),
            identity=(("customExtensionId",), ("externalCorrelationId",)),
        ),
        GraphType(
            name="customExtensionCalloutInstance",
            properties=(
                Property(name="id"),
                Property(name="customExtensionId"),
                Property(name="detail"),
                Property(name="externalCorrelationId"),
                Property(name="stage", type="accessPackageCustomExtensionStage", rule="CEX103"),
                Property(name="status", type="customExtensionCalloutInstanceStatus"),
            ),
        ),
        GraphType(
            name="accessPackageCustomExtensionHandlerStatus",
            rule="CEX104",
            new="customExtensionCalloutInstanceStatus",
            members=(
                Member(name="requestSent", number=1, rule="CEX105", new="calloutSent"),
                Member(name="requestReceived", number=2, rule="CEX105", new="callbackReceived", exact=False),
                Member(name=FUTURE_VALUE, number=3, new=FUTURE_VALUE),
            ),
        ),
        GraphType(
            name="customExtensionCalloutInstanceStatus",
            members=(
                Member(name="calloutSent", number=1),
                Member(name="callbackReceived", number=2),
                Member(name="calloutFailed", number=3),
                Member(name="callbackTimedOut", number=4),
                Member(name="waitingForCallback", number=5),
                Member(name=FUTURE_VALUE, number=6),
            ),
        ),
        GraphType(
            name="accessPackageCustomExtensionStage",
            members=tuple(
                Member(name=name, number=number)
                for number, name in enumerate((*STAGES_OF_REQUEST, *STAGES_OF_ASSIGNMENT), 1)
            ),
        ),
        GraphType(
            name="customExtensionHandler",
            rule="CEX201",
            new="customExtensionStageSetting",
            distinctive=False,
            properties=(
                Property(name="id"),
                Property(name="stage", type="accessPackageCustomExtensionStage"),
                Property(name="customExtension", type="customAccessPackageWorkflowExtension"),
            ),
            marks=("customExtension",),
            identity=(("stage",), ("customExtension", "id")),
        ),
        GraphType(
            name="customExtensionStageSetting",
            distinctive=False,
            properties=(
                Property(name="id"),
                Property(name="stage", type="accessPackageCustomExtensionStage"),
                Property(name="customExtension", type="customCalloutExtension"),
            ),
        ),
        GraphType(
            name="customAccessPackageWorkflowExtension",
            rule="CEX301",
            variants=Variants(
                beside="stage",
                by_value=(
                    *((stage, _REQUEST_EXTENSION) for stage in STAGES_OF_REQUEST),
                    *((stage, _ASSIGNMENT_EXTENSION) for stage in STAGES_OF_ASSIGNMENT),
                ),
                default=_REQUEST_EXTENSION,
                base="customCalloutExtension",
            ),
            base="customCalloutExtension",
            properties=(
                *_EXTENSION_PROPERTIES,
                Property(name="createdDateTime", rule="CEX304"),
                Property(name="lastModifiedDateTime", rule="CEX304"),
            ),
            identity=(("id",),),
        ),
        GraphType(
            name="customCalloutExtension",
            # code that was renamed and still reads these stays reported until it is mended
            properties=(
                *_EXTENSION_PROPERTIES,
                Property(name="createdDateTime", rule="CEX304"),
                Property(name="lastModifiedDateTime", rule="CEX304"),
            ),
            segments=("accessPackageCustomWorkflowExtensions", "customWorkflowExtensions"),
            distinctive=False,
            abstract=True,
        ),
        GraphType(
            name=_REQUEST_EXTENSION,
            base="customCalloutExtension",
            properties=(*_EXTENSION_PROPERTIES, *_CONCRETE_PROPERTIES),
        ),
        GraphType(
            name=_ASSIGNMENT_EXTENSION,
            base="customCalloutExtension",
            properties=(*_EXTENSION_PROPERTIES, *_CONCRETE_PROPERTIES),
        ),
        GraphType(
            name="accessPackageAssignmentRequest",
            segments=("accessPackageAssignmentRequests", "assignmentRequests"),
            properties=(
                Property(
                    name="customExtensionHandlerInstances",
                    type="customExtensionHandlerInstance",
                    many=True,
                    rule="CEX102",
                    new="customExtensionCalloutInstances",
                ),
                Property(name="customExtensionCalloutInstances", type="customExtensionCalloutInstance", many=True),
                Property(name="accessPackage", type="accessPackage"),
                Property(name="accessPackageAssignment", type="accessPackageAssignment"),
                Property(name="assignment", type="accessPackageAssignment"),
            ),
        ),
        GraphType(
            name="accessPackageAssignmentPolicy",
            segments=("accessPackageAssignmentPolicies", "assignmentPolicies"),
            properties=(
                Property(
                    name="customExtensionHandlers",
                    type="customExtensionHandler",
                    many=True,
                    navigation=True,
                    rule="CEX202",
                    new="customExtensionStageSettings",
                ),
                Property(name="customExtensionStageSettings", type="customExtensionStageSetting", many=True),
                Property(name="accessPackage", type="accessPackage"),
                Property(name="accessPackageCatalog", type="accessPackageCatalog"),
                Property(name="catalog", type="accessPackageCatalog"),
            ),
        ),
        GraphType(
            name="accessPackageCatalog",
            segments=("accessPackageCatalogs", "catalogs"),
            properties=(
                Property(
                    name="customAccessPackageWorkflowExtensions",
                    type="customAccessPackageWorkflowExtension",
                    many=True,
                    navigation=True,
                    rule="CEX302",
                    new=("accessPackageCustomWorkflowExtensions", "customWorkflowExtensions"),
                ),
                Property(name="accessPackageCustomWorkflowExtensions", type="customCalloutExtension", many=True),
                Property(name="customWorkflowExtensions", type="customCalloutExtension", many=True),
                Property(name="accessPackages", type="accessPackage", many=True),
            ),
        ),
        GraphType(
            name="accessPackage",
            segments=("accessPackages",),
            properties=(
                Property(name="accessPackageAssignmentPolicies", type="accessPackageAssignmentPolicy", many=True),
                Property(name="assignmentPolicies", type="accessPackageAssignmentPolicy", many=True),
                Property(name="accessPackageCatalog", type="accessPackageCatalog"),
                Property(name="catalog", type="accessPackageCatalog"),
            ),
        ),
        GraphType(
            name="accessPackageAssignment",
            segments=("accessPackageAssignments", "assignments"),
            properties=(
                Property(name="accessPackageAssignmentPolicy", type="accessPackageAssignmentPolicy"),
                Property(name="assignmentPolicy", type="accessPackageAssignmentPolicy"),
                Property(name="accessPackageAssignmentRequests", type="accessPackageAssignmentRequest", many=True),
                Property(name="assignmentRequests", type="accessPackageAssignmentRequest", many=True),
                Property(name="accessPackage", type="accessPackage"),
            ),
        ),
    )
}

INSTANCE = TYPES["customExtensionHandlerInstance"]
NEW_INSTANCE = TYPES["customExtensionCalloutInstance"]
STATUS = TYPES["accessPackageCustomExtensionHandlerStatus"]
NEW_STATUS = TYPES["customExtensionCalloutInstanceStatus"]
STAGE = TYPES["accessPackageCustomExtensionStage"]
HANDLER = TYPES["customExtensionHandler"]
EXTENSION = TYPES["customAccessPackageWorkflowExtension"]
CALLOUT_EXTENSION = TYPES["customCalloutExtension"]

COLLECTIONS = {
    prop.name: prop for row in TYPES.values() for prop in row.properties if prop.many and prop.rule is not None
}
"""The deprecated collections by name."""

OWNERS = {
    prop.name: row.name for row in TYPES.values() for prop in row.properties if prop.many and prop.rule is not None
}
"""Graph type that owns each deprecated collection."""

REPLACED = {
    name: prop
    for prop in COLLECTIONS.values()
    if prop.new is not None
    for name in ((prop.new,) if isinstance(prop.new, str) else prop.new)
}
"""The deprecated collection that each new collection replaces."""

_DECLARED: dict[str, set[tuple[str, bool]]] = {}
for _row in TYPES.values():
    for _prop in _row.properties:
        if _prop.type is not None:
            _DECLARED.setdefault(_prop.name, set()).add((_prop.type, _prop.many))
PROPERTY_TYPES = {name: next(iter(kinds)) for name, kinds in _DECLARED.items() if len(kinds) == 1}
"""Graph type of the properties that have the same type wherever they are declared, and whether they hold many."""

SEGMENTS = {segment: row.name for row in TYPES.values() for segment in row.segments}
"""Graph type of the entities that a URL segment holds."""

STAGE_FIELD = next(prop.name for prop in INSTANCE.properties if prop.rule is not None)
"""The property of an instance that has no counterpart."""
STATUS_FIELD = next(prop.name for prop in INSTANCE.properties if prop.type == STATUS.name)
EXTENSION_FIELD = next(prop.name for prop in HANDLER.properties if prop.type == EXTENSION.name)
EXTENSION_ID_FIELD, CORRELATION_FIELD = INSTANCE.marks
AREA = "entitlementManagement"
"""The URL segment of the product area."""
HOSTS = ("graph.microsoft.com", "graph.microsoft.us", "dod-graph.microsoft.us", "microsoftgraph.chinacloudapi.cn")
"""Hosts that serve Graph."""

EVIDENCE_PREFIXES = ("entitlementManagement", "accessPackage")
"""Names that begin like this are entitlement management's."""

NAMESPACE = "microsoft.graph"

CREATE_BODY, CONCRETE_ONLY = "CEX303", "CEX304"
UNPARSABLE, UNUSED_SUPPRESSION, MENTION = "CEX901", "CEX902", "CEX903"

DSC_MODULE_PREFIXES = ("AADEntitlementManagement", "MSFT_")
"""Resources of the Microsoft365DSC module, which has names of its own."""

CATALOG_SEGMENTS_BETA = ("accessPackageCatalogs",)
"""Segments of catalogs that only beta has."""
CATALOG_SEGMENTS_V1 = ("catalogs",)
"""Segments of catalogs that only v1.0 has, after the product area's."""

RULES = {
    rule.code: rule
    for rule in (
        Rule(
            code="CEX101",
            name="deprecated-instance-type",
            severity="error",
            title="The type customExtensionHandlerInstance is deprecated",
            message="{old} was retired; use {new}",
            why="Graph beta replaced the record of a custom extension's run by customExtensionCalloutInstance, which "
            "has an id, a detail and more states, and no stage.",
            todo="Use the new type; read the stage from the policy's customExtensionStageSettings instead.",
            before="from msgraph_beta.generated.models.custom_extension_handler_instance import "
            'CustomExtensionHandlerInstance\n\nrun = CustomExtensionHandlerInstance(custom_extension_id="e1")\n',
            after="from msgraph_beta.generated.models.custom_extension_callout_instance import "
            'CustomExtensionCalloutInstance\n\nrun = CustomExtensionCalloutInstance(custom_extension_id="e1")\n',
            page="customextensioncalloutinstance?view=graph-rest-beta",
        ),
        Rule(
            code="CEX102",
            name="deprecated-instances-collection",
            severity="error",
            title="The collection customExtensionHandlerInstances of an assignment request is deprecated",
            message="{old} was retired; use {new}",
            why="An assignment request lists the runs of its custom extensions in customExtensionCalloutInstances.",
            todo="Rename the property in queries, reads and bodies together: a query that is renamed while its reader "
            "is not loads nothing.",
            before='def runs(request):\n    return request["customExtensionHandlerInstances"]\n',
            after='def runs(request):\n    return request["customExtensionCalloutInstances"]\n',
            page="accesspackageassignmentrequest?view=graph-rest-beta",
        ),
        Rule(
            code="CEX103",
            name="stage-has-no-successor",
            severity="error",
            title="The stage of an instance has no counterpart",
            message="{old} of a custom extension's run has no successor",
            why="The new customExtensionCalloutInstance does not say at which stage the extension was called.",
            todo="Look the stage up on the policy: the entry of customExtensionStageSettings whose customExtension.id "
            "equals the instance's customExtensionId; in the extension itself read it from the callout's payload.",
            before='{"customExtensionHandlerInstances": [{"customExtensionId": "e1", "stage": '
            '"assignmentRequestCreated"}]}\n',
            after='{"customExtensionCalloutInstances": [{"customExtensionId": "e1"}]}\n',
            language="json",
            page="customextensionstagesetting?view=graph-rest-beta",
        ),
        Rule(
            code="CEX104",
            name="deprecated-status-enum",
            severity="error",
            title="The enumeration accessPackageCustomExtensionHandlerStatus is deprecated",
            message="{old} was retired; use {new}",
            why="The states of a run are those of customExtensionCalloutInstanceStatus, which has three more.",
            todo="Use the new enumeration, and handle calloutFailed, callbackTimedOut and waitingForCallback wherever "
            "the code goes through all values.",
            before="from msgraph_beta.generated.models.access_package_custom_extension_handler_status import "
            "AccessPackageCustomExtensionHandlerStatus\n",
            after="from msgraph_beta.generated.models.custom_extension_callout_instance_status import "
            "CustomExtensionCalloutInstanceStatus\n",
            page="enums?view=graph-rest-beta#customextensioncalloutinstancestatus-values",
        ),
        Rule(
            code="CEX105",
            name="deprecated-status-value",
            severity="error",
            title="The states requestSent and requestReceived are deprecated",
            message="{old} was retired; use {new}",
            why="A run is calloutSent, then waitingForCallback or callbackReceived; what was requestReceived is now "
            "one of the latter two.",
            todo="Compare with the new states; where the code means 'not finished', name waitingForCallback too.",
            before='def sent(request):\n    return [run for run in request["customExtensionHandlerInstances"] '
            'if run["status"] == "requestSent"]\n',
            after='def sent(request):\n    return [run for run in request["customExtensionCalloutInstances"] '
            'if run["status"] == "calloutSent"]\n',
            page="enums?view=graph-rest-beta#customextensioncalloutinstancestatus-values",
        ),
        Rule(
            code="CEX201",
            name="deprecated-handler-type",
            severity="error",
            title="The type customExtensionHandler is deprecated",
            message="{old} was retired; use {new}",
            why="What a policy calls at which stage is a customExtensionStageSetting; its fields are the same.",
            todo="Use the new type.",
            before="from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler\n\n"
            "hook = CustomExtensionHandler()\n",
            after="from msgraph_beta.generated.models.custom_extension_stage_setting import "
            "CustomExtensionStageSetting\n\nhook = CustomExtensionStageSetting()\n",
            page="customextensionstagesetting?view=graph-rest-beta",
        ),
        Rule(
            code="CEX202",
            name="deprecated-handlers-collection",
            severity="error",
            title="The collection customExtensionHandlers of an assignment policy is deprecated",
            message="{old} was retired; use {new}",
            why="An assignment policy lists its custom extensions by stage in customExtensionStageSettings.",
            todo="Rename the property in queries, reads and bodies together.",
            before='POLICIES = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/'
            'accessPackageAssignmentPolicies?$expand=customExtensionHandlers"\n',
            after='POLICIES = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement/'
            'accessPackageAssignmentPolicies?$expand=customExtensionStageSettings"\n',
            page="accesspackageassignmentpolicy?view=graph-rest-beta",
        ),
        Rule(
            code="CEX301",
            name="deprecated-extension-type",
            severity="error",
            title="The type customAccessPackageWorkflowExtension is deprecated",
            message="{old} was retired; use {new}",
            why="An extension is now either an accessPackageAssignmentRequestWorkflowExtension or an "
            "accessPackageAssignmentWorkflowExtension, by the stages at which it is called; "
            "customCalloutExtension is their common base.",
            todo="Choose the type by the stage at which a policy calls the extension: the four assignmentRequest… "
            "stages belong to the request, the two …BeforeExpiration stages to the assignment.",
            before='{"customExtensionHandlers": [{"stage": "assignmentRequestCreated", "customExtension": '
            '{"@odata.type": "#microsoft.graph.customAccessPackageWorkflowExtension", "id": "e1"}}]}\n',
            after='{"customExtensionStageSettings": [{"stage": "assignmentRequestCreated", "customExtension": '
            '{"@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", "id": "e1"}}]}\n',
            language="json",
            page="customcalloutextension?view=graph-rest-beta",
        ),
        Rule(
            code="CEX302",
            name="deprecated-extensions-collection",
            severity="error",
            title="The collection customAccessPackageWorkflowExtensions of a catalog is deprecated",
            message="{old} was retired; use {new}",
            why="A catalog lists its custom extensions in accessPackageCustomWorkflowExtensions (beta) or "
            "customWorkflowExtensions (v1.0).",
            todo="Rename the collection; --target says which version to assume where none is visible.",
            before='def extensions(catalog):\n    return catalog["customAccessPackageWorkflowExtensions"]\n',
            after='def extensions(catalog):\n    return catalog["accessPackageCustomWorkflowExtensions"]\n',
            page="accesspackagecatalog?view=graph-rest-beta",
        ),
        Rule(
            code="CEX303",
            name="extension-body-without-type",
            severity="error",
            title="A new extension needs its concrete type",
            message="a body that creates an extension must say its type: {new}",
            why="The new collection holds two types, so a create request must name the one it means in @odata.type.",
            todo="Add @odata.type with the type that fits the stages at which the extension will be called.",
            before='import requests\n\nrequests.post(\n    "https://graph.microsoft.com/beta/identityGovernance/'
            'entitlementManagement/accessPackageCatalogs/1/accessPackageCustomWorkflowExtensions",\n'
            '    json={"displayName": "Ticket"},\n)\n',
            after='import requests\n\nrequests.post(\n    "https://graph.microsoft.com/beta/identityGovernance/'
            'entitlementManagement/accessPackageCatalogs/1/accessPackageCustomWorkflowExtensions",\n'
            '    json={"@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", '
            '"displayName": "Ticket"},\n)\n',
            page="customcalloutextension?view=graph-rest-beta",
        ),
        Rule(
            code="CEX304",
            name="property-of-concrete-extension",
            severity="error",
            title="Only the concrete extension types have createdDateTime and lastModifiedDateTime",
            message="{old} is not declared on the new base type",
            why="The SDK declares the new collection's elements as CustomCalloutExtension, which lacks these "
            "properties; the concrete types have them.",
            todo="Narrow the value with isinstance to AccessPackageAssignmentRequestWorkflowExtension or "
            "AccessPackageAssignmentWorkflowExtension before reading it.",
            before="from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog\n\n\n"
            "def ages(catalog: AccessPackageCatalog):\n"
            "    return [e.created_date_time for e in catalog.custom_access_package_workflow_extensions or []]\n",
            after="from msgraph_beta.generated.models.access_package_catalog import AccessPackageCatalog\n\n\n"
            "def ages(catalog: AccessPackageCatalog):\n"
            "    return [e.created_date_time for e in catalog.access_package_custom_workflow_extensions or []]\n",
            page="accesspackageassignmentrequestworkflowextension?view=graph-rest-beta",
        ),
        Rule(
            code="CEX901",
            name="unparsable-candidate",
            severity="error",
            title="A file that names a deprecated word cannot be parsed",
            message="{old} stands in a file that cannot be parsed",
            why="The tool rewrites only what it can read.",
            todo="Mend the file's syntax, or migrate it by hand.",
            before='{"customExtensionHandlerInstances": [\n',
            after='{"customExtensionHandlerInstances": [\n',
            language="json",
            page="customextensioncalloutinstance?view=graph-rest-beta",
        ),
        Rule(
            code="CEX902",
            name="unused-suppression",
            severity="warning",
            title="A suppression that suppresses nothing",
            message="this suppression hides nothing",
            why="A suppression that is no longer needed would hide the next deprecation.",
            todo="Remove the comment.",
            before="TOTAL = 1  # migrate-ext: ignore[CEX102]\n",
            after="TOTAL = 1\n",
            page="customextensioncalloutinstance?view=graph-rest-beta",
        ),
        Rule(
            code="CEX903",
            name="mention",
            severity="note",
            title="A deprecated word in prose or in a file that is not rewritten",
            message="{old} is mentioned here",
            why="Comments, documents and other kinds of files are read by people; no tool knows what they mean to say.",
            todo="Read the sentence and mend it by hand.",
            before="# customExtensionHandlerInstances were read here\n",
            after="# customExtensionHandlerInstances were read here\n",
            page="customextensioncalloutinstance?view=graph-rest-beta",
        ),
    )
}

MESSAGES = {
    "enumeration": "this goes through all values of accessPackageCustomExtensionHandlerStatus, which was retired; "
    "customExtensionCalloutInstanceStatus has three more",
}
"""What is said, by reason, where there is no word to be replaced and so no `{old}` that was retired."""

_STAGE_HELP = (
    "the stage lives on the policy now: in its customExtensionStageSettings, in the entry whose customExtension.id "
    "equals the instance's customExtensionId; or in the stage of the callout's payload"
)

REASONS = {
    "stage-removed": "The new instance has no stage; the fix removes it: " + _STAGE_HELP + ".",
    "stage-read": "The new instance has no stage: " + _STAGE_HELP + ".",
    "stage-effect": "The value of stage may have an effect, so it is not removed: move it out first; then "
    + _STAGE_HELP
    + ".",
    "positional": "The fields of the new type stand in another order: name the arguments.",
    "received": "requestReceived is closest to callbackReceived but not the same moment: the new status splits it "
    "into waitingForCallback and callbackReceived. Check that this is the one that is meant.",
    "negation": "The new status has more values, and they would fall on this side of the comparison: check that they "
    "are meant.",
    "lookup": "The new status has more values than this mapping: an unknown one raises KeyError.",
    "enumeration": "The new status has three more values (calloutFailed, callbackTimedOut, waitingForCallback): handle "
    "them.",
    "no-stage": "No stage is known here, so the type is a guess: the request type fits the four assignmentRequest… "
    "stages, the assignment type the two …BeforeExpiration stages.",
    "base": "The common base of the two new types is used here; a concrete type may be meant.",
    "type-test": "The old type no longer occurs: compare with the two new types, "
    "accessPackageAssignmentRequestWorkflowExtension and accessPackageAssignmentWorkflowExtension.",
    "container": "A list or dict of the new type is held to its declared base: annotate or convert it by hand.",
    "narrow": "The declared type customCalloutExtension lacks this property: narrow the value with isinstance to one "
    "of the concrete types first.",
    "body-type": "A body that creates an extension must name its type; the request type is assumed.",
    "body-call": "Add @odata.type with the concrete type to this body; it cannot be a keyword.",
    "both": "The new name stands here too: drop the old read, or merge the two by hand.",
    "both-matched": "The new collection already holds every element of the old one, so the old one goes.",
    "both-differ": "Both collections have content and do not match: merge them by hand.",
    "both-options": "Both entries have options of their own: merge them by hand.",
    "name-taken": "The new name already means something else here: rename that first.",
    "exported": "The module hands this name on, and others may import it from here: tell them.",
    "version": "The URL's version and its path contradict each other: mend the URL first.",
    "versions": "The new names of beta and v1.0 differ, and this is used with both: part them first.",
    "schema": "A schema is a contract with others: change it together with them.",
    "schema-stage": "Remove the property from the schema by hand: " + _STAGE_HELP + ".",
    "module-names": "These are the names of the Microsoft365DSC module: upgrade the module instead.",
    "alias-generator": "An alias generator makes the wire name of this field: rename the field, or give it an alias.",
    "anchor": "The anchored value is used elsewhere, so it cannot be removed here.",
    "too-deep": "The file is nested too deeply or has an expression too long to be parsed.",
    "suppressed": "A member of its group is suppressed or deselected, so nothing of the group is changed.",
}
"""Why a finding is weaker than safe, and what to do; the keys are those of `Site.reason`."""
