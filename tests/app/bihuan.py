# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the built program as a script would: no display, no session bus, a home of its own."""
import csv
import io
import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = Path(os.environ["BIHUAN_BUILD_DIR"], "src", "bihuan")
# What a ticket needs at least.
PLAIN = ["kind=repair", "channel=hotline", "grade=general", "summary=厨房漏水"]
CALLER = ["contact=张晓燕", "phone=13800138000"]


class Result:
    def __init__(self, completed):
        self.status = completed.returncode
        self.out = completed.stdout.decode("utf-8")
        self.err = completed.stderr.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def csv(self):
        return list(csv.DictReader(io.StringIO(self.out)))


class Case(unittest.TestCase):
    """A test with a folder, in which its database is."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="bihuan-app-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.database = self.folder / "office.bihuan"
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "BIHUAN_DATABASE": str(self.database),
        }
        # Sanitizers are told by the environment what to do.
        self.environment.update({key: value for key, value in os.environ.items()
                                 if key.endswith("_OPTIONS") or key.startswith("G_")})

    def start(self, *words, **options):
        return subprocess.Popen([PROGRAM, *map(str, words)], env=self.environment,
                                stdin=subprocess.DEVNULL, **options)

    def run_program(self, *words):
        return Result(subprocess.run([PROGRAM, *map(str, words)], env=self.environment,
                                     stdin=subprocess.DEVNULL, capture_output=True, check=False))

    def good(self, *words):
        """Runs what must succeed."""
        result = self.run_program(*words)
        self.assertEqual((result.status, result.err), (0, ""), words)
        return result

    def bad(self, status, *words, says=()):
        """Runs what must fail with STATUS and one line that has every word of SAYS."""
        result = self.run_program(*words)
        self.assertEqual(result.status, status, (words, result.out, result.err))
        lines = result.err.splitlines()
        self.assertEqual(len(lines), 1, result.err)
        self.assertTrue(lines[0].startswith("bihuan: "), lines[0])
        for word in [says] if isinstance(says, str) else says:
            self.assertIn(word, lines[0])
        return result

    def json(self, *words):
        return self.good(*words, "--format", "json").json

    def do(self, *words):
        """One verb. Returns the ticket after it."""
        return self.json("do", *words)

    def make_demo(self, tickets=60):
        """A small demo office, with departments, staff and places."""
        self.good("demo", "--tickets", tickets, "--months", 3, "--until", "2026-06-30")

    def digest(self):
        """What is in the folder, to see that nothing was changed."""
        return {path.relative_to(self.folder).as_posix(): path.read_bytes()
                for path in sorted(self.folder.rglob("*")) if path.is_file()}


main = unittest.main
