import govern
from govern.callouts import first
from govern.models import CustomExtensionHandler as Hook


def show(hook: Hook, request) -> None:
    run = first(request)
    print(govern.describe(hook), run.external_correlation_id if run else "-")
