"""What pages say with the ledger: read once, set in each language."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path

import pytest

from waraq.edition import plan, run
from waraq.edition.plan import Output
from waraq.paths import Project
from waraq.problems import Problem, errors

LEDGER = {
    "claims": """
[sanctioned]
statement = "It sanctioned four people, spent 57.95 billion, and half of it, 28.975 billion."
kind = "official"
attributed_to = "US Treasury"
date = "2020-07-09"
as_of = "2020-07-09"
sources = ["treasury", "newspaper"]
verified = true
topic = "law"
figures = [
  { id = "four", value = 4, unit = "people" },
  { id = "spent", value = 57_950_000_000, currency = "CNY", bound = "about" },
  { id = "half", value = 28_975_000_000, currency = "CNY" },
]

[rejected]
statement = "China rejects this."
kind = "denial"
attributed_to = "China"
as_of = "2020-07-10"
sources = ["newspaper"]
verified = true
topic = "law"
""",
    "sources": """
[treasury]
title = "Treasury Sanctions Four"
publisher = "US Treasury"
date = "2020-07-09"
address = "https://treasury.example/four"
accessed = "2026-11-23"
language = "pt"
title_language = "en"
type = "government"
read = "elsewhere"

[newspaper]
title = "四人受制裁"
publisher = "Newspaper"
address = "https://newspaper.example/"
archived = "https://archive.example/newspaper"
accessed = "2026-11-23"
language = "zh-Hans"
type = "news"
read = "excerpt"
""",
    "people": """
[chen]
category = "listed"
name = { en = "Chen Quanguo", zh-Hans = "陈全国", ug = "چېن چۈەنگو" }
original = "zh-Hans"
role = "Party secretary."
answer = "No reply found."

[[chen.measures]]
list = "sdn"
authority = "US Treasury"
basis = "Order 13818"
date = "2020-07-09"
source = "treasury"

[[chen.measures]]
list = "gone"
authority = "Canada"
basis = "Regulations"
date = "2020-07"
until = "2021"
source = "newspaper"

[zhu]
category = "listed"
name = { en = "Zhu Hailun", zh-Hans = "朱海仑" }
original = "zh-Hans"
role = "Deputy."
answer = "No reply found."
measures = []
""",
    "organisations": "",
    "lists": """
[sdn]
name = "Specially Designated Nationals List"
short = "SDN List"
kept_by = "US Treasury"
effect = "Freezes property."
limits = "Convict anyone."
claims = ["sanctioned"]

[gone]
name = "Gone list"
kept_by = "Canada"
effect = "Bars entry."
limits = "Freeze property."
""",
    "events": """
[second]
date = "2020-07-09"
statement = "The Treasury spends {fact}`spent`."
sources = ["treasury"]
claims = ["sanctioned"]
verified = true

[first]
date = "2014-05"
statement = "A campaign begins."
sources = ["newspaper"]
verified = true
""",
    "terms": """
[sanctions]
term = { en = "sanctions", ug = "ئېمبارگو", zh-Hans = "制裁" }
sure = { ug = "high", zh-Hans = "high" }
definition = "Measures by a government."

[camp]
term = { en = "camp" }
definition = "A place with guards."
""",
}

WORDS = {"about {figure}": "تەخمىنەن {figure}", "{name} ({original})": "{name} ({original})"}

Make = Callable[..., Project]


@pytest.fixture
def build(make_project: Make, tmp_path: Path) -> Callable[..., Path]:
    """The folder of a built edition; catalogs that are not given are empty."""

    def make(
        pages: Mapping[str, str], translations: Mapping[str, Mapping[str, str]] | None = None
    ) -> Path:
        catalogs = {domain: {} for domain in [*pages, "ledger"]} | {"interface": WORDS}
        project = make_project(pages, catalogs | dict(translations or {}), ledger=LEDGER)
        edition, _ = run.build(plan.plan(project), tmp_path / "out", {Output.WEB}, jobs=1)
        return edition

    return make


def body(edition: Path, tag: str, docname: str = "index") -> str:
    html = (edition / tag / f"{docname}.html").read_text(encoding="utf-8")
    return html.partition("</header>")[2].partition("<footer")[0]


def shown(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def text_of(html: str) -> str:
    """The page's text, without the line that says how far its translation has come."""
    main = html.partition("<main")[2].partition("</main>")[0]
    return shown(re.sub(r'(?s)<ul class="status">.*?</ul>', "", main))


def problems(project: Project) -> list[Problem]:
    return list(plan.plan(project).problems)


def test_a_figure_is_set_in_each_language(build: Callable[..., Path]) -> None:
    msgid = "Spending was {fact}`spent`.{claim}`sanctioned`"
    edition = build(
        {"index": f"# One\n\n{msgid}\n"},
        {"index": {"One": "بىر", msgid: "چىقىم {fact}`spent`غا يەتكەن.{claim}`sanctioned`"}},
    )
    assert "Spending was about 57.95 billion Chinese yuan." in shown(body(edition, "en"))
    assert "تەخمىنەن 57.95 مىليارد جۇڭگو يۈەنىغا يەتكەن." in shown(body(edition, "ug"))


def test_what_stays_in_the_source_language_has_its_figures_and_dates_in_that(
    build: Callable[..., Path],
) -> None:
    page = "# One\n\nOn {date}`2018-08-29` it was {fact}`spent`.\n\nDone.\n"
    edition = build({"index": page}, {"index": {"One": "بىر"}})
    words = shown(body(edition, "ug"))
    assert "On 29 August 2018 it was about 57.95 billion Chinese yuan." in words


def test_a_date_may_move_and_take_a_suffix(build: Callable[..., Path]) -> None:
    msgid = "It came on {date}`2018-08-29`."
    edition = build(
        {"index": f"# One\n\n{msgid}\n"},
        {"index": {msgid: "{date}`2018-08-29`تا كەلدى."}},
    )
    assert "2018-يىلى 29-ئاۋغۇستتا كەلدى." in shown(body(edition, "ug"))


def test_a_translation_cannot_name_another_figure(make_project: Make) -> None:
    msgid = "It was {fact}`four`."
    project = make_project(
        {"index": f"# One\n\n{msgid}\n"},
        {"index": {msgid: "ئۇ {fact}`spent`."}, "interface": {}},
        ledger=LEDGER,
    )
    assert {"role-lost", "role-added"} <= {each.rule for each in problems(project)}


def test_marks_lead_to_the_pages_own_sources_and_back(build: Callable[..., Path]) -> None:
    edition = build({"index": "# One\n\nFour.{claim}`sanctioned` No.{claim}`rejected`\n"})
    html = body(edition, "en")
    marks = re.findall(r'<a role="doc-noteref"(?: id="(mark-\d)")? href="#source-(\d)"', html)
    assert marks == [("mark-1", "1"), ("mark-2", "2"), ("", "2")]
    entries = html.split('<li id="source-')[1:]
    assert len(entries) == 2
    assert re.search(r'<a role="doc-backlink" [^>]* href="#mark-2"', entries[1])


def test_marks_side_by_side_are_in_the_order_of_their_numbers(build: Callable[..., Path]) -> None:
    edition = build({"index": "# One\n\nNo.{claim}`rejected` Four.{claim}`sanctioned`\n"})
    html = body(edition, "en")
    assert re.findall(r'href="#source-(\d)"', html) == ["1", "1", "2"]
    newspaper, treasury = html.split('<li id="source-')[1:]
    assert "Newspaper" in newspaper
    assert "Treasury" in treasury


def test_a_source_says_what_it_is(build: Callable[..., Path]) -> None:
    html = body(build({"index": "# One\n\nFour.{claim}`sanctioned` No.{claim}`rejected`\n"}), "en")
    treasury, newspaper = (shown(f"<{each}") for each in html.split('<li id="source-')[1:])
    assert "US Treasury, Treasury Sanctions Four, 9 July 2020. Government document." in treasury
    assert (
        "Read as quoted elsewhere, not in the original. Cited as: official statement." in treasury
    )
    assert "Newspaper, 四人受制裁, without a date. News report." in newspaper
    assert "Cited as: official statement and denial. Archived copy" in newspaper
    assert 'href="https://archive.example/newspaper"' in html
    assert re.search(r'<a [^>]*lang="zh-Hans"[^>]*>四人受制裁', html)


def test_a_translated_title_is_in_its_own_language(build: Callable[..., Path]) -> None:
    edition = build({"index": "# One\n\nFour.{claim}`sanctioned`\n"})
    assert re.search(r'<a href="[^"]*">Treasury Sanctions Four', body(edition, "en"))
    assert re.search(r'<a dir="ltr" lang="en" [^>]*>Treasury Sanctions Four', body(edition, "ug"))


def test_no_claim_no_list_of_sources(build: Callable[..., Path]) -> None:
    assert "doc-endnotes" not in body(build({"index": "# One\n\nTwo.\n"}), "en")


def test_the_original_name_stands_beside_the_first_one_only(build: Callable[..., Path]) -> None:
    msgid = "{person}`chen` came. {person}`chen` went."
    edition = build(
        {"index": f"# One\n\n{msgid}\n"},
        {"index": {msgid: "{person}`chen` كەلدى. {person}`chen` كەتتى."}},
    )
    assert "Chen Quanguo (陈全国) came. Chen Quanguo went." in shown(body(edition, "en"))
    html = body(edition, "ug")
    assert "چېن چۈەنگو (陈全国) كەلدى. چېن چۈەنگو كەتتى." in shown(html)
    assert '<span dir="ltr" lang="zh-Hans">陈全国</span>' in html


def test_a_name_without_a_settled_form_stays_as_the_source_has_it(
    build: Callable[..., Path],
) -> None:
    msgid = "{person}`zhu` came."
    edition = build({"index": f"# One\n\n{msgid}\n"}, {"index": {msgid: "{person}`zhu` كەلدى."}})
    assert "Zhu Hailun (朱海仑) كەلدى." in shown(body(edition, "ug"))


def test_a_page_may_use_words_of_its_own_for_a_name(build: Callable[..., Path]) -> None:
    msgid = "{person}`Chen <chen>` came."
    edition = build(
        {"index": f"# One\n\n{msgid}\n"}, {"index": {msgid: "{person}`چېن <chen>` كەلدى."}}
    )
    assert "Chen (陈全国) came." in shown(body(edition, "en"))
    assert "چېن (陈全国) كەلدى." in shown(body(edition, "ug"))


GLOSSARY = {
    "index": "# One\n\n{term}`Sanctions <sanctions>` and {term}`sanctions`.\n\n"
    "```{toctree}\nwords\n```\n",
    "words": "# Words\n\n:::{glossary-of}\n:::\n",
}


def test_a_term_that_a_language_lacks_says_of_which_language_it_is(
    build: Callable[..., Path],
) -> None:
    pages = {
        "index": "# One\n\n{term}`camp`.\n\n```{toctree}\nwords\n```\n",
        "words": "# Words\n\n:::{glossary-of}\n:::\n",
    }
    edition = build(pages, {"index": {"{term}`camp`.": "{term}`camp`!"}})
    marked = '<span dir="ltr" lang="en">camp</span>'
    assert f'<dt id="term-camp">{marked}</dt>' in body(edition, "ug", "words")
    assert '<dt id="term-camp">camp</dt>' in body(edition, "en", "words")
    assert re.search(r'<a href="words.html#term-camp"><[^>]* lang="en">camp<', body(edition, "ug"))
    index = (edition / "ug" / "a-z.html").read_text(encoding="utf-8")
    assert '<a href="words.html#term-camp"><span lang="en" dir="ltr">camp</span></a>' in index


def test_a_term_leads_to_the_glossary_and_is_called_what_the_language_calls_it(
    build: Callable[..., Path],
) -> None:
    msgid = "{term}`Sanctions <sanctions>` and {term}`sanctions`."
    edition = build(GLOSSARY, {"index": {msgid: "{term}`جازا <sanctions>` ۋە {term}`sanctions`."}})
    for tag, own, agreed in (("en", "Sanctions", "sanctions"), ("ug", "جازا", "ئېمبارگو")):
        links = re.findall(r'<a href="words.html#term-sanctions">(.*?)</a>', body(edition, tag))
        assert links == [own, agreed]
    glossary = body(edition, "ug", "words")
    assert re.search(r'<dt id="term-sanctions">ئېمبارگو \(.*sanctions', glossary)


def test_a_text_of_the_ledger_is_translated_once_for_all_pages(
    make_project: Make, tmp_path: Path
) -> None:
    block = ":::{timeline}\n:::\n"
    pages = {
        "index": f"# One\n\n{block}\n```{{toctree}}\ntwo\n```\n",
        "two": f"# Two\n\n{block}",
    }
    project = make_project(
        pages,
        {
            "index": {},
            "two": {},
            "interface": {},
            "ledger": {"A campaign begins.": "ھەرىكەت باشلاندى."},
        },
        ledger=LEDGER,
    )
    made = plan.plan(project)
    assert "A campaign begins." in made.expected.messages["ledger"]
    assert "A campaign begins." not in made.expected.messages["index"]
    edition, _ = run.build(made, tmp_path / "out", {Output.WEB}, jobs=1)
    for docname in pages:
        html = body(edition, "ug", docname)
        assert "ھەرىكەت باشلاندى." in shown(html)
        assert re.search(r'<span class="untranslated" dir="ltr" lang="en">The Treasury', html)


def test_a_timeline_is_in_the_order_of_time(build: Callable[..., Path]) -> None:
    words = shown(body(build({"index": "# One\n\n:::{timeline}\n:::\n"}), "en"))
    assert words.index("May 2014: A campaign") < words.index("9 July 2020: The Treasury spends")
    assert "spends about 57.95 billion Chinese yuan." in words


def test_a_timeline_may_be_cut(build: Callable[..., Path]) -> None:
    cut = body(build({"index": "# One\n\n:::{timeline}\n:from: 2015\n:until: 2020\n:::\n"}), "en")
    assert "A campaign begins" not in cut
    assert "The Treasury spends" in cut


MEASURES = "# One\n\n:::{{measures}}\n:people: chen zhu\n:caption: Who is listed\n{more}\n:::\n"


def test_measures_say_by_whom_since_when_on_what_ground_and_the_answer(
    build: Callable[..., Path],
) -> None:
    html = body(build({"index": MEASURES.format(more=":show: listed")}), "en")
    assert re.search(r"<caption[^>]*>(<[^>]+>)*Who is listed", html)
    words = shown(html)
    assert "US Treasury, since 9 July 2020: Order 13818." in words
    assert "Canada, from July 2020 to 2021: Regulations." in words
    assert words.count("No reply found.") == 2
    assert '<th scope="row"' in html


def test_a_matrix_says_what_was_not_found_and_gathers_the_same_answers(
    build: Callable[..., Path],
) -> None:
    more = ":show: matrix\n:lists: sdn gone"
    html = body(build({"index": MEASURES.format(more=more)}), "en")
    words = shown(html)
    assert "Chen Quanguo (陈全国) 9 July 2020" in words
    assert "July 2020 to 2021" in words
    assert words.count("not found") == 2
    assert "Chen Quanguo and Zhu Hailun: No reply found." in words
    assert '<div class="answer">' in html


def test_lists_are_compared_by_what_they_do_and_do_not_do(build: Callable[..., Path]) -> None:
    page = "# One\n\n:::{lists-compared}\n:lists: sdn\n:caption: Lists\n:::\n"
    words = shown(body(build({"index": page}), "en"))
    assert "What it does not do" in words
    assert "Convict anyone." in words


def test_names_stand_side_by_side_each_in_its_language(build: Callable[..., Path]) -> None:
    page = "# One\n\n:::{names-of}\n:people: chen zhu\n:caption: Names\n:::\n"
    html = body(build({"index": page}), "en")
    assert '<span dir="rtl" lang="ug">چېن چۈەنگو</span>' in html
    assert "no settled form yet" in html


def test_a_table_has_a_width_for_each_column_or_for_none(make_project: Make) -> None:
    page = "# One\n\n:::{names-of}\n:people: chen\n:caption: Names\n:widths: 1 2\n:::\n"
    project = make_project({"index": page}, {"index": {}}, ledger=LEDGER)
    wanted = "the table has 3 columns, but ':widths:' names 2"
    found = [each for each in problems(project) if wanted in each.message]
    assert [(each.path, each.line) for each in found] == [("docs/index.md", 3)]


def test_a_chart_is_a_table_with_bars_that_nobody_needs_to_see(build: Callable[..., Path]) -> None:
    page = (
        "# One\n\n:::{chart} It doubled\n:claim: sanctioned\n"
        "- Before: {fact}`half`\n- After: {fact}`spent`\n:::\n"
    )
    html = body(build({"index": page}), "en")
    words = shown(html)
    assert "Before 28,975,000,000 Chinese yuan After about 57.95 billion Chinese yuan" in words
    widths = re.findall(r'<svg class="bar"[^>]*aria-hidden="true"[^>]*><rect width="(\d+)"', html)
    assert widths == ["50", "100"]


def test_the_day_of_the_last_check_is_set_in_each_language(build: Callable[..., Path]) -> None:
    edition = build({"index": "# One\n\n:::{checked} 2026-11-23\n:::\n"})
    words = shown(body(edition, "en"))
    assert "The facts on this page were last checked on 23 November 2026." in words


def test_all_sources_are_listed_the_newest_first(build: Callable[..., Path]) -> None:
    words = shown(body(build({"index": "# One\n\n:::{sources-of}\n:::\n"}), "en"))
    assert words.index("Treasury Sanctions Four") < words.index("四人受制裁")


def test_a_type_of_source_that_there_is_not_is_an_error(make_project: Make) -> None:
    text = "# One\n\n:::{sources-of}\n:types: songs\n:::\n"
    project = make_project({"index": text}, {"index": {}}, ledger=LEDGER)
    [found] = [each for each in problems(project) if "songs" in each.message]
    assert (found.line, found.message) == (3, "there is no type of source 'songs'")


def test_a_list_of_sources_may_be_of_some_types(build: Callable[..., Path]) -> None:
    words = shown(body(build({"index": "# One\n\n:::{sources-of}\n:types: news\n:::\n"}), "en"))
    assert "四人受制裁" in words
    assert "Treasury Sanctions Four" not in words


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{fact}`none`", "the ledger has no figure 'none'"),
        ("{claim}`sanctioned, none`", "the ledger has no claim 'none'"),
        ("{person}`none`", "the ledger has no person 'none'"),
        ("{organisation}`none`", "the ledger has no organisation 'none'"),
        ("{term}`none`", "the ledger has no term 'none'"),
        ("{date}`2018-02-30`", "the calendar has no 2018-02-30"),
    ],
)
def test_what_the_ledger_lacks_is_an_error_at_its_line(
    make_project: Make, text: str, named: str
) -> None:
    project = make_project(
        {"index": f"# One\n\nText.\n\nMore {text}.\n"}, {"index": {}}, ledger=LEDGER
    )
    found = [each for each in problems(project) if named in each.message]
    assert [(each.path, each.line) for each in found] == [("docs/index.md", 5)]


def test_a_block_that_names_a_stranger_says_so(make_project: Make) -> None:
    page = "# One\n\n:::{timeline}\n:events: first none\n:::\n"
    project = make_project({"index": page}, {"index": {}}, ledger=LEDGER)
    assert any("no event 'none'" in each.message for each in problems(project))


@pytest.mark.parametrize(
    "block",
    ["lists-compared}\n:lists: sdn", "measures}\n:people: chen", "names-of}\n:people: chen"],
)
def test_a_table_without_a_caption_is_an_error_at_its_line(make_project: Make, block: str) -> None:
    page = f"# One\n\n:::{{{block}\n:::\n"
    project = make_project({"index": page}, {"index": {}}, ledger=LEDGER)
    [found] = [each for each in problems(project) if "has no ':caption:'" in each.message]
    assert (found.path, found.line) == ("docs/index.md", 3)


def test_a_broken_record_is_named_and_the_page_still_read(make_project: Make) -> None:
    broken = LEDGER | {"people": LEDGER["people"].replace('role = "Deputy."', 'rolle = "D."')}
    project = make_project({"index": "# One\n"}, {"index": {}}, ledger=broken)
    (found,) = [each for each in problems(project) if each.path == "docs/ledger/people.toml"]
    assert "zhu" in found.message
    assert "rolle" in found.message


ALL_OF_IT = """# One

{person}`chen` spent {fact}`spent`.{claim}`sanctioned` See {term}`sanctions`, section 7031(c).

:::{timeline}
:events: first
:::

:::{lists-compared}
:lists: sdn
:caption: A table
:::

:::{measures}
:people: chen
:lists: sdn
:caption: A table
:::

:::{glossary-of}
:terms: sanctions
:::

:::{chart} Spent
:claim: sanctioned
- In all: {fact}`spent`
:::
"""
WORDING = """
estimate = []
loaded = []
attributed = []
attributions = []
names_with_numbers = ["section 7031(c)"]
names = ["Order", "Convict"]
"""


@pytest.mark.parametrize("part", ["claims", "sources", "people", "lists", "events", "terms"])
def test_an_id_that_stands_twice_is_one_error(make_project: Make, part: str) -> None:
    ledger = {**LEDGER, "wording": WORDING}
    heading = next(line for line in ledger[part].splitlines() if line.startswith("["))
    project = make_project({"index": ALL_OF_IT}, {"index": {}}, ledger=ledger)
    before = [each for each in problems(project) if not each.language]
    ledger[part] += f"\n{heading}\n"
    project = make_project({"index": ALL_OF_IT}, {"index": {}}, ledger=ledger)
    new = set(errors(problems(project))).difference(before)
    assert [(each.path, each.rule) for each in new if not each.language] == [
        (f"docs/ledger/{part}.toml", "ledger-toml")
    ]


def test_words_that_cannot_be_read_make_no_figures_of_names(make_project: Make) -> None:
    for wording, rules in ((WORDING, set()), (WORDING + "names = []", {"ledger-toml"})):
        ledger = {**LEDGER, "wording": wording}
        project = make_project({"index": ALL_OF_IT}, {"index": {}}, ledger=ledger)
        found = {each.rule for each in errors(problems(project)) if not each.language}
        assert found & {"typed-figure", "ledger-toml"} == rules


def test_a_term_that_a_translator_says_otherwise_is_a_warning(make_project: Make) -> None:
    msgid = "New sanctions came."
    found = {}
    for word in ("ئېمبارگولار", "چەكلىمە"):
        project = make_project(
            {"index": f"# One\n\n{msgid}\n"},
            {"index": {msgid: f"يېڭى {word} كەلدى."}},
            ledger=LEDGER,
        )
        found[word] = [each.rule for each in problems(project)]
    assert "glossary" not in found["ئېمبارگولار"]
    assert "glossary" in found["چەكلىمە"]


def test_plain_sphinx_build_says_the_same(make_project: Make, tmp_path: Path) -> None:
    msgid = "{person}`chen` spent {fact}`spent` on {date}`2018-08-29`.{claim}`sanctioned`"
    msgstr = "{date}`2018-08-29` {person}`chen` {fact}`spent` خەجلىدى.{claim}`sanctioned`"
    project = make_project(
        {"index": f"# One\n\n{msgid}\n\n:::{{timeline}}\n:::\n"},
        {
            "index": {"One": "بىر", msgid: msgstr},
            "interface": WORDS,
            "ledger": {"A campaign begins.": "ھەرىكەت باشلاندى."},
        },
        ledger=LEDGER,
    )
    edition, _ = run.build(plan.plan(project), tmp_path / "out", {Output.WEB}, jobs=1)
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-D", "language=ug"]
    plain = tmp_path / "plain"
    subprocess.run(
        [*command, "-c", project.root, project.docs, plain], check=True, capture_output=True
    )
    theirs = (plain / "index.html").read_text(encoding="utf-8")
    ours = text_of(body(edition, "ug"))
    assert "2018-يىلى 29-ئاۋغۇست چېن چۈەنگو (陈全国) تەخمىنەن 57.95" in ours
    assert text_of(theirs) == ours
