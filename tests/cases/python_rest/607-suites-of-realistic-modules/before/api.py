"""A client class with overloads of get by kind, results cached in dict attribute, and properties that chain."""
import logging

import requests

log = logging.getLogger(__name__)


class Entitlement:
    BASE = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"

    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {token}"})
        self._by_id = {}

    def _url(self, *parts):
        return "/".join([self.BASE, *parts])

    def request(self, id_):
        if id_ not in self._by_id:
            response = self.session.get(self._url("accessPackageAssignmentRequests", id_), params={"$expand": "customExtensionHandlerInstances,accessPackage"})
            response.raise_for_status()
            self._by_id[id_] = response.json()
        return self._by_id[id_]

    def runs(self, id_):
        return {run["customExtensionId"]: run for run in self.request(id_)["customExtensionHandlerInstances"]}

    def stage(self, id_, extension):
        try:
            return self.runs(id_)[extension]["stage"]
        except KeyError:
            log.warning("no stage for %s in customExtensionHandlerInstances", extension)
            return None

    def is_done(self, id_):
        return not any(run["status"] == "requestSent" for run in self.runs(id_).values())


def main(token, ids):
    api = Entitlement(token)
    done = list(filter(api.is_done, ids))
    stages = {id_: api.stage(id_, "e1") for id_ in ids if id_ not in done}
    for id_, stage in stages.items():
        print(id_, stage)
