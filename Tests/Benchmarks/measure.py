#!/usr/bin/env python3
"""Measures gendan against the sqlite3 shell doing the same work, and prints a table of ratios.

  measure.py GENDAN BOOK [--history BOOK] [--runs N] [--quick] [--no-import]

Both programs of a row run in turns (A B A B …) in one run, so that what else the machine does meets
both; the figures are medians. `wall` is the clock, `cpu` what the process and the kernel spent for
it, `instr` the instructions callgrind counts (one run, left out with --quick or without valgrind).
A row is over budget by its wall-clock ratio. Memory is the most a process had at once; less than this
program has itself, some 13 MB, it cannot tell. It is a report, not a test: it exits 0.
"""

import argparse
import csv
import os
import re
import shlex
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TODAY = "2026-11-20"
NULL = os.open(os.devnull, os.O_RDWR)
SCHEMA = os.path.join(HERE, "..", "..", "schema.sql")
# The files that are imported, by what the book says.
FILES = {
    "orders": """
        SELECT o.no, c.code AS customer, o.customer_po AS po, o.ordered_on AS ordered, o.carrier,
          o.priority AS prio FROM orders o JOIN customers c ON c.id = o.customer_id ORDER BY o.id""",
    "lines": """
        SELECT o.no, l.line_no AS line, p.code AS product,
          CASE p.decimals WHEN 2 THEN s.qty / 100.0 ELSE s.qty END AS qty, l.price / 10000.0 AS price,
          s.requested_on AS want, s.promised_on AS promise
        FROM order_lines l JOIN orders o ON o.id = l.order_id JOIN schedules s ON s.line_id = l.id
        JOIN products p ON p.id = l.product_id ORDER BY l.id""",
    "shipments": """
        SELECT h.no, o.no AS "order", n.line_no AS line,
          CASE p.decimals WHEN 2 THEN l.qty / 100.0 ELSE l.qty END AS qty, h.shipped_on AS shipped,
          h.carrier, h.tracking, h.arrived_on AS arrived
        FROM shipment_lines l JOIN shipments h ON h.id = l.shipment_id
        JOIN schedules s ON s.id = l.schedule_id JOIN orders o ON o.id = s.order_id
        JOIN order_lines n ON n.id = s.line_id JOIN products p ON p.id = n.product_id ORDER BY l.id""",
}


class Cost:
    """What one process took: seconds of clock, seconds of processor, KiB of memory."""

    def __init__(self, command, environment):
        files = [(os.POSIX_SPAWN_DUP2, NULL, fd) for fd in (0, 1)]
        begin = time.perf_counter()
        pid = os.posix_spawn(command[0], command, environment, file_actions=files)
        _, status, usage = os.wait4(pid, 0)
        self.wall = time.perf_counter() - begin
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"could not run: {' '.join(command)[:200]}")


class Bench:
    def __init__(self, options):
        self.options = options
        self.home = tempfile.mkdtemp()
        self.environment = {
            "HOME": self.home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TZ": "Asia/Shanghai",
            "GENDAN_TODAY": TODAY + " 09:00",
        }
        self.shell = shutil.which("sqlite3") or sys.exit("the sqlite3 shell is missing")
        self.valgrind = None if options.quick else shutil.which("valgrind")
        self.no = self.ask(
            "SELECT o.no FROM orders o JOIN schedules s ON s.order_id = o.id WHERE s.is_open = 1"
            " AND s.shipped_qty > 0 AND s.promise_count > 1 ORDER BY o.id DESC LIMIT 1")

    def ask(self, sql):
        output = subprocess.run(
            [self.shell, self.options.book, sql], capture_output=True, text=True, check=True)
        return output.stdout.strip()

    def gendan(self, *words, book=None):
        return [self.options.gendan, *words, "--db", book or self.options.book]

    def sql(self, name, book=None):
        with open(os.path.join(HERE, name + ".sql"), encoding="utf-8") as file:
            lines = [line for line in file if not line.startswith("--")]
        text = "".join(lines).replace(":today", TODAY).replace(":no", self.no)
        return [self.shell, "-batch", book or self.options.book, text]

    def turns(self, a, b, runs=None, prepare=None):
        """The costs of both commands, run in turns after one unmeasured run of each."""
        costs = ([], [])
        for n in range((runs or self.options.runs) + 1):
            for command, list in ((a, costs[0]), (b, costs[1])):
                if prepare:
                    prepare()
                cost = Cost(command, self.environment)
                if n > 0:
                    list.append(cost)
        return costs

    def instructions(self, command):
        output = subprocess.run(
            [self.valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
            env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True)
        found = re.search(r"Collected : (\d+)", output.stderr)
        return int(found.group(1)) if found else None

    def compare(self, item, a, b, budget, runs=None, counts=True, prepare=None):
        """One row of the table; returns the memory of `a`."""
        ours, theirs = self.turns(a, b, runs, prepare)
        median = lambda costs, name: statistics.median(getattr(cost, name) for cost in costs)
        ratios = [median(ours, name) / max(median(theirs, name), 1e-9) for name in ("wall", "cpu")]
        instr = ""
        if self.valgrind and counts:
            counted = [self.instructions(command) for command in (a, b)]
            if all(counted):
                instr = f"{counted[0] / 1e6:.1f}M {counted[0] / counted[1]:.2f}"
        print(
            f"{item:26} {median(ours, 'wall') * 1000:9.1f} {median(theirs, 'wall') * 1000:9.1f}"
            f" {ratios[0]:7.2f} {ratios[1]:7.2f} {budget:7.1f}  {verdict(ratios[0] <= budget):5} {instr}",
            flush=True)
        return max(cost.memory for cost in ours)


    def compare_import(self):
        """The book's orders, lines and shipments into a book of its customers and products alone."""
        path = lambda name: os.path.join(self.home, name)
        source = sqlite3.connect(self.options.book)
        for name, sql in FILES.items():
            with open(path(name + ".csv"), "w", encoding="utf-8", newline="") as file:
                rows = source.execute(sql)
                writer = csv.writer(file)
                writer.writerow(column[0] for column in rows.description)
                writer.writerows(rows)
        source.close()
        empty = sqlite3.connect(path("empty.db"))
        with open(SCHEMA, encoding="utf-8") as schema:
            empty.executescript("PRAGMA journal_mode=WAL;" + schema.read())
        empty.execute("ATTACH ? AS source", (self.options.book,))
        for table in ("departments", "users", "customers", "routes", "route_steps", "products"):
            empty.execute(f"INSERT INTO main.{table} SELECT * FROM source.{table}")
        empty.commit()
        empty.close()
        with open(os.path.join(HERE, "import.sql"), encoding="utf-8") as file:
            text = file.read().replace(":folder", self.home).replace(":today", TODAY)
        with open(path("import.sql"), "w", encoding="utf-8") as file:
            file.write(text)

        def prepare():
            shutil.copy(path("empty.db"), path("into.db"))

        orders = self.gendan(
            "import", path("orders.csv"), "--lines", path("lines.csv"), "--yes", book=path("into.db"))
        shipments = self.gendan(
            "import", path("shipments.csv"), "--kind", "shipments", "--yes", book=path("into.db"))
        both = ["/bin/sh", "-c", shlex.join(orders) + " && " + shlex.join(shipments)]
        shell = [self.shell, "-batch", path("into.db"), ".read " + path("import.sql")]
        return self.compare("import", both, shell, 3, runs=3, counts=False, prepare=prepare)


def verdict(is_ok):
    return "ok" if is_ok else "over"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gendan")
    parser.add_argument("book")
    parser.add_argument("--history")
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--no-import", dest="no_import", action="store_true", help="leave the import out")
    bench = Bench(parser.parse_args())
    options = bench.options
    print(f"{'item':26} {'gendan ms':>9} {'sqlite ms':>9} {'wall':>7} {'cpu':>7} {'budget':>7}  {'':5} instr")
    memory = {}
    bench.compare("--version", [options.gendan, "--version"], [bench.shell, "--version"], 2, options.runs * 2)
    daily = {
        "today": ["today"], "overdue": ["overdue", "-L", "50"], "show": ["show", bench.no], "list": ["list"],
    }
    for name, words in daily.items():
        item = " ".join(words)
        memory[item] = bench.compare(item, bench.gendan(*words), bench.sql(name), 3)
    memory["note"] = bench.compare(
        "note (a durable write)", bench.gendan("note", bench.no, "measured"), bench.sql("note"), 2,
        options.runs * 2, counts=False)
    for name, words in {"monthly": ["report", "monthly", "--month", "2026-10"], "otd": ["otd"]}.items():
        bench.compare(" ".join(words), bench.gendan(*words), bench.sql(name), 3, runs=5)
    if not options.no_import:
        memory["import"] = bench.compare_import()
    if options.history:
        print(f"\n{'twenty times the history':26} {'20x ms':>9} {'1x ms':>9}")
        for words in daily.values():
            bench.compare(
                " ".join(words), bench.gendan(*words, book=options.history), bench.gendan(*words), 1.3,
                counts=False)
    print(f"\n{'peak memory':26} {'MB':>9} {'':25} {'40':>7}")
    for item, kibibytes in memory.items():
        megabytes = kibibytes / 1024
        print(f"{item:26} {megabytes:9.1f} {'':25} {'':7}  {verdict(megabytes < 40 or item == 'import')}")
    shutil.rmtree(bench.home)


if __name__ == "__main__":
    main()
