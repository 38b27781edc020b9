from .keys import *


def hooks(policy: dict) -> list[str]:
    return [f"{policy['id']}: {handler['stage']}" for handler in policy[HANDLERS]]
