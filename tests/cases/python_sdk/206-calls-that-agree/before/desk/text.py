def where(entry):
    return entry.stage.name if entry.stage else "?"


def cell(entry):
    return f"{entry.stage} / {entry.status}"


def joined(entries, separator=", "):
    return separator.join(entry.custom_extension_id or "" for entry in entries)
