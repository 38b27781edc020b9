def stages(client):
    request = client.get()
    return [run.stage for run in request.custom_extension_handler_instances]


def any_stage(client):
    return bool(stages(client))
