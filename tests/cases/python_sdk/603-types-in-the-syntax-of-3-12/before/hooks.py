from __future__ import annotations

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.custom_extension_handler import CustomExtensionHandler

type Named[K, V] = dict[K, list[V]]
type Tree = dict[str, Tree | str]


class Registry[Hook: CustomExtensionHandler]:
    def __init__(self, hooks: list[Hook]) -> None:
        self._hooks = hooks

    def stages(self) -> Named[str, Hook]:
        found: Named[str, Hook] = {}
        for hook in self._hooks:
            found.setdefault(f"{hook.stage}", []).append(hook)
        return found


def of_policy(policy: AccessPackageAssignmentPolicy) -> list[str]:
    registry = Registry(policy.custom_extension_handlers or [])
    return [f'{hook.custom_extension.id}' for hooks in registry.stages().values() for hook in hooks]


def walk(tree: Tree) -> list[str]:
    return [walk(value) if isinstance(value, dict) else f'{tree['stage']}' for value in tree.values()]
