"""Explains the customExtensionHandlerInstances of a request.

    >>> explain({"id": "r1", "customExtensionHandlerInstances": []})
    'r1: no runs'
"""
import argparse
import json
import logging
import sys

log = logging.getLogger("explain")


def explain(request: dict) -> str:
    """Reads request["customExtensionHandlerInstances"]; a status of requestSent counts as open."""
    # customExtensionHandlerInstances is null when the policy has no customExtensionHandlers
    if request["customExtensionHandlerInstances"] is None:
        log.warning("customExtensionHandlerInstances of %s is null, was it expanded?", request["id"])
        raise ValueError(f"no customExtensionHandlerInstances in request {request['id']}")
    count = len(request["customExtensionHandlerInstances"])  # not customExtensionHandlers
    log.debug(f"{request['id']} has {len(request['customExtensionHandlerInstances'])} customExtensionHandlerInstances")
    return f"{request['id']}: {count or 'no'} runs"


def main() -> None:
    parser = argparse.ArgumentParser(description="Shows the customExtensionHandlerInstances of saved requests.")
    parser.add_argument("file", help="JSON with customExtensionHandlerInstances, as Get-Request.ps1 saves it")
    options = parser.parse_args()
    with open(options.file, encoding="utf-8") as stream:
        print(explain(json.load(stream)))
    print("done; see the docs on customAccessPackageWorkflowExtension for more.", file=sys.stderr)


if __name__ == "__main__":
    main()
