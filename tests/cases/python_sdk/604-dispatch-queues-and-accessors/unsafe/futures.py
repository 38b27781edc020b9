"""concurrent.futures, heapq, Counter, chained methods."""
from __future__ import annotations

import heapq
from collections import Counter, deque
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice, starmap, tee

from msgraph_beta.generated.models.access_package_assignment_request import AccessPackageAssignmentRequest


def load(request: AccessPackageAssignmentRequest):
    return request.custom_extension_callout_instances or []


def concurrent(requests: list[AccessPackageAssignmentRequest]):
    with ThreadPoolExecutor() as pool:
        futures = {pool.submit(load, request): request for request in requests}
        for future in as_completed(futures):
            for run in future.result():
                yield futures[future].id, run.stage
        for runs in pool.map(load, requests):
            yield from ((None, run.stage) for run in runs)


def newest(requests: list[AccessPackageAssignmentRequest]):
    runs = deque(maxlen=10)
    for request in requests:
        runs.extend(load(request))
    return [run.stage for run in heapq.nlargest(3, runs, key=lambda run: run.external_correlation_id)]


def counted(requests: list[AccessPackageAssignmentRequest]) -> Counter[str]:
    return Counter(run.status for request in requests for run in load(request))


def numbered(request: AccessPackageAssignmentRequest):
    first, second = tee(islice(load(request), 5))
    print(list(starmap(lambda at, run: (at, run.stage), enumerate(first))))
    return {run.custom_extension_id: run for run in second}


def last(request: AccessPackageAssignmentRequest):
    *_, run = load(request)
    return run.stage if run else None
