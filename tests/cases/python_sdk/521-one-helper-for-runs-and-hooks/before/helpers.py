"""Small helpers without types; nothing here knows Graph."""


def pick(items, test=bool, limit=None):
    found = [item for item in items if test(item)]
    return found[:limit]


def first(items, default=None):
    return next(iter(items), default)
