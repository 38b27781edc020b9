"""What the reports for people say of a fleet."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from migrate_ext.core.finding import Related
from migrate_ext.reports import saved
from migrate_ext.reports.fleet import Team, change, ranked, teams
from migrate_ext.reports.json import to_dict
from migrate_ext.reports.words import conclusion, next_commands
from tests.door import run
from tests.reports.samples import FLEET, FULL, NOTHING, ONE, finding, of_fleet, rendered, report, span
from tests.reports.test_html import read

if TYPE_CHECKING:
    from pathlib import Path


def test_it_concludes_with_what_is_to_do_what_is_safe_what_has_changed_and_what_failed() -> None:
    """Lost repositories are in no comparison, nor are those that the earlier state did not have."""
    assert conclusion(FLEET) == [
        "17 findings to go in 2 of 5 repositories: 14 safe, 1 unsafe, 2 by hand.",
        "14 of them (82 %) can be fixed safely at once.",
        "Since the earlier state: 24 → 17 findings (-7) in the 3 repositories of both.",
        "1 repository could not be checked.",
    ]
    clean = of_fleet({"repository": "a", "before": 3, "report": to_dict(NOTHING)})
    assert conclusion(clean) == [
        "No deprecated shapes found in 1 repository.",
        "Since the earlier state: 3 → 0 findings (-3) in the 1 repository of both.",
    ]


def test_repositories_with_most_to_do_come_first_and_then_those_that_failed() -> None:
    assert [(part.name, change(part)) for part in ranked(FLEET)] == [
        ("https://git.example/hr", "-4"),
        ("/srv/it@v1", "+1"),
        ("/srv/lost", ""),
        ("/srv/clean", "-4"),
        ("/srv/same", ""),
    ]


def test_teams_are_the_sums_of_their_repositories() -> None:
    assert teams(FLEET) == [
        Team("HR", 2, 1, 16, {"safe": 13, "unsafe": 1, "manual": 2}, 20, 3),
        Team("IT", 2, 1, 1, {"safe": 1, "unsafe": 0, "manual": 0}, 4, 0),
        Team("(no label)", 1, 0, 0, {"safe": 0, "unsafe": 0, "manual": 0}, None, 0),
    ]


def test_what_is_to_be_typed_is_for_each_repository() -> None:
    assert next_commands(FLEET, "")[0] == ("migrate-ext fix", "in each repository: applies the 14 safe")


def test_equal_paths_and_groups_of_two_repositories_stay_apart() -> None:
    one = to_dict(report(finding(group="g", related=(Related("src/b.py", span(1, 1, 2), "…"),)), finding(group="g")))
    made = of_fleet({"repository": "a", "report": one}, {"repository": "b", "report": one})
    assert [row.path for row in made.findings] == ["a//src/app.py"] * 2 + ["b//src/app.py"] * 2
    assert {row.group for row in made.findings} == {"a: g", "b: g"}
    assert made.findings[0].related[0].path == "a//src/b.py"
    page = read(made)
    assert page.text.count("2 findings in a//src/app.py") == page.text.count("2 findings in b//src/app.py") == 1


class TestMarkdown:
    def test_a_row_for_each_repository_with_something_to_say_and_one_for_the_others(self) -> None:
        text = rendered("markdown", FLEET)
        assert "| repository | team | commit | findings | safe | unsafe | by hand | before | change | errors |" in text
        assert "| `https://git.example/hr` | HR | cccccccccc | 16 | 13 | 1 | 2 | 20 | -4 | 2 |" in text
        assert "| `/srv/clean` | IT | cccccccccc | 0 |  |  |  | 4 | -4 |  |" in text
        assert "| `/srv/lost` | HR |  |  |  |  |  | 3 |  | 1 |" in text
        assert "| 1 more without findings |" in text
        assert "/srv/same" not in text

    def test_totals_by_team_and_by_rule(self) -> None:
        text = rendered("markdown", FLEET)
        assert "| HR | 2 | 1 | 16 | 13 | 1 | 2 | 20 | 3 |" in text
        assert "| CEX102 | 15 | The collection" in text

    def test_why_a_repository_failed(self) -> None:
        assert "- read: `/srv/lost`: git fetch: fatal: it is gone\n" in rendered("markdown", FLEET)


class TestHtml:
    def test_a_row_for_each_repository(self) -> None:
        page = read(FLEET)
        assert "RepositoryTeamCommitFilesFindingsSafeUnsafeBy handHiddenBeforeChangeErrors" in page.text
        assert "https://git.example/hrHRcccccccccc716131" + "2220-42" in page.text
        assert "/srv/lostHR31" in page.text
        assert "2 without findings" in page.text

    def test_without_an_earlier_state_nothing_is_compared(self) -> None:
        text = read(of_fleet({"repository": "a", "report": to_dict(ONE)})).text
        assert "By handHiddenErrors" in text
        assert "earlier" not in text

    def test_each_repository_with_findings_is_linked_with_its_part_of_the_page(self) -> None:
        page = read(FLEET)
        links = [value[1:] for value in page.values("href") if value.startswith("#repository-")]
        places = [value for value in page.values("id") if value.startswith("repository-")]
        assert sorted(links) == sorted(places)
        assert len(set(links)) == 2
        markup = rendered("html", FLEET)
        part = markup[markup.index(f'id="{links[0]}"') :]
        assert re.search(r"^[^>]*><h3 class=\"path\">https://git\.example/hr</h3>", part)

    def test_a_file_is_headed_by_its_path_in_the_repository(self) -> None:
        assert '<span class="path">src/app.py</span>' in rendered("html", FLEET)

    def test_teams_have_a_bar_each(self) -> None:
        text = read(FLEET).text
        assert "HR 1 of 2 with findings, 20 before13 safe, 1 unsafe, 2 by hand16" in text


class TestSaved:
    def test_a_fleet_can_be_merged_with_a_report(self) -> None:
        assert [part.name for part in saved.merge([("x.json", FLEET), ("y.json", ONE)]).parts] == [
            *("https://git.example/hr", "/srv/it@v1", "/srv/clean", "/srv/same", "/srv/lost"),
            "y.json",
        ]

    @pytest.mark.parametrize(
        ("item", "said"),
        [
            (7, "[1] must be an object"),
            ({}, "[1]: 'repository' must be a string"),
            ({"revision": None, "error": None, "repository": "a"}, "[1]: 'report' must be an object"),
            (
                {"revision": None, "error": None, "repository": "a", "report": {"schema_version": 9}},
                "a report is not of schema version 1",
            ),
        ],
    )
    def test_what_is_no_fleet_is_said_with_its_place(self, tmp_path: Path, item: object, said: str) -> None:
        path = tmp_path / "fleet.json"
        first = {"repository": "a", "revision": None, "error": None, "label": None, "commit": None}
        path.write_text(json.dumps([{**first, "report": to_dict(FULL)}, item]), encoding="utf-8")
        outcome = run("report", str(path))
        assert outcome.code == 2
        assert said in outcome.stderr
        assert outcome.stderr.count("\n") == 1
