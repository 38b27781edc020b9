from dataclasses import dataclass

from desk import text


@dataclass
class Job:
    stage: str
    status: str = "requestSent"


def cells(jobs: list[Job]) -> list[str]:
    return [text.cell(job) for job in jobs]
