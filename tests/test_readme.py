"""The documentation shows what the tool really prints, and its rules are those of the catalogue."""

from __future__ import annotations

import re

from migrate_ext.engine import config
from migrate_ext.graph.catalogue import RULES
from migrate_ext.reports import FORMATS
from tests import pictures, readme

TEXT = readme.README.read_text(encoding="utf-8")


def test_the_shown_outputs_and_the_table_of_rules_are_the_real_ones() -> None:
    """`python -m tests.readme` writes them anew."""
    assert readme.rendered(TEXT) == TEXT


def test_the_picture_of_the_text_report_is_the_real_output() -> None:
    """`python -m tests.pictures` draws it anew."""
    assert pictures.TEXT_REPORT.read_text(encoding="utf-8") == pictures.text_report()


def test_its_pictures_and_links_are_there_and_small() -> None:
    links = re.findall(r"""(?:\]\(|src=")((?!https?:)[^)"#]+)""", TEXT)
    assert {"docs/pictures/text-report.svg", "docs/pictures/html-page.png"} <= set(links)
    assert not [link for link in links if not (readme.ROOT / link).exists()]
    assert all(path.stat().st_size < 200_000 for path in pictures.FOLDER.iterdir())


def test_the_page_of_the_rules_is_the_catalogue_s() -> None:
    """`python -m tests.readme` writes it anew."""
    assert readme.RULES_PAGE.read_text(encoding="utf-8") == readme.rules_page()


def test_it_shows_a_check_and_both_fixes_of_the_estate() -> None:
    assert readme.commands(TEXT)[:3] == ["check fixtures", "fix fixtures", "fix fixtures --unsafe"]


def test_it_installs_and_runs_in_one_line_and_tests_in_another() -> None:
    assert re.findall(r"^python -m pip install .*&& .*", TEXT, re.MULTILINE) == [
        "python -m pip install . && migrate-ext check fixtures",
        "python -m pip install -e '.[test]' && python -m pytest",
    ]


def test_it_names_every_rule_format_and_configuration_key() -> None:
    missing = {rule for rule in RULES if f"[{rule}]" not in TEXT}
    missing |= {name for name in FORMATS if f"`{name}`" not in TEXT}
    missing |= {key for key in config.KEYS if f"\n{key} = " not in TEXT}
    assert not missing
