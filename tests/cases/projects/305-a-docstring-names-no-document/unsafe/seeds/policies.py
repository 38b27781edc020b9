import json
from importlib.resources import files

SEED = files("seeds").joinpath("data", "policies.json")


def hooks() -> list[dict]:
    policies = json.loads(SEED.read_text(encoding="utf-8"))
    return [hook for policy in policies if policy["accessPackageId"] for hook in policy["customExtensionStageSettings"]]
