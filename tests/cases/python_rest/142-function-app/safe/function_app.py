import json
import logging

import azure.functions as func
import requests
from azure.identity import ManagedIdentityCredential

ELM = "https://graph.microsoft.com/beta/identityGovernance/entitlementManagement"
app = func.FunctionApp()
credential = ManagedIdentityCredential()


def graph(path: str) -> dict:
    token = credential.get_token("https://graph.microsoft.com/.default").token
    answer = requests.get(f"{ELM}{path}", headers={"Authorization": f"Bearer {token}"}, timeout=30)
    answer.raise_for_status()
    return answer.json()


@app.route(route="extensions/{catalog}", methods=["GET"])
def extensions(req: func.HttpRequest) -> func.HttpResponse:
    catalog = graph(f"/accessPackageCatalogs/{req.route_params['catalog']}?$expand=customAccessPackageWorkflowExtensions")
    rows = []
    for extension in catalog["customAccessPackageWorkflowExtensions"]:
        if extension["@odata.type"] == "#microsoft.graph.customAccessPackageWorkflowExtension":
            rows.append({"id": extension["id"], "since": extension["createdDateTime"]})
    logging.info("%d extensions", len(rows))
    return func.HttpResponse(json.dumps(rows), mimetype="application/json")


@app.route(route="hooks", methods=["POST"])
def hooks(req: func.HttpRequest) -> func.HttpResponse:
    policy = req.get_json()
    found = [
        hook["stage"]
        for hook in policy["customExtensionStageSettings"]
        if hook.get("@odata.type", "") in ("", "#microsoft.graph.customExtensionStageSetting")
    ]
    return func.HttpResponse("\n".join(found))
