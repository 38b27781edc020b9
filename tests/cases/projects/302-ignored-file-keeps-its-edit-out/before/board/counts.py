from board import client


def runs(http, request_id: str) -> int:
    return len(client.request(http, request_id)["customExtensionHandlerInstances"])


def hooks(http, policy_id: str) -> set[str]:
    return {hook["stage"] for hook in client.policy(http, policy_id)["customExtensionHandlers"]}
