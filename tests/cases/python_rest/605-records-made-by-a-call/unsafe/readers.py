from models import Job, Named, Plain, Policy, Request, Row, Run


def stages(request: Request) -> list[str]:
    return [run["stage"] for run in request["customExtensionCalloutInstances"]]


def of_named(named: Named) -> str:
    name, run = named
    return name + named.run["stage"] + run["stage"]


def of_row(row: Row) -> list[str]:
    return [run["stage"] for run in row.customExtensionCalloutInstances]


def rows(runs: list[Run]) -> Row:
    return Row("a", customExtensionCalloutInstances=runs)


def plain(request: Request) -> str:
    both = Plain(request["customExtensionCalloutInstances"], request["customExtensionCalloutInstances"][0])
    return both.run["stage"] + both.runs[0]["stage"]


def hooks(policy: Policy) -> list[str]:
    return [hook["stage"] for hook in policy["customExtensionStageSettings"]]


def job(job: Job) -> str:
    return job["stage"]
