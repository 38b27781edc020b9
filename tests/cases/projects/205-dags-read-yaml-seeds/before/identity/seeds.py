from pathlib import Path

import yaml

SEED = Path(__file__).resolve().parents[1] / "config" / "seed-policies.yml"


def hooks() -> list[tuple[str, str]]:
    """Of every accessPackageAssignmentPolicy that we seed."""
    found = []
    for policy in yaml.safe_load(SEED.read_text(encoding="utf-8"))["policies"]:
        if policy["accessPackageId"]:
            found += [(handler["stage"], handler["customExtension"]["id"]) for handler in policy["customExtensionHandlers"]]
    return found
