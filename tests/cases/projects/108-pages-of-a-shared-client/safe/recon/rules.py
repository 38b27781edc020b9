def is_open(run: dict) -> bool:
    return run.get("status") == "calloutSent"


def is_failed(entry: dict) -> bool:
    return entry.get("status") == "requestReceived" and entry["stage"] != "done"
