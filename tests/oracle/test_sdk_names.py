"""Every SDK name that is derived from the catalogue, old and new, exists in msgraph-beta-sdk 1.66.0.

The SDK is read, not imported: importing it takes minutes.
"""

from __future__ import annotations

import ast
import importlib.metadata
import importlib.util
import os
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from migrate_ext.graph import catalogue, sdk
from migrate_ext.graph.names import pascal, snake

VERSION = "1.66.0"
SPEC = importlib.util.find_spec(sdk.BETA_PACKAGE)
if SPEC is None or SPEC.origin is None:
    pytest.skip(f"msgraph-beta-sdk=={VERSION} is not installed: pip install '.[oracle]'", allow_module_level=True)

GENERATED = Path(SPEC.origin).parent / "generated"
AREAS = ("models", "identity_governance")
DEPRECATED = re.compile(
    r"^(custom_extension_handler|custom_access_package_workflow_extension|access_package_custom_extension_handler_status)"
)
"""How the SDK's deprecated modules and packages begin: written here by hand, to judge what is derived."""
V1_ONLY = {"assignment", "assignment_policy", "assignment_policies", "assignment_requests", "catalog"}
V1_ONLY |= {"custom_workflow_extensions"}


class Class(NamedTuple):
    """What a class of the SDK declares."""

    bases: tuple[str, ...]
    names: frozenset[str]
    """Fields, members, methods and properties."""
    parameters: frozenset[str]
    nested: frozenset[str]


@cache
def modules() -> frozenset[str]:
    """The SDK's modules with models or with request builders of entitlement management, as paths."""
    found = []
    for area in AREAS:
        for folder, _, files in os.walk(GENERATED / area):
            base = Path(folder).relative_to(GENERATED).as_posix()
            found += [f"{base}/{name}" for name in files if name.endswith(".py")]
    return frozenset(found)


@cache
def classes(module: str) -> dict[str, Class]:
    """The classes of one module."""
    tree = ast.parse((GENERATED / module).read_bytes())
    return {node.name: _class(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def _class(node: ast.ClassDef) -> Class:
    names: set[str] = set()
    parameters: set[str] = set()
    nested: set[str] = set()
    for part in node.body:
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            names.add(part.name)
            parameters.update(argument.arg for argument in part.args.args)
        elif isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            names.add(part.target.id)
        elif isinstance(part, ast.Assign):
            names.update(target.id for target in part.targets if isinstance(target, ast.Name))
        elif isinstance(part, ast.ClassDef):
            nested.add(part.name)
    bases = tuple(base.id for base in node.bases if isinstance(base, ast.Name))
    return Class(bases, frozenset(names), frozenset(parameters), frozenset(nested))


def model(graph_name: str) -> Class:
    return classes(f"models/{snake(graph_name)}.py")[pascal(graph_name)]


def fields(graph_name: str) -> set[str]:
    """What a model declares and inherits."""
    found = model(graph_name)
    above = [base for base in found.bases if f"models/{_module_of(base)}.py" in modules()]
    return set(found.names).union(*(fields(base[0].lower() + base[1:]) for base in above))


def _module_of(class_name: str) -> str:
    return snake(class_name[0].lower() + class_name[1:])


def beta(choice: str | tuple[str, str]) -> str:
    return choice if isinstance(choice, str) else choice[0]


def successors(name: sdk.SdkName) -> list[str]:
    """The new names; several where the type of the new one depends on the use."""
    if name.new is not None:
        return [beta(name.new)]
    variants = catalogue.TYPES[name.graph].variants
    assert variants is not None
    spell = snake if name.name.islower() else pascal
    return [spell(new) for new in {variants.base, *(new for _, new in variants.by_value)}]


def renamed(path: str) -> list[str]:
    """The module paths that replace a deprecated one."""
    found = [""]
    for part in path.removesuffix(".py").split("/"):
        name = sdk.module_name(part)
        found = [f"{above}/{new}" for above in found for new in ([part] if name is None else successors(name))]
    return [f"{new[1:]}.py" for new in found]


DEPRECATED_MODULES = sorted(path for path in modules() if any(map(DEPRECATED.match, path.split("/"))))
NESTED = [
    (path, name)
    for path in DEPRECATED_MODULES
    for name, found in classes(path).items()
    for name in sorted({name, *found.nested})
    if DEPRECATED.match(_module_of(name))
]


def test_the_sdk_is_the_one_that_the_names_were_taken_from() -> None:
    assert importlib.metadata.version("msgraph-beta-sdk") == VERSION


def test_the_deprecated_modules_are_those_that_the_catalogue_knows() -> None:
    derived = {path for path in modules() if any(sdk.module_name(part) for part in path.removesuffix(".py").split("/"))}
    assert derived == set(DEPRECATED_MODULES)
    assert len(derived) > 20


@pytest.mark.parametrize("path", DEPRECATED_MODULES)
def test_every_deprecated_module_has_its_counterparts(path: str) -> None:
    new = renamed(path)
    assert path not in new
    assert modules().issuperset(new)


@pytest.mark.parametrize(("path", "name"), NESTED)
def test_every_deprecated_class_has_its_counterparts_in_the_new_modules(path: str, name: str) -> None:
    known = sdk.class_name(name)
    assert known is not None
    for module, new in zip(sorted(renamed(path)), sorted(successors(known)), strict=True):
        assert new in {word for outer, found in classes(module).items() for word in (outer, *found.nested)}


@pytest.mark.parametrize("name", sdk.attributes().values(), ids=lambda name: name.name)
def test_every_attribute_method_and_parameter_stands_beside_its_counterpart(name: sdk.SdkName) -> None:
    """On the model and on the request builder that declare it."""
    (new,) = successors(name)
    owner = catalogue.OWNERS[name.graph]
    if name.kind is sdk.Kind.COLLECTION:
        assert {name.name, new} <= model(owner).names
        if not catalogue.COLLECTIONS[name.graph].navigation:
            return
        builders = [path for path in modules() if path.endswith(f"/{snake(owner)}_item_request_builder.py")]
        assert builders
        for path in builders:
            found = classes(path)[f"{pascal(owner)}ItemRequestBuilder"]
            assert {name.name, new} <= found.names
        return
    stem = snake(name.graph)
    builders = [path for path in DEPRECATED_MODULES if path.endswith(f"/{stem}_request_builder.py")]
    assert builders
    for path in builders:
        (counterpart,) = renamed(path)
        for word, module in ((name.name, path), (new, counterpart)):
            (builder,) = classes(module).values()
            assert word in (builder.names if name.kind is sdk.Kind.BY_ID else builder.parameters)


@pytest.mark.parametrize("row", catalogue.TYPES.values(), ids=lambda row: row.name)
def test_every_type_of_the_schema_declares_its_properties_and_members(row: catalogue.GraphType) -> None:
    if row.members:
        assert {pascal(member.name) for member in row.members} <= model(row.name).names
        return
    # a row without a deprecation of its own says what its type lacks by a rule without a new name
    gone = {snake(prop.name) for prop in row.properties if not row.rule and prop.rule and not prop.new}
    absent = V1_ONLY | gone
    declared = fields(row.name)
    for prop in row.properties:
        assert (snake(prop.name) in declared) == (snake(prop.name) not in absent), prop.name


def test_the_base_of_the_new_extensions_lacks_what_cex304_says() -> None:
    lost = {snake(prop.name) for prop in catalogue.EXTENSION.properties if prop.rule is not None}
    assert lost
    assert not lost & fields(catalogue.CALLOUT_EXTENSION.name)
    variants = catalogue.EXTENSION.variants
    assert variants is not None
    assert all(lost <= fields(name) for _, name in variants.by_value)


def test_the_extension_choices_are_subclasses_of_the_declared_base() -> None:
    variants = catalogue.EXTENSION.variants
    assert variants is not None
    assert all(pascal(variants.base) in model(name).bases for _, name in variants.by_value)
