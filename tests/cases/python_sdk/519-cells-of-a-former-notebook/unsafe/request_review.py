# %%
import pickle

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest

requests: list[AccessPackageAssignmentRequest] = pickle.load(open("requests.pickle", "rb"))

# %%
run = None
for request in requests:
    for run in request.custom_extension_callout_instances or []:
        if run.external_correlation_id:
            break

# %%
if run:
    print("last looked at: %s (%s)" % (run.custom_extension_id, run.stage))
run = requests[0]
print(run.request_state, getattr(run, "stage", None))
