# SPDX-License-Identifier: GPL-3.0-or-later
"""Offices to measure with, and the built programs."""
import gzip
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = Path(os.environ.get("BIHUAN_BUILD_DIR", ROOT / "_build"))
PROGRAM = BUILD / "src" / "bihuan"
LEDGER = Path(os.environ.get("BIHUAN_SHARED_DATA", ROOT.parent / "shared" / "data"), "boston311")
N_BOSTON = 58251
N_MILLION = 1_000_000
# So many tickets are made by the demo; a list does not know that the others are their copies.
N_MADE = 5000


def bihuan(database, *words):
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    subprocess.run([PROGRAM, "--database", database, *words], check=True, env=environment,
                   stdout=subprocess.DEVNULL)


def without_copies(database):
    """The daily copy would be measured by the first start and by no other."""
    bihuan(database, "settings", "set", "backup-daily", "no")
    return database


def make_empty(database):
    return without_copies(database)


def multiply_tickets(database, n_tickets):
    """Copies tickets with ids and numbers of their own, each received at nearly the same time."""
    connection = sqlite3.connect(database)
    (made, least) = connection.execute("SELECT count (*), min (id) FROM ticket").fetchone()
    columns = [row[1] for row in connection.execute("PRAGMA table_info (ticket)")]
    # The program's own ids are far above.
    taken = {"id": ":copy * :made + row_number () OVER (ORDER BY id)",
             "number": "number || '-' || :copy", "received_at": "received_at - :copy"}
    insert = (f"INSERT INTO ticket ({', '.join(columns)})"
              f" SELECT {', '.join(taken.get(column, column) for column in columns)}"
              " FROM ticket WHERE id >= :least ORDER BY id LIMIT :rows")
    connection.execute("PRAGMA synchronous = OFF")
    for copy in range(1, -(-n_tickets // made)):
        connection.execute(insert, {"copy": copy, "made": made, "least": least,
                                    "rows": min(made, n_tickets - copy * made)})
    connection.commit()
    connection.close()


# Tables of a ticket's parts that a verb reads and writes, and which of their rows are copied: the first
# will do, since what is measured is that there are many.
PARTS = {"round": "TRUE", "stage": "part.seq <= 3", "complainant": "TRUE", "event": "part.seq <= 3"}


def copy_with_parts(connection, copy, made, rows):
    first = 10 ** 15 + copy * made
    for table, where in {"ticket": "TRUE", **PARTS}.items():
        taken = {"id": f"{first} + n", "number": f"number || '-{copy}'",
                 "received_at": f"received_at - {copy}", "repeat_of": "NULL", "merged_into": "NULL",
                 "ticket_id": f"{first} + n"}
        if table == "event":
            taken["id"] = f"({first} + n) * 4 + part.seq"
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info ({table})")]
        owner = "id" if table == "ticket" else "ticket_id"
        connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)})"
            f" SELECT {', '.join(taken.get(column, column) for column in columns)} FROM made"
            f" CROSS JOIN {table} AS part ON part.{owner} = made.old WHERE n <= ? AND {where}", (rows,))


def multiply_histories(database, n_tickets, where="TRUE"):
    """Likewise with the beginning of their histories, for what works on tickets; only those WHERE."""
    connection = sqlite3.connect(database)
    for setting in ("synchronous = OFF", "journal_mode = OFF", "cache_size = -400000"):
        connection.execute("PRAGMA " + setting)
    indexes = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index'"
                                 " AND sql IS NOT NULL AND tbl_name IN ('ticket', 'event', 'complainant')"
                                 ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    connection.execute("CREATE TEMP TABLE made AS SELECT id AS old, row_number () OVER (ORDER BY id) AS n"
                       f" FROM ticket WHERE {where}")
    connection.execute("CREATE UNIQUE INDEX temp.made_old ON made (old)")
    (made,) = connection.execute("SELECT count (*) FROM made").fetchone()
    for copy in range(1, -(-n_tickets // made)):
        copy_with_parts(connection, copy, made, min(made, n_tickets - copy * made))
    for _, sql in indexes:
        connection.execute(sql)
    connection.commit()
    connection.close()


def make_office(database, n_tickets):
    """An office whose list has N_TICKETS. The copies have no history, which no list reads."""
    bihuan(database, "demo", "--tickets", str(min(N_MADE, n_tickets)))
    multiply_tickets(database, n_tickets)
    return without_copies(database)


def make_boston(database):
    """The Boston ledger, or as many tickets of the demo where it is not here."""
    if not (LEDGER / "tickets.csv.gz").exists():
        print("The Boston ledger is not here: tickets of the demo instead of it.", file=sys.stderr)
        return make_office(database, N_BOSTON)
    ledger = database.with_suffix(".csv")
    ledger.write_bytes(gzip.decompress((LEDGER / "tickets.csv.gz").read_bytes()))
    bihuan(database, "settings", "set", "timezone", "America/New_York")
    bihuan(database, "import", ledger, "--map", LEDGER / "map.ini")
    ledger.unlink()
    return without_copies(database)
