def remote(session, root):
    return session.get(f"{root}/settings").json()["customExtensionHandlers"]


def local(session, host):
    found = session.get(host + "/plugins").json()
    return [entry["command"] for entry in found.get("customExtensionHandlers") or []]
