"""What is wrong with one translated message, by all rules."""

from __future__ import annotations

from dataclasses import dataclass

from waraq.languages import Language
from waraq.problems import Severity
from waraq.translate import characters, rules
from waraq.translate.glossary import NO_GLOSSARY, Glossary
from waraq.translate.inline import PLAIN, Syntax
from waraq.translate.rules import Rule
from waraq.translate.skeleton import Message, Pair, source


@dataclass(frozen=True)
class Complaint:
    """What is wrong with one translation, by one rule."""

    rule: str
    severity: Severity
    words: str
    hint: str


def complaints(
    msgid: str,
    msgstr: str,
    language: Language,
    *,
    syntax: Syntax = PLAIN,
    label: bool = False,
    terms: Glossary = NO_GLOSSARY,
) -> list[Complaint]:
    """What is wrong with *msgstr* as a translation of *msgid*.

    An error means that *msgstr* may not be used. The cheap rules come first, and
    a text that fails them is never parsed.

    :param syntax: the optional inline syntaxes of the sources
    :param label: whether it is a word of the interface, which has no markup
    :param terms: the terms that translators have agreed on
    """
    translation = Message(msgstr, syntax, label)
    pair = Pair(source(msgid, syntax, label), translation, language, terms)
    if found := _all(rules.UNPARSED, pair):
        return found
    same = pair.source.keys == pair.translation.keys
    return _all(rules.OTHERS if same else rules.PARSED, pair)


def _all(asked: tuple[Rule, ...], pair: Pair) -> list[Complaint]:
    return [
        Complaint(rule.name, rule.severity, characters.printable(words), rule.hint)
        for rule in asked
        for words in rule.check(pair)
    ]
