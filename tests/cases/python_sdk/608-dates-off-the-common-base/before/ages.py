from repository import extensions


def ages(page):
    return [extension.created_date_time for extension in extensions(page)]


def names(page):
    return [extension.display_name for extension in extensions(page)]
