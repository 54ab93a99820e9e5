"""What others say of our PDFs: veraPDF and pdfua, and the list of findings that we know of."""

from __future__ import annotations

import json
import subprocess
import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pdfua

KNOWN = Path(__file__).with_name("known_findings.toml")


@dataclass(frozen=True, order=True)
class Finding:
    """One rule that one file breaks."""

    judge: str
    rule: str
    """For veraPDF clause and test number of the standard, as ``7.2-20``."""
    file: str
    words: str

    def __str__(self) -> str:
        return f"{self.file}: {self.judge} {self.rule}: {self.words}"


@dataclass(frozen=True)
class Known:
    """A rule that our files may break for now."""

    judge: str
    rule: str
    what: str
    why: str
    until: str


def known(judge: str, path: Path = KNOWN) -> list[Known]:
    """The findings of one judge that stand in the list.

    :raises TypeError: if an entry lacks a key, or has one that we do not know
    """
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("finding", [])
    return [each for each in (Known(**entry) for entry in entries) if each.judge == judge]


def surprises(found: Collection[Finding], expected: Sequence[Known]) -> Iterator[str]:
    """Findings that the list does not know, and entries of the list that are no longer found."""
    rules = {each.rule for each in expected}
    yield from (str(finding) for finding in sorted(found) if finding.rule not in rules)
    yield from (
        f"{KNOWN.name}: {each.judge} {each.rule} is found in no file any more: take it out"
        for each in expected
        if each.rule not in {finding.rule for finding in found}
    )


def judged_by_verapdf(
    jars: Path, files: Sequence[Path], profile: str = "ua1"
) -> dict[Path, list[Finding]]:
    """What veraPDF finds in each file; one Java for all, it starts slowly.

    :param profile: ``ua1`` for PDF/UA-1, ``2a`` for PDF/A-2a

    :raises RuntimeError: if it did not come to a verdict on each of them
    """
    words = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", f"{jars}/*"]
    words += ["org.verapdf.apps.GreenfieldCliWrapper", "--flavour", profile, "--format", "json"]
    done = subprocess.run(
        [*words, "--maxfailuresdisplayed", "3", *map(str, files)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    try:
        jobs = json.loads(done.stdout)["report"]["jobs"]
        verdicts = {Path(job["itemDetails"]["name"]): job["validationResult"] for job in jobs}
        return {file: list(_verapdf_findings(file, verdicts[file])) for file in files}
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"veraPDF gave no verdict ({error!r}): {done.stderr}") from None


def _label(file: Path) -> str:
    """A file as it lies in the edition: language, folder, name."""
    return "/".join(file.parts[-3:])


def _verapdf_findings(file: Path, verdicts: list[dict[str, object]]) -> Iterator[Finding]:
    for verdict in verdicts:
        for rule in verdict["details"]["ruleSummaries"]:  # type: ignore[index]
            if rule["ruleStatus"] == "FAILED":
                check = rule["checks"][0]
                times = f"{rule['failedChecks']} times" if rule["failedChecks"] > 1 else "once"
                yield Finding(
                    "veraPDF",
                    f"{rule['clause']}-{rule['testNumber']}",
                    _label(file),
                    f"{rule['description']} "
                    f"({times}; first: {check['errorMessage']}, {check['context']})",
                )


def judged_by_pdfua(file: Path) -> list[Finding]:
    """What pdfua finds in a file; a rule that it could not apply is a finding too."""
    report = pdfua.validate(str(file))
    return [
        Finding("pdfua", each.rule_id, _label(file), each.message) for each in report.findings
    ] + [
        Finding("pdfua", f"{each.rule_id} left out", _label(file), str(each.skipped_reason))
        for each in report.skipped
    ]
