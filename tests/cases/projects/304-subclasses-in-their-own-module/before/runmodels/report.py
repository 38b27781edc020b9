from runmodels.planned import PlannedRun
from runmodels.timed import TimedRun


def slow(runs: list[TimedRun]) -> list[str]:
    return [f"{run.stage}: {run.seconds}" for run in runs if run.seconds > 60]


def plan(runs: list[PlannedRun]) -> list[str]:
    return [f"{run.stage}: {run.custom_extension_id}" for run in runs]
