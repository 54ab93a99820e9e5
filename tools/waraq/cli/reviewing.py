"""The command that records which translations a person has read."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from waraq.cli.options import (
    CONTENT,
    FINE,
    USAGE,
    format_option,
    plan_of,
    project_option,
    speaks_plainly,
    stop,
    today,
)
from waraq.paths import Project
from waraq.problems import as_text

if TYPE_CHECKING:
    from waraq.catalogs.unread import Text
    from waraq.edition.reviewing import Desk

FIRST_STRONG_ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"
QUESTION = "Does it say the same? [y]es, [n]o, [s]kip, [q]uit:"
ANSWERS = {
    written: word[0] for word in ("yes", "no", "skip", "quit") for written in (word, word[0])
}


@click.command()
@project_option
@click.argument("tag")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--as", "written", metavar="NAME", help="A name or a pseudonym, to record reviews.")
@click.option("--again", is_flag=True, help="Also what others have read, but NAME has not.")
@click.option("--all-of", "page", metavar="PAGE", help="Record the whole page as read by NAME.")
@click.option("--yes", is_flag=True, help="With --all-of: do not ask.")
@click.option("--list", "listing", is_flag=True, help="Only list what is to be read.")
@click.option("--prune", is_flag=True, help="Remove the reviews of texts that have changed.")
@format_option
@speaks_plainly
def review(
    project: Project,
    tag: str,
    paths: tuple[Path, ...],
    written: str | None,
    again: bool,
    page: str | None,
    yes: bool,
    listing: bool,
    prune: bool,
    shape: str,
) -> None:
    """Read translations that nobody has read yet, and record that you have.

    With PATHs, only those in these catalogs or of these pages. Each answer is
    saved at once. A review is of a text with its translation: when either
    changes, it lapses. The name is what --as says; nothing else is recorded
    but the day.
    """
    from waraq.edition.plan import UsageError

    listing = listing or shape == "json"
    _agree(written, paths, again=again, page=page, yes=yes, listing=listing, prune=prune)
    desk = _desk(project, tag, written)
    try:
        if prune:
            removed = desk.prune()
            click.echo(f"removed reviews of texts that have changed or are gone: {removed}")
        elif page is not None:
            _record_page(desk, page, yes)
        elif listing or not desk.name or not _is_terminal():
            _list(desk, desk.to_read(paths, again=again), shape, listing)
        else:
            _walk(desk, desk.to_read(paths, again=again))
    except UsageError as error:
        stop(USAGE, str(error))
    if desk.unreadable:
        click.echo(as_text(desk.unreadable), err=True)
    sys.exit(CONTENT if desk.unreadable else FINE)


def _agree(written: str | None, paths: tuple[Path, ...], **given: object) -> None:
    """Stop where two options contradict each other, or one lacks another."""
    if sum(bool(given[name]) for name in ("page", "listing", "prune")) > 1:
        stop(USAGE, "of --all-of, --prune and --list (or --format json), give one")
    if paths and (given["page"] or given["prune"]):
        stop(USAGE, "PATHs choose what is asked for or listed; here they would choose nothing")
    if given["yes"] and not given["page"]:
        stop(USAGE, "--yes answers the question of --all-of only")
    if written is None and (given["page"] or given["again"]):
        stop(USAGE, "say who reads: --as NAME; a pseudonym will do")


def _desk(project: Project, tag: str, written: str | None) -> Desk:
    from waraq.catalogs.reviews import LONGEST_NAME, reviewer
    from waraq.edition.reviewing import Desk

    name = reviewer(written or "")
    if written is not None and not name:
        stop(USAGE, "--as needs a name with a letter or a digit; a pseudonym will do")
    plan = plan_of(project, (tag,), drafts=True)
    language = plan.settings.of(tag)
    if language.translation == "source":
        stop(USAGE, f"{tag} is the language of the sources: it has no translation to review")
    wrong = [each for each in plan.problems if each.rule.startswith("review-")]
    if wrong:
        click.echo(as_text(wrong), err=True)
        stop(CONTENT, "first mend the list of reviews; nothing was recorded")
    if name and name != written:
        least = f"one line of at most {LONGEST_NAME} characters that all can be seen"
        click.echo(f"the name is recorded as {name!r}: {least}", err=True)
    return Desk(plan, language, name)


def _list(desk: Desk, found: list[Text], shape: str, listing: bool) -> None:
    if shape == "json":
        click.echo(json.dumps([_object(text) for text in found], ensure_ascii=False, indent=2))
        return
    for text in found:
        click.echo(f"{text.path}:{text.line}")
        for each in (text.msgid, text.msgstr):
            click.echo(_shown(each))
    click.echo(_count(desk, found), err=True)
    if found and not listing:
        hint = f"to record what you read: waraq review {desk.language.tag} --as NAME, on a terminal"
        click.echo(hint, err=True)


def _object(text: Text) -> dict[str, str | int]:
    return {
        "page": text.page,
        "path": text.path,
        "line": text.line,
        "text": text.fingerprint,
        "msgid": text.msgid,
        "msgstr": text.msgstr,
        "words": text.words,
    }


def _count(desk: Desk, found: list[Text]) -> str:
    name = f"{desk.language.language.english_name} ({desk.language.tag})"
    words = sum(text.words for text in found)
    texts = "1 text" if len(found) == 1 else f"{len(found)} texts"
    return f"{name}: {texts} to be read, {words} words" if found else f"{name}: nothing to be read"


def _walk(desk: Desk, found: list[Text]) -> None:
    """Ask for each text in turn, until all are answered or the person has enough."""
    click.echo(_count(desk, found))
    recorded = 0
    wrong: list[Text] = []
    for number, text in enumerate(found, start=1):
        click.echo(f"\n{number}/{len(found)}  {text.path}:{text.line}")
        _show(desk, text)
        answer = _answer()
        if answer == "q":
            break
        if answer == "y":
            desk.record([text], today())
            recorded += 1
        if answer == "n":
            wrong.append(text)
    click.echo(f"\nrecorded as read by {desk.name}: {recorded}")
    for text in wrong:
        click.echo(f"{text.path}:{text.line}: to be corrected, and then read again")


def _show(desk: Desk, text: Text) -> None:
    """A text, its translation, and what the check has to say about it."""
    source, language = desk.plan.settings.source, desk.language.language
    for name, words in ((source.english_name, text.msgid), (language.english_name, text.msgstr)):
        click.echo(f"  {name}:")
        click.echo(_shown(words))
    for problem in desk.said_of(text):
        click.echo(f"  {problem.severity}: {problem.message} [{problem.rule}]")


def _answer() -> str:
    while True:
        try:
            written = click.prompt(QUESTION, prompt_suffix=" ", default="", show_default=False)
        except click.Abort:
            return "q"
        if answer := ANSWERS.get(written.strip().lower()):
            return answer


def _record_page(desk: Desk, page: str, yes: bool) -> None:
    """Record all that readers of a page see in translation as read."""
    found = desk.page(page)
    texts, new = len(found.texts), len(found.unread)
    if new and not yes:
        if not _is_terminal():
            stop(USAGE, "without a terminal, --all-of needs --yes; nothing was recorded")
        if not click.confirm(f"Have you read all {texts} translated texts of {page}?"):
            stop(FINE, "nothing was recorded")
    if new:
        desk.record(found.unread, today())
    click.echo(f"recorded as read by {desk.name}: {new} of the {texts} translated texts of {page}")
    if found.untranslated:
        rest = f"{found.untranslated} more of {page} cannot be reviewed"
        click.echo(f"{rest}: readers get the source there", err=True)


def _shown(text: str) -> str:
    """A text for the screen: nothing in it can act on the terminal or turn its line round."""
    from waraq.translate.characters import legible

    lines = legible(text).split("\n")
    if sys.stdout.isatty():
        lines = [f"{FIRST_STRONG_ISOLATE}{line}{END_OF_ISOLATE}" for line in lines]
    return "\n".join(f"    {line}" for line in lines)


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()
