# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of workbooks share: running the program, reading cells, and what another program computes."""
import itertools
import math
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

try:
    import openpyxl
except ImportError:
    print("skipped: python3-openpyxl is not here")
    sys.exit(77)

# LibreOffice recalculates what other programs wrote only where it is told so.
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""


def run(*words, keep_signals=False, **environment):
    """Ends as the program does; KEEP_SIGNALS: what is ignored here is ignored there."""
    variables = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LC_ALL": "C.UTF-8", **environment}
    variables.update({key: value for key, value in os.environ.items()
                      if key.endswith("_OPTIONS") or key.startswith("G_")})
    return subprocess.run([str(word) for word in words], env=variables, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False,
                          restore_signals=not keep_signals)


def formula_of(cell):
    value = cell.value
    if type(value).__name__ == "ArrayFormula":
        return value.text
    return value if cell.data_type == "f" else None


def same(left, right):
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-12)
    return (left or "") == (right or "")


def recalculate(*paths):
    """PATHS as LibreOffice saves them after it computed every formula."""
    with tempfile.TemporaryDirectory() as home:
        user = Path(home, "user")
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(RECALCULATE)
        folder = paths[0].parent / "recalculated"
        folder.mkdir(exist_ok=True)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), *map(str, paths)],
                       env={"PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8"}, check=True,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240)
    return [folder / path.name for path in paths]


def check_recalculated(test, before, after, at_least):
    """Every formula of BEFORE has in AFTER, where it was computed anew, the value that was stored beside it."""
    books = [openpyxl.load_workbook(path, data_only=only, read_only=True)
             for path, only in ((before, False), (before, True), (after, True))]
    n = 0
    for name in books[0].sheetnames:
        # The data, many of them, are what the formulas are over.
        if re.fullmatch(r"(Data|Stages|Callbacks)( \d+)?", name):
            continue
        for book in books:
            book[name].reset_dimensions()
        for row, stored, computed in itertools.zip_longest(*(book[name].iter_rows() for book in books), fillvalue=()):
            right = {cell.column: cell.value for cell in computed if cell.value is not None}
            left = {cell.column: cell.value for cell in stored if cell.value is not None}
            for cell in row:
                formula = formula_of(cell) if cell.value is not None else None
                if formula is None:
                    continue
                n += 1
                values = left.get(cell.column), right.get(cell.column)
                test.assertTrue(same(*values), (before.name, name, cell.coordinate, *values, formula))
    test.assertGreater(n, at_least)
