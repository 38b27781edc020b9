from . import store


def rows(request) -> list[tuple[str, str]]:
    found = []
    for run in store.runs(request):
        found.append((str(run.stage), run.custom_extension_id or ""))
    return found


def ids(request) -> list[str]:
    return sorted(store.correlation_ids(request))
