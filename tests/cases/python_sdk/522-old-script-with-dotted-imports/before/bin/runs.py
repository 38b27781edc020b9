import sys
from msgraph_beta.generated.models import custom_extension_handler_instance as chi

def make(store, ids):
    return [chi.CustomExtensionHandlerInstance(store, {}, id, "c-" + id) for id in ids]

for run in make(None, sys.argv[1:]):
    print("%s %s" % (run.custom_extension_id, run.external_correlation_id))
