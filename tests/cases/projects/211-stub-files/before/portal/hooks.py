def of_policy(policy):
    return [hook for hook in policy.handlers if hook.stage]


def owner(extension):
    return extension.display_name.partition(":")[0]


def moved(ticket):
    return ticket.stage != "triage" and ticket.status == "requestSent"
