from . import base


def digest(requests):
    return [f"{run['stage']} {run['externalCorrelationId']}" for run in base.latest(requests)]


def known(requests, registry):
    return [registry[extension_id]["stage"] for extension_id in base.extension_ids(requests)]
