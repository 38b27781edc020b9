from governance import Policy


def stages(policy: Policy) -> list[str]:
    return sorted(handler["stage"] for handler in policy.custom_extension_handlers)
