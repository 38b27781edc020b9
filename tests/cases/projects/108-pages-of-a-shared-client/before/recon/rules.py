def is_open(run: dict) -> bool:
    return run.get("status") == "requestSent"


def is_failed(entry: dict) -> bool:
    return entry.get("status") == "requestReceived" and entry["stage"] != "done"
