"""From the pages of one language to the sheets that are to be printed of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from waraq.pages import templates
from waraq.pages.pageset import PageSet, date_in_words
from waraq.pages.records import Label, Page, Sheet
from waraq.pages.records import Partner as PartnerSlot
from waraq.pages.setting import Setting
from waraq.paths import HANDOUTS
from waraq.sheets import codes, columns, cutting, editions, fonts, pictures
from waraq.sheets.columns import Blocks
from waraq.sheets.editions import EDITIONS, FOLDED, LABELS, Edition
from waraq.sheets.job import FONTS, STYLESHEET, Folding, Job, Picture
from waraq.sheets.partner import Partner
from waraq.sheets.partner_lines import line_of

LABELS_ON_A_PAGE = 21


@dataclass(frozen=True)
class Planned:
    """A sheet to print: of which page, in which edition, with which code; and what it is called."""

    job: Job
    docname: str
    edition: str
    code: str
    words: Markup
    main: bool


@dataclass(frozen=True)
class Surroundings:
    """What sheets need beside the pages of their own language."""

    beside: Mapping[str, Blocks] = field(default_factory=dict)
    """The source's blocks of each handout that is also printed in two languages."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What the explainer is called, by language."""
    drafts: Mapping[str, str] = field(default_factory=dict)
    """The word for a draft, by language."""
    partner: Partner | None = None


def sheets(pages: PageSet, around: Surroundings) -> Iterator[Planned]:
    """Each page of *pages* in each of its editions, and the labels."""
    words = editions.in_words(pages.interface)
    source = pages.language.translation == "source"
    for docname in pages.order:
        names = pages.settings.sheets_of(docname)
        for name in names:
            edition = EDITIONS[name]
            if edition.beside_source and (source or docname not in around.beside):
                continue
            job, code = _printed(pages, docname, edition, around)
            yield Planned(job, docname, name, code, words[name], name == names[0])
            if edition.folded:
                yield Planned(_folded(pages, job), docname, FOLDED, code, words[FOLDED], False)
    if pages.settings.labels:
        root = pages.order[0]
        job, code = _labels(pages, root, around)
        yield Planned(job, root, LABELS.name, code, words[LABELS.name], False)


def _printed(
    pages: PageSet, docname: str, edition: Edition, around: Surroundings
) -> tuple[Job, str]:
    setting = pages.setting
    body = pages.body(
        docname,
        Setting(setting.language, setting.source, setting.interface, "print"),
        cut=edition.cut,
    )
    page = pages.page(docname, body=body)
    if page.draft:
        marked = cutting.with_draft_on_cards(body, pages.interface("draft"))
        page = replace(page, body=templates.markup(marked))
    code = codes.picture(page.address)
    sheet = _sheet(pages, page, edition, around.partner)
    if edition.beside_source:
        pairs = columns.pairs(body, around.beside[docname], pages.doctrees[docname], setting.source)
        sources = columns.headed_in_both(cutting.rest(body), setting.source)
        sheet = replace(sheet, pairs=tuple(pairs), sources=templates.markup(sources))
    return _job(pages, page, edition, sheet, (code, *_logo(edition, around.partner)))


def _labels(pages: PageSet, root: str, around: Surroundings) -> tuple[Job, str]:
    """A page of labels: every language, over and over."""
    page = pages.page(root, body="")
    squares = {
        each.tag: codes.picture(each.address, f"code-{each.tag}.svg") for each in page.languages
    }
    kinds = [
        Label(
            each,
            around.titles.get(each.tag, ""),
            around.drafts.get(each.tag, "") if each.draft else "",
            each.address,
            squares[each.tag].address,
        )
        for each in page.languages
    ]
    labels = tuple((kinds * LABELS_ON_A_PAGE)[:LABELS_ON_A_PAGE])
    sheet = replace(_sheet(pages, page, LABELS, around.partner), labels=labels)
    return _job(pages, page, LABELS, sheet, tuple(squares.values()))


def _sheet(pages: PageSet, page: Page, edition: Edition, partner: Partner | None) -> Sheet:
    slot = None
    if partner is not None:
        logo = partner.logo.address if partner.logo and edition.colours else ""
        ours = [each.language for each in pages.settings.languages]
        name, *contact = (
            line_of(words, pages.language.language, ours)
            for words in (partner.name, *partner.contact)
        )
        slot = PartnerSlot(name, tuple(contact), logo)
    return Sheet(
        stylesheet=STYLESHEET,
        qr=codes.picture(page.address).address,
        address=page.address,
        edition=edition.name,
        date=date_in_words(pages.settings, pages.language.language),
        code=codes.PLACE,
        partner=slot,
        partner_in_foot=edition.room_in_foot,
        tall_foot=_is_tall(page, edition, partner),
    )


def _is_tall(page: Page, edition: Edition, partner: Partner | None) -> bool:
    """Whether the first foot holds more than most."""
    if edition.room_in_foot:
        return partner is not None and partner.is_long
    return edition.tall_draft and page.draft != ""


def _logo(edition: Edition, partner: Partner | None) -> tuple[Picture, ...]:
    return (partner.logo,) if partner and partner.logo and edition.colours else ()


def _job(
    pages: PageSet, page: Page, edition: Edition, sheet: Sheet, codes_and_logo: tuple[Picture, ...]
) -> tuple[Job, str]:
    """The sheet as a value, and its code, which is made from all the rest of it."""
    text = templates.render(edition.template, pages.interface, page=page, sheet=sheet)
    shown = pictures.taken(pages, text) if edition.colours else (pictures.left_out(text), ())
    text, images = shown
    scripts = fonts.scripts(text) | {fonts.script_of(pages.language.language)}
    css = f"<style>{fonts.css(scripts, FONTS)}</style>"
    code, html = codes.with_code(pages.tag, edition.name, text)
    further = [f"editions/{edition.name}.css"] if edition.styled else []
    if sheet.tall_foot:
        further.append(edition.tall_foot)
    job = Job(
        path=f"{pages.tag}/{_name(page.docname, edition)}-{edition.name}.pdf",
        title=page.title,
        html=html.replace("</head>", f"{css}\n</head>", 1),
        stylesheet=templates.stylesheet("sheets", *further),
        address=page.address,
        pictures=(*codes_and_logo, *images),
        scripts=scripts,
        variant=edition.variant,
    )
    return job, code


def _name(docname: str, edition: Edition) -> str:
    """A sheet lies beside its page; labels, which are of no page, with the handouts."""
    return HANDOUTS + docname.replace("/", "-") if edition is LABELS else docname


def _folded(pages: PageSet, job: Job) -> Job:
    """The same booklet, to print and fold: bound where the language's books are."""
    bound: Folding = "right" if pages.language.language.direction == "rtl" else "left"
    path = job.path.replace("-booklet.pdf", f"-{FOLDED}.pdf")
    return replace(job, path=path, folding=bound)
