"""Brings to this machine what it lacks; where nothing is lacking, does nothing and asks no network.

Run by the Makefile, before any package is there: ``python3 -m waraq.setting_up [--tests]``.
Standard library only.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from waraq import locks, machine

LACKING = 3
"""The exit status where the machine lacks something that we may not or cannot bring."""


class SetUpFailed(Exception):
    """The set-up cannot go on; each argument is a sentence for the person who ran it."""


def say(line: str) -> None:
    """Tell the person what is being done, at once even where the output is a pipe."""
    print(f"set-up: {line}", flush=True)


def run(words: list[str], *, root: Path, otherwise: str) -> None:
    """Run a command without its chatter; where it fails, show its last lines and stop.

    Raises SetUpFailed with the sentence ``otherwise``.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        words,
        cwd=root,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-20:]), file=sys.stderr)
        raise SetUpFailed(otherwise)


def apt_get() -> list[str] | None:
    """The words that run apt-get without a question, or None where it may not be used."""
    if shutil.which("apt-get") is None or os.environ.get("WARAQ_APT") == "no":
        return None
    words = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=600"]
    if os.geteuid() == 0:
        return words
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n", *words] if allowed.returncode == 0 else None


def provide_system(root: Path, *, tests: bool, ci: bool) -> None:
    """Have the machine meet every need, by apt where that may be used.

    Raises SetUpFailed with a sentence for each need that is left.
    """
    needs = machine.needs_for(tests=tests)
    lacking = machine.missing(needs, root)
    if lacking and (apt := apt_get()):
        packages = sorted({package for need in lacking for package in need.debian})
        say(f"installing with apt-get: {', '.join(packages)}")
        by_hand = f"apt-get failed: `sudo apt-get install {' '.join(packages)}` says why."
        run([*apt, "update", "-q"], root=root, otherwise=by_hand)
        install = [*apt, "install", "-q", "--yes", "--no-install-recommends", *packages]
        run(install, root=root, otherwise=by_hand)
        lacking = machine.missing(lacking, root)
    stopping = [need for need in lacking if ci or not need.without]
    for need in lacking:
        if need not in stopping:
            say(f"{machine.sentence(need)} Without it, {need.without}.")
    if stopping:
        raise SetUpFailed(*map(machine.sentence, stopping))


def provide_python(root: Path, *, tests: bool) -> None:
    """Have the locked Python packages, and ours, in ``.venv``."""
    venv = root / locks.VENV
    # Whoever has the test tools keeps them: a build does not take them away to install them again.
    tests = tests or "requirements-dev.txt" in locks.read_stamp(venv)
    if locks.python_is_current(root, tests=tests):
        return
    lock = locks.requirements(tests=tests)
    say(f"installing the Python packages of {lock} into {locks.VENV}")
    python = str(venv / "bin" / "python")
    if not is_alive(venv, root):
        make = [sys.executable, "-m", "venv", "--clear", locks.VENV]
        run(make, root=root, otherwise=f"Python could not make a virtual environment in {venv}.")
    (venv / locks.STAMP).unlink(missing_ok=True)
    pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run(
        # Wheels only: nothing is compiled here, and no package's code runs to install it.
        [*pip, "--require-hashes", "--only-binary=:all:", "--requirement", lock],
        root=root,
        otherwise=f"pip could not install {lock}: is the network there? Then run make again.",
    )
    run(
        [*pip, "--no-index", "--no-deps", "--no-build-isolation", "--editable", "."],
        root=root,
        otherwise="pip could not install this project itself: is pyproject.toml right?",
    )
    locks.write_stamp(venv, locks.python_stamp(root, tests=tests))


def is_alive(venv: Path, root: Path) -> bool:
    """Whether packages can be added: it was not moved, its interpreter is the same, it has pip."""
    stamp = locks.read_stamp(venv)
    identity = locks.environment_identity(root)
    if not stamp or not identity.items() <= stamp.items():
        return False
    return machine.answers(str(venv / "bin" / "python"), "-m", "pip", "--version")(root)


def provide_node(root: Path, *, tests: bool) -> None:
    """Have the fonts in ``node_modules`` and, for tests, the browser tools, as locked."""
    modules = root / locks.NODE_MODULES
    tests = tests or "for the tests" in locks.read_stamp(modules)
    whole = not tests or locks.nu_checker_is_there(root)
    if whole and locks.node_is_current(root, tests=tests):
        return
    say("installing the fonts" + (" and the browser test tools" if tests else "") + " with npm")
    run(
        ["npm", "ci", "--include=dev" if tests else "--omit=dev", "--loglevel=error"],
        root=root,
        otherwise="npm could not install package-lock.json: is the network there? "
        "Then run make again.",
    )
    locks.write_stamp(modules, locks.node_stamp(root, tests=tests))


def provide_verapdf(root: Path, *, ci: bool) -> None:
    """Have veraPDF's jar in ``.tools/verapdf``, copied by Maven and compared with its lock.

    Outside CI the set-up goes on without it.
    """
    if locks.verapdf_is_current(root):
        return
    if machine.command("mvn")(root) is False:
        return  # Said already, with the commands that bring Maven.
    say("copying veraPDF with Maven")
    try:
        _copy_verapdf(root)
    except SetUpFailed as failure:
        if ci:
            raise
        say(f"{failure} Without it, {machine.NO_VERAPDF}.")


def _copy_verapdf(root: Path) -> None:
    folder, lock = root / locks.VERAPDF, root / locks.VERAPDF_LOCK
    part = folder.with_name("verapdf.part")
    shutil.rmtree(part, ignore_errors=True)
    run(
        [
            *("mvn", "--quiet", "--batch-mode", "--file", str(lock.with_name("pom.xml"))),
            *("dependency:copy-dependencies", f"-DoutputDirectory={part.resolve()}"),
        ],
        root=root,
        otherwise="Maven could not bring veraPDF: is the network there? Then run make again.",
    )
    if not locks.jars_are_as_locked(part, lock):
        raise SetUpFailed(
            f"What Maven brought to {part} is not what {locks.VERAPDF_LOCK} names: "
            "if pom.xml was changed, run `make lock`; if not, do not use it."
        )
    shutil.rmtree(folder, ignore_errors=True)
    part.replace(folder)


def main(arguments: list[str] | None = None) -> int:
    """Set up the project in the current folder; returns the exit status."""
    parser = argparse.ArgumentParser(prog="waraq.setting_up", description=__doc__)
    parser.add_argument("--tests", action="store_true", help="also what the tests need")
    tests: bool = parser.parse_args(arguments).tests
    root, ci = Path.cwd(), os.environ.get("CI") == "true"
    try:
        provide_system(root, tests=tests, ci=ci)
        provide_python(root, tests=tests)
        provide_node(root, tests=tests)
        if tests:
            provide_verapdf(root, ci=ci)
    except SetUpFailed as failure:
        print("\n".join(failure.args), file=sys.stderr)
        return LACKING
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
