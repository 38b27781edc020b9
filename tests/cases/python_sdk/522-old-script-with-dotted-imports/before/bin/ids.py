import sys
from msgraph_beta.generated.models import custom_extension_handler_instance as chi

for run in [chi.CustomExtensionHandlerInstance(None, {}, id) for id in sys.argv[1:]]:
    print("%s %s" % (run.custom_extension_id, run.external_correlation_id))
