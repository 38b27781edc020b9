import requests

from common.queries import ELM
from common.session import bearer


def runs_of(token, request_id):
    url = f"{ELM}/accessPackageAssignmentRequests/{request_id}?$expand=customExtensionHandlerInstances"
    return requests.get(url, headers=bearer(token), timeout=30).json()["customExtensionHandlerInstances"]
