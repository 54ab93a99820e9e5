"""Each page's own content security policy, and that it lets the page load what it loads.

https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

from collections.abc import Iterator

from waraq.audit.finished import Finished, Found, Page
from waraq.audit.loading import Load, is_elsewhere, loads
from waraq.audit.tree import Element

LOOSE = frozenset({"*", "'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "ws:", "wss:"})
HARMLESS = frozenset({"'none'", "'self'", "data:"})

Policy = dict[str, list[str]]


def policy(element: Element) -> Policy:
    """The sources that a policy allows, by directive."""
    directives = (words.split() for words in element.get("content").split(";") if words.strip())
    return {name.lower(): sources for name, *sources in directives}


def policy_lacking(edition: Finished) -> Iterator[Found]:
    """Pages without a policy, with one that comes late, allows too much, or forbids their own."""
    for page in edition.pages.values():
        found = next(filter(_is_policy, page.root.all("meta")), None)
        if found is None:
            yield Found(page.path, 0, "the page has no content security policy")
            continue
        yield from _too_loose(page, found)
        for load in loads(page):
            if load.element.line < found.line:
                yield page.at(load.element, f"{load.element} stands before the policy")
            elif not is_elsewhere(load.address) and not _allows(policy(found), load):
                words = f"the policy forbids what {load.element} loads ({load.kind}-src)"
                yield page.at(load.element, words)


def _is_policy(element: Element) -> bool:
    return element.get("http-equiv").lower() == "content-security-policy"


def _too_loose(page: Page, element: Element) -> Iterator[Found]:
    allowed = policy(element)
    if "default-src" not in allowed:
        yield page.at(element, "the policy says nothing of what it does not name (default-src)")
    for directive, sources in allowed.items():
        for source in sources:
            named = "." in source or ":" in source
            if source in LOOSE or (named and source not in HARMLESS):
                yield page.at(element, f"the policy allows {source} ({directive})")


def _allows(allowed: Policy, load: Load) -> bool:
    sources = allowed.get(f"{load.kind}-src", allowed.get("default-src", []))
    return ("data:" if load.embedded else "'self'") in sources
