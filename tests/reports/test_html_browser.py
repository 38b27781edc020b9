"""The page in a real browser: Debian's Chromium, or another one that is installed, driven by Playwright."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from migrate_ext.core.finding import Excerpt, Fix, Position, Range, RangeEdit
from migrate_ext.core.report import Part, RunError
from tests.reports.samples import FULL, HOSTILE_NAMES, MANY, NOTHING, by_hand, finding, hostile, rendered, report, span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from migrate_ext.core.report import Report

    Open = Callable[..., Page]

playwright = pytest.importorskip(
    "playwright.sync_api", reason="no Playwright is installed: `pip install 'migrate-ext[browser]'`"
)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium is installed: `apt-get install chromium`, or Chrome from its own site"
)

MIXED = report(
    finding(path="src/a.py", group="g", message="oldName was retired; use newName"),
    finding(path="src/b.py", group="g", applicability="unsafe", code="CEX202"),
    by_hand(path="src/b.py", code="CEX103", range=span(9, 1, 6), help="Look it up elsewhere."),
    finding(path="docs/c.json", language="json", code="CEX202"),
    fixed=(finding(path="src/d.py", removed={"stage": "gone"}),),
    suppressed=(finding(path="src/e.py", by="comment"),),
    parts=(Part("one.json", FULL.summary), Part("two.json", NOTHING.summary)),
)
HOSTILE = (
    *HOSTILE_NAMES,
    "javascript:document.title='bad'",
    "\"onmouseover=\"document.title='bad'",
    "' autofocus onfocus='document.title=1",
    "<svg onload=document.title='bad'>",
    "</style><script>document.title='bad'</script>",
    "<!--<script>",
    "&lt;script&gt;document.title='bad'&lt;/script&gt;",
    "{{constructor.constructor('document.title=1')()}}",
)
HOSTILE_REPORT = report(
    *map(hostile, HOSTILE),
    *(finding(url=f"javascript:document.title='{number}'", path=name) for number, name in enumerate(HOSTILE)),
    errors=tuple(RunError(name, "read", name) for name in HOSTILE),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with playwright.sync_playwright() as driver:
        # root, as which containers run, may not use the sandbox; the page is our own
        running = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a report's page; at the end nothing may have gone wrong in it or been asked of the network."""
    contexts: list[BrowserContext] = []
    said: list[str] = []
    asked: list[str] = []

    def open_page(made: Report, hash_: str = "", **options: Any) -> Page:
        path = tmp_path / "report.html"
        path.write_bytes(rendered("html", made).encode())
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri() + hash_)
        assert [url for url in asked if not url.startswith(("data:", path.as_uri()))] == []
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []
    assert {url.partition("#")[0] for url in asked if not url.startswith("data:")} == {
        (tmp_path / "report.html").as_uri()
    }


def addressed(page: Page, pattern: str) -> None:
    """Waits until the address says so."""
    playwright.expect(page).to_have_url(re.compile(pattern))


def shown(page: Page) -> list[str]:
    """Which findings can be seen."""
    return [
        article.get_attribute("id") or "" for article in page.locator(".findings article").all() if article.is_visible()
    ]


def count(page: Page) -> str:
    return str(page.get_by_role("status").inner_text())


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_every_finding_is_shown(opened: Open, *, scripts: bool) -> None:
    page = opened(MIXED, java_script_enabled=scripts)
    assert shown(page) == ["open-1", "open-2", "open-3", "open-4", "fixed-1", "hidden-1"]


def test_without_scripts_no_filter_is_offered(opened: Open) -> None:
    page = opened(MIXED, java_script_enabled=False)
    assert not page.get_by_role("search").is_visible()
    assert page.get_by_text("filtering them needs JavaScript").is_visible()


def tab_to(page: Page, label: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.get_by_label(label, exact=True).evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{label} cannot be reached by keyboard")


@pytest.mark.parametrize(
    ("label", "typed", "expected"),
    [
        ("Search", "elsewhere", ["open-3"]),
        ("Search", "RETIRED newname CEX202", []),
        ("Search", "oldname cex202", ["open-2", "open-4"]),
        ("File", "B.py", ["open-2", "open-3"]),
        ("Rule", "CEX202", ["open-2", "open-4"]),
        ("Kind", "by hand", ["open-3"]),
        ("State", "Fixed", ["fixed-1"]),
    ],
)
def test_each_filter_works_by_keyboard(opened: Open, label: str, typed: str, expected: list[str]) -> None:
    page = opened(MIXED)
    tab_to(page, label)
    page.keyboard.type(typed)
    addressed(page, "#.*=")
    assert shown(page) == expected
    assert count(page) == f"{len(expected)} of 6 findings"


def test_filters_add_up_and_clear_by_keyboard(opened: Open) -> None:
    page = opened(MIXED)
    tab_to(page, "Rule")
    page.keyboard.type("CEX202")
    tab_to(page, "Kind")
    page.keyboard.type("unsafe")
    addressed(page, "#rule=CEX202&level=unsafe$")
    assert shown(page) == ["open-2"]
    page.get_by_role("button", name="Clear").focus()
    page.keyboard.press("Enter")
    addressed(page, "html$")
    assert count(page) == "6 findings"


def test_an_address_opens_the_page_filtered(opened: Open) -> None:
    page = opened(MIXED, "#rule=CEX202&file=docs&unknown=1")
    assert shown(page) == ["open-4"]
    assert page.get_by_label("File", exact=True).input_value() == "docs"


def test_a_file_and_a_section_without_a_match_are_hidden_with_their_headings(opened: Open) -> None:
    page = opened(MIXED, "#file=docs")
    assert not page.get_by_role("heading", name="src/a.py").is_visible()
    assert not page.get_by_role("heading", name="Fixed").is_visible()


def test_a_count_of_the_overview_filters_and_the_way_back_leads_back(opened: Open) -> None:
    page = opened(MIXED)
    page.get_by_role("link", name="unsafe").first.press("Enter")
    assert shown(page) == ["open-2"]
    page.go_back()
    addressed(page, "html$")
    assert count(page) == "6 findings"


def test_a_link_to_a_finding_that_the_filter_hides_shows_it(opened: Open) -> None:
    page = opened(MIXED, "#file=docs")
    page.evaluate("location.hash = '#open-3'")
    page.locator("#open-3").wait_for()
    page.wait_for_timeout(50)
    addressed(page, "#open-3$")
    assert count(page) == "6 findings"


def test_a_link_to_a_group_unfolds_it(opened: Open) -> None:
    page = opened(MIXED)
    page.get_by_role("link", name="Changes together with 1 other").first.press("Enter")
    page.locator("#group-1 a").nth(1).press("Enter")
    assert page.evaluate("location.hash") == "#open-2"


@pytest.mark.parametrize("policy", [True, False], ids=["with the policy", "without it"])
def test_no_text_of_a_scanned_file_is_executed(opened: Open, *, policy: bool) -> None:
    page = opened(HOSTILE_REPORT, bypass_csp=not policy)
    for finding_ in page.locator(".findings article").all()[:40]:
        finding_.hover(force=True)
    for name in HOSTILE:
        page.get_by_label("Search", exact=True).fill(name)
        page.get_by_label("File", exact=True).fill(name)
    addressed(page, "#.*=")
    assert page.title() == "Migration report"
    assert page.locator("script").count() == page.locator("style").count() == 1
    assert page.locator("img, iframe, object, body svg script, [onload], [onerror], [onfocus]").count() == 0
    assert page.locator("a[href^='javascript' i]").count() == 0
    page.evaluate(f"location.hash = '#rule={quote(HOSTILE[5])}&file={quote(HOSTILE[4])}'")
    assert page.title() == "Migration report"


def test_a_script_that_got_into_the_page_would_not_run(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    broken = rendered("html", MIXED).replace("<footer>", "<script>document.title = 'bad'</script><footer>")
    path.write_text(broken, encoding="utf-8")
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    assert page.title() == "Migration report"
    assert "Content Security Policy" in said[0]
    page.close()


def test_the_names_of_files_are_read_as_they_are_written(opened: Open) -> None:
    page = opened(report(finding(path="<b>a</b> & b.py")))
    assert page.get_by_role("heading", name="<b>a</b> & b.py").is_visible()


CONTRAST = """
() => {
  const channel = (value) => value <= 0.03928 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const light = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).map(Number).map(channel);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (!color.endsWith(", 0)")) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const weak = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || element.closest("svg, script, noscript, select")) continue;
    const [one, two] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (two + 0.05);
    if (ratio < 4.5) weak.push(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...new Set(weak)];
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_the_contrast_that_wcag_asks_for(opened: Open, scheme: str) -> None:
    assert opened(FULL, color_scheme=scheme).evaluate(CONTRAST) == []


def test_light_and_dark_differ(opened: Open) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    light, dark = (opened(FULL, color_scheme=scheme).evaluate(background) for scheme in ("light", "dark"))
    assert light != dark


@pytest.mark.parametrize("made", [MIXED, FULL, HOSTILE_REPORT], ids=["mixed", "full", "hostile"])
def test_nothing_is_wider_than_a_small_phone(opened: Open, made: Report) -> None:
    page = opened(made, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_focus_can_be_seen_wherever_it_goes(opened: Open) -> None:
    page = opened(MIXED)
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_every_control_and_landmark_has_a_name(opened: Open) -> None:
    tree = opened(MIXED).locator("body").aria_snapshot()
    for named in (
        "- banner:",
        "- main:",
        "- contentinfo:",
        '- search "Filter the findings":',
        '- region "Overview":',
        '- region "Findings":',
        '- img "2 safe, 1 unsafe, 1 by hand, 1 fixed"',
        '- combobox "Rule"',
        '- searchbox "Search"',
        "- status: 6 findings",
    ):
        assert named in tree
    assert not re.search(r"- (img|searchbox|combobox|link|region|search|button)(:|$)", tree, re.MULTILINE)


def test_paper_has_every_line_and_no_filter(opened: Open) -> None:
    gone = Fix("Remove all", (RangeEdit(Range(Position(3, 1), Position(63, 1)), ""),))
    long = finding(fix=gone, excerpt=Excerpt(3, (*[f"line {number}" for number in range(60)], "")))
    page = opened(report(long), java_script_enabled=False)
    page.emulate_media(media="print")
    assert not page.get_by_role("search").is_visible()
    assert page.get_by_text("line 59", exact=False).last.is_visible()


def test_ten_thousand_findings_stay_usable(opened: Open) -> None:
    page = opened(MANY)
    assert page.locator(".findings article").count() == 10_000
    assert count(page) == "10,000 findings"
    milliseconds = page.evaluate(
        """async () => {
          const form = document.getElementById("filters");
          const before = performance.now();
          form.elements.text.value = "newname";
          form.elements.file.value = "m042";
          form.requestSubmit();
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          return performance.now() - before;
        }"""
    )
    assert count(page) == "100 of 10,000 findings"
    assert milliseconds < 3000  # some 200 on a laptop
