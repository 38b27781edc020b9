# %% [markdown]
# Review of one policy: which hooks it has and what its last requests called.

# %%
import pickle

from msgraph_beta.generated.models.access_package_assignment_policy import AccessPackageAssignmentPolicy
from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest
from msgraph_beta.generated.models.custom_extension_stage_setting import CustomExtensionStageSetting

policy: AccessPackageAssignmentPolicy = pickle.load(open("policy.pickle", "rb"))
request: AccessPackageAssignmentRequest = pickle.load(open("request.pickle", "rb"))
moved: list[CustomExtensionStageSetting] = []

# %%
rows = request.custom_extension_callout_instances or []
print(len(rows), [row.custom_extension_id for row in rows])

# %%
rows = policy.custom_extension_stage_settings or []
for row in rows:
    print(row.stage, row.custom_extension.display_name if row.custom_extension else "-")

# %%


def title(hook: CustomExtensionStageSetting) -> str:
    return f"{hook.id}: {hook.stage}"


moved += [CustomExtensionStageSetting(stage=row.stage) for row in rows]
print([title(row) for row in rows])
