"""Workers send back what they found, however deep it is."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migrate_ext.core.model import Facts
from migrate_ext.core.report import RunError
from migrate_ext.core.source import Source
from migrate_ext.engine import workers
from migrate_ext.engine.analysis import extract_with_registry
from migrate_ext.engine.options import Options
from migrate_ext.engine.runner import fix
from migrate_ext.engine.workers import Job, extract_all

PADDING = "# " + "x" * 500_000 + "\n"


def test_the_facts_of_a_long_sum_come_back_from_a_worker() -> None:
    text = PADDING + "total = " + " + ".join(["a"] * 800) + "\n"
    jobs = [Job("python", Source(name, text, "utf-8")) for name in ("one.py", "two.py")]
    outcomes = list(extract_all(jobs, extract_with_registry, 2))
    assert [outcome.path for outcome in outcomes if isinstance(outcome, Facts)] == ["one.py", "two.py"]


TREE = {
    "api.py": 'def runs(request):\n    return request["customExtensionHandlerInstances"]\n',
    "use.py": "from api import runs\n\nfor run in runs(load()):\n    print(run['stage'])\n",
    "tests/data/request.json": '{"customExtensionHandlerInstances": [{"customExtensionId": "1", "stage": null}]}',
    "tests/test_request.py": 'import json\n\nx = json.load(open("request.json"))["customExtensionHandlerInstances"]\n',
    "broken.py": 'x = "customExtensionHandlers" +\n',
}


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(sorted(TREE)), st.sampled_from([2, 3]), st.booleans())
def test_fixes_do_not_depend_on_order_or_workers(
    tmp_path_factory: pytest.TempPathFactory,
    paths: list[str],
    jobs: int,
    unsafe: bool,  # noqa: FBT001 - a table's column
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "_PAYS", 1)
        patch.chdir(tmp_path_factory.mktemp("work"))
        for path, text in TREE.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, encoding="utf-8")
        one = fix(Options(paths=tuple(sorted(paths)), jobs=1, unsafe=unsafe), write=False)
        many = fix(Options(paths=tuple(paths), jobs=jobs, unsafe=unsafe), write=False)
    assert one.fixed or not unsafe
    assert (many.findings, list(many.fixed), many.errors) == (one.findings, list(one.fixed), one.errors)
    assert [(change.path, change.text) for change in many.changes] == [
        (change.path, change.text) for change in one.changes
    ]


def test_documents_do_not_pay_for_workers_as_early_as_python_does() -> None:
    text = "x" * 300_000
    for kind, count in (("python", 2), ("document", 1)):
        jobs = [Job(kind, Source(name, text, "utf-8")) for name in ("one", "two")]
        assert workers._useful(jobs, 2) == count  # noqa: SLF001 - what is not seen from outside


def dies_of_one_file(kind: str, source: Source) -> Facts:
    if source.path == "deadly.py":
        os._exit(1)
    return extract_with_registry(kind, source)


def test_a_file_that_ends_its_worker_costs_no_other_file_anything() -> None:
    names = ("a.py", "deadly.py", "b.py", "c.py")
    jobs = [Job("python", Source(name, PADDING, "utf-8")) for name in names]
    outcomes = list(extract_all(jobs, dies_of_one_file, 2))
    assert [(outcome.path, isinstance(outcome, RunError)) for outcome in outcomes] == [
        ("a.py", False),
        ("deadly.py", True),
        ("b.py", False),
        ("c.py", False),
    ]


def test_no_worker_stays_when_its_results_are_not_wanted_any_more() -> None:
    jobs = [Job("python", Source(f"{number}.py", PADDING, "utf-8")) for number in range(9)]
    outcomes = extract_all(jobs, extract_with_registry, 2)
    next(outcomes)
    assert multiprocessing.active_children()
    outcomes.close()
    assert not multiprocessing.active_children()
