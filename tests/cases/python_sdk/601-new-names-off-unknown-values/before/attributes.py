from dataclasses import dataclass, field


def stages(request):
    return [run.stage for run in request.custom_extension_callout_instances]


def by_name(request):
    return [run.stage for run in getattr(request, "custom_extension_callout_instances", [])]


def sent(request):
    return [run for run in request.custom_extension_callout_instances if run.status == "requestSent"]


def set_before(request, runs):
    request.custom_extension_callout_instances = runs
    return {run.stage for run in request.custom_extension_callout_instances}


def settings(policy):
    return [setting.stage for setting in policy.custom_extension_stage_settings]


@dataclass
class Audit:
    custom_extension_callout_instances: list = field(default_factory=list)

    def stages(self):
        return [run.stage for run in self.custom_extension_callout_instances]


class Table:
    rows = ()


def of_a_table(table: Table):
    return [row.stage for row in table.custom_extension_callout_instances]
