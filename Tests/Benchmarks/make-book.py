#!/usr/bin/env python3
"""Makes a large order book for measurements, with plain SQL and without the program.

  make-book.py BOOK [--open 4000] [--closed 46000] [--years 10] [--today 2026-11-20] [--seed 1]

The same parameters give the same book, but for the person who runs it: they are its admin. The
kept figures (schema.sql says which) agree with the facts, so all that `gendan check` has to say is
that no event wrote the rows. A book with twenty times the closed history is `--closed 920000`; the
open orders stay the same in kind and number. Every order has its papers, review, signatures, notices
and money; some have samples, amendments and stock set aside. Production of the last year is reported in
two parts a step, older production in one. The journal has four events an order, chained as
the program chains them, without the rows that they changed.
"""

import argparse
import datetime
import hashlib
import os
import pwd
import random
import sqlite3
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMA = os.path.join(HERE, "..", "..", "schema.sql")

COLUMNS = {
    "event_subjects": "event_id subject",
    "events": "id at login command line host source reason subject undoes overrides digest",
    "departments": "id code name",
    "users": "id login name roles department_id",
    "customers": "id code name region clerk_id date_meaning",
    "routes": "id code name",
    "route_steps": "id route_id seq name department_id days",
    "products": "id code name unit decimals route_id lead_days",
    "prices": "id customer_id product_id currency price from_on entered_at entered_by",
    "stock_counts": "id product_id on_hand counted_on entered_at entered_by",
    "reservations": "id product_id schedule_id qty released_on entered_at entered_by",
    "orders": "id no customer_id customer_po clerk_id ordered_on currency priority carrier note version channel"
    " received_at salesperson_id terms closed_on cancelled cancelled_on cancel_reason entered_at",
    "replies": "id order_id via replied_at entered_at entered_by",
    "review_answers": "id order_id version item answer entered_at entered_by",
    "approvals": "id subject subject_id version act role entered_at entered_by",
    "documents": "id subject subject_id version kind path sha256 bytes entered_at entered_by",
    "amendments": "id order_id version side reason document_id made_on entered_at entered_by",
    "amendment_changes": "id amendment_id line_no field old new",
    "notices": "id order_id production_order_id department_id sent_at acknowledged_at acknowledged_by",
    "payments": "id no customer_id order_id currency amount method happened_on entered_at entered_by",
    "receipts": "id payment_id amount bank_on entered_at entered_by",
    "samples": "id no kind customer_id product_id order_id requirement entered_at entered_by",
    "sample_rounds": "id sample_id round qty due_on requested_at sent_on carrier answer answered_at answered_on"
    " answered_by entered_at entered_by",
    "order_lines": "id order_id line_no product_id price",
    "schedules": "id order_id line_id seq qty requested_on first_promised_on promised_on promise_count"
    " shipped_qty accepted_qty completed_on is_open due_on",
    "promises": "id schedule_id series seq promised_on cause made_on entered_at entered_by",
    "holds": "id order_id side reason from_on until_on entered_at entered_by",
    "production_orders": "id no schedule_id product_id qty released_on start_on due_on good_qty finished_on"
    " is_open entered_at",
    "operations": "id production_order_id seq name department_id plan_start_on plan_finish_on started_on"
    " good_qty finished_on",
    "progress": "id production_order_id operation_id good happened_on entered_at entered_by",
    "shipments": "id no shipped_on carrier tracking arrived_on entered_at entered_by",
    "shipment_lines": "id shipment_id schedule_id qty",
    "arrivals": "id shipment_line_id arrived_on received_by entered_at entered_by",
    "contacts": "id order_id kind party text next_on happened_on entered_at entered_by",
}

STEPS = ["备料", "下料", "车", "铣", "磨", "热处理", "表面处理", "装配", "检验", "包装"]
DEPARTMENTS = ["金工", "装配", "表面处理", "品管", "仓库", "销售"]
CAUSES = ["shortage", "quality", "machine", "customer"]
TERMS = ["30%", "30%", "prepaid", "月结30天", "月结60天", None]
ACTS = [
    ("confirm", None), ("submit", None), ("sign", "salesperson"), ("sign", "finance"), ("approve", None),
    ("hand-over", None),
]
CARRIERS = ["顺丰", "德邦", "自提", "安能"]
SURNAMES = "宏华永信金大东南天海"
GIVEN = "达盛泰和利昌发源通茂"
KINDS = ["机械", "电子", "五金", "包装", "电器", "模具", "科技", "实业"]
WARES = ["支架", "法兰", "轴套", "端盖", "壳体", "齿轮", "导轨", "接头"]


class Book:
    """The rows of every table, written in pieces."""

    def __init__(self, path, today):
        self.db = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-200000", "foreign_keys=OFF"):
            self.db.execute("PRAGMA " + pragma)
        with open(SCHEMA, encoding="utf-8") as schema:
            self.db.executescript(schema.read())
        self.db.execute("BEGIN")
        self.rows = {table: [] for table in COLUMNS}
        self.ids = dict.fromkeys(COLUMNS, 0)
        self.numbers = {}
        self.digest = ""
        self.first = today - datetime.timedelta(days=12000)
        self.today = (today - self.first).days
        days = (self.first + datetime.timedelta(days=n) for n in range(12400))
        self.days = [day.isoformat() for day in days]

    def add(self, table, *values):
        self.ids[table] += 1
        self.rows[table].append((self.ids[table], *values))
        return self.ids[table]

    def add_event(self, at, command, line, subject):
        """An event whose digest follows from the one before, as Journal.swift computes it."""
        told = (at, "clerk1", command, line, "bench", "cli", None, subject, None, None)
        running = hashlib.sha256(self.digest.encode())
        for field in (str(self.ids["events"] + 1), *told):
            text = (field or "").encode()
            running.update(b"\0" if field is None else b"\1" + len(text).to_bytes(8, "little") + text)
        self.digest = running.hexdigest()
        event = self.add("events", *told, self.digest)
        self.rows["event_subjects"].append((event, subject))

    def day(self, number):
        return None if number is None else self.days[number]

    def at(self, number, hour=1):
        return f"{self.days[number]}T{hour:02}:30:00Z"

    def number(self, prefix, day):
        month = prefix + self.days[day][2:4] + self.days[day][5:7]
        self.numbers[month] = self.numbers.get(month, 0) + 1
        return f"{month}-{self.numbers[month]:04}"

    def flush(self):
        for table, rows in self.rows.items():
            if rows:
                names = COLUMNS[table].split()
                marks = ", ".join("?" * len(names))
                self.db.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)
                rows.clear()

    def close(self):
        self.flush()
        self.db.executemany("INSERT INTO counters (name, value) VALUES (?, ?)", self.numbers.items())
        self.db.execute("COMMIT")
        self.db.execute("PRAGMA journal_mode=WAL")
        self.db.close()


def add_people(book, login):
    for name in DEPARTMENTS:
        book.add("departments", name, name)
    book.add("users", login, login, "admin", None)
    for n in range(8):
        book.add("users", f"clerk{n + 1}", f"{SURNAMES[n]}{GIVEN[n]}", "clerk", 6)


def add_catalogue(book, rng):
    """Customers, routes of seven to ten steps, and products."""
    for n in range(400):
        name = f"{SURNAMES[n % 10]}{GIVEN[n // 10 % 10]}{KINDS[n // 50]}"
        meaning = "arrived" if n % 10 == 9 else "shipped"
        book.add("customers", f"C-{n + 1:04}", f"{name}有限公司", "华东", rng.randint(2, 9), meaning)
    routes = []
    for n in range(4):
        route = book.add("routes", f"R{n + 1}", f"工艺 {n + 1}")
        names = STEPS[: 5 + n] + STEPS[8:]
        steps = [(10 * (i + 1), name, 1 + STEPS.index(name) % 5) for i, name in enumerate(names)]
        for seq, name, department in steps:
            book.add("route_steps", route, seq, name, department, 1)
        routes.append(steps)
    products = []
    for n in range(800):
        decimals = 2 if n % 20 == 19 else 0
        product = book.add(
            "products", f"P-{n + 1:04}", f"{WARES[n % 8]} {n // 8 + 10}×{n % 8 + 2}",
            "kg" if decimals else "pcs", decimals, n % 4 + 1, 15)
        products.append((product, routes[n % 4], decimals))
        counted = book.today - rng.randint(1, 30)
        book.add("stock_counts", product, rng.randint(0, 2000), book.day(counted), book.at(counted), 2)
    for customer in range(1, 401):
        for product, _, _ in rng.sample(products, 5):
            book.add(
                "prices", customer, product, "CNY", rng.randint(1, 5000) * 100, book.day(book.today - 400),
                book.at(book.today - 400), 2)
    return products


def plan(rng, today, open_count, closed_count, years):
    """Of each order, oldest first: the day it was taken, the day an open one is due, whether it is promised."""
    orders = []
    for _ in range(closed_count):
        orders.append((today - rng.randint(75, 75 + 365 * years), None, True))
    for n in range(open_count):
        kind = n % 100
        if kind < 10:
            due = today - rng.randint(1, 25)
        elif kind < 11:
            due = today
        else:
            due = today + rng.randint(1, 60)
        is_promised = kind < 98
        lead = rng.randint(max(20, due - today + 2), 65)
        orders.append((due - lead if is_promised else today - rng.randint(0, 5), due, is_promised))
    orders.sort(key=lambda order: order[0])
    return orders


def add_promises(book, rng, schedule, ordered, last, clerk):
    """One to three promises that end on `last`; returns the first and their count."""
    count = rng.choices((1, 2, 3), (75, 18, 7))[0]
    promised = [max(ordered + 1, last - 7 * (count - 1 - n)) for n in range(count)]
    for n, day in enumerate(promised):
        made = min(book.today, ordered + 1 + n * 5)
        cause = rng.choice(CAUSES) if n else None
        book.add(
            "promises", schedule, 1, n + 1, book.day(day), cause, book.day(made), book.at(made), clerk)
    return promised[0], count


def add_production(book, rng, schedule, product, route, qty, ordered, due, done, clerk, is_detailed):
    """A production order; `done` is how many of its steps are finished, None for all."""
    finish_all = done is None
    released = ordered + 2
    length = max(len(route), due - released - 2)
    finished = max(released, min(book.today - 1, due - 1)) if finish_all else None
    if finish_all:
        done = len(route)
    production = book.add(
        "production_orders", book.number("MO", released), schedule, product, qty, book.day(released),
        book.day(released + 1), book.day(due), qty if finish_all else 0, book.day(finished),
        0 if finish_all else 1, book.at(released))
    for department in {department for _, _, department in route[:3]}:
        was_read = finish_all or rng.random() < 0.97
        book.add(
            "notices", None, production, department, book.at(released),
            book.at(released, 4) if was_read else None, clerk if was_read else None)
    # Running steps were reported a day ago; some were forgotten for a week.
    latest = finished if finish_all else book.today - (7 if rng.random() < 0.02 else 1)
    for n, (seq, name, department) in enumerate(route):
        start = released + 1 + length * n // len(route)
        end = released + 1 + length * (n + 1) // len(route)
        good = qty if n < done else qty // 2 if n == done and not finish_all else 0
        day = min(latest, end) if n < done - 1 else latest
        day = max(released, day)
        operation = book.add(
            "operations", production, seq, name, department, book.day(start), book.day(end),
            book.day(min(start, day)) if good else None, good, book.day(day) if good == qty else None)
        for part in (good - good // 2, good // 2) if is_detailed else (good,):
            if part:
                book.add("progress", production, operation, part, book.day(day), book.at(day, 8), clerk)


def add_review(book, rng, order, ordered, version, clerk):
    """The papers, answers and signatures of an order, and what its amendment changed."""
    at = book.at(min(book.today, ordered + 1), 3)
    for kind in ("customer-order", "contract"):
        paper = book.add(
            "documents", "order", order, version, kind, f"/papers/{order}-{kind}.pdf",
            f"{rng.getrandbits(256):064x}", 20000, at, clerk)
    for item in ("delivery", "payment", "quality", "genuine"):
        book.add("review_answers", order, version, item, "ok", at, clerk)
    for act, role in ACTS:
        book.add("approvals", "order", order, version, act, role, at, clerk)
    if version > 1:
        amendment = book.add(
            "amendments", order, version, "customer", "加数量", paper, at[:10], at, clerk)
        book.add("amendment_changes", amendment, 1, "qty", "50", "100")


def add_money(book, rng, customer, order, terms, amount, ordered, is_open, clerk):
    """What was paid: all of a closed order; of an open one what is due before production, if anything."""
    if is_open and terms not in ("30%", "prepaid"):
        return
    part = amount if not is_open else amount * 3 // 10 if terms == "30%" else amount
    day = min(book.today, ordered + rng.randint(1, 4))
    if is_open and rng.random() < 0.1:
        return
    payment = book.add(
        "payments", book.number("P", day), customer, order, "CNY", part, "T/T", book.day(day),
        book.at(day, 5), clerk)
    if not is_open or rng.random() < 0.95:
        book.add("receipts", payment, part, book.day(day), book.at(day, 8), 2)


def add_sample(book, rng, customer, product, order, ordered, is_open, clerk):
    """A sample with its round, which an open order may still wait for."""
    sample = book.add(
        "samples", book.number("S", ordered), "customer", customer, product, order, "按样板", book.at(ordered),
        clerk)
    sent = min(book.today, ordered + 3)
    is_answered = not is_open or rng.random() < 0.8
    answered = min(book.today, sent + 4) if is_answered else None
    book.add(
        "sample_rounds", sample, 1, 3, book.day(sent), book.at(ordered), book.day(sent), "顺丰",
        "approved" if is_answered else None, book.at(answered) if is_answered else None, book.day(answered),
        "Ms Chen" if is_answered else None, book.at(sent), clerk)


def add_shipment(book, rng, parts, day, arrived, clerk):
    """A shipment of (schedule, quantity) parts that arrived on a day, or not yet (None)."""
    shipment = book.add(
        "shipments", book.number("D", day), book.day(day), rng.choice(CARRIERS),
        f"SF{rng.randrange(10**10):010}", book.day(arrived), book.at(day, 9), clerk)
    for schedule, qty in parts:
        line = book.add("shipment_lines", shipment, schedule, qty)
        if arrived is not None:
            book.add("arrivals", line, book.day(arrived), "仓库", book.at(arrived, 3), clerk)


def add_order(book, rng, products, ordered, due, is_promised):
    """One order with all that hangs on it: closed where `due` is None."""
    today = book.today
    is_open = due is not None
    customer = rng.randint(1, 400)
    needs_arrival = customer % 10 == 0
    clerk = rng.randint(2, 9)
    is_cancelled = not is_open and rng.random() < 0.01
    if not is_open:
        due = ordered + rng.randint(20, 50)
    shipped = due + min(10, int(rng.expovariate(0.5))) - 2
    arrived = shipped + rng.randint(1, 4)
    completed = arrived if needs_arrival else shipped
    closed = arrived + rng.randint(0, 5)
    no = book.number("SO", ordered)
    for command, line in (
        ("order.new", "new C-0001 P-0001 100"), ("order.promise", f"promise {no} +20wd"),
        ("work.release", f"release {no}"), ("contact.add", f"chase {no} 催"),
    ):
        book.add_event(book.at(ordered), command, line, no)
    version = 2 if rng.random() < 0.05 else 1
    terms = rng.choice(TERMS)
    order = book.add(
        "orders", no, customer, f"PO{rng.randrange(10**6):06}", clerk,
        book.day(ordered), "CNY", rng.choices("HML", (5, 90, 5))[0], rng.choice(CARRIERS),
        "按图验收" if rng.random() < 0.1 else None, version, "email", book.at(ordered, 0), clerk, terms, None if is_open or is_cancelled else book.day(closed),
        int(is_cancelled), book.day(ordered + 5) if is_cancelled else None,
        "客户取消" if is_cancelled else None, book.at(ordered))
    is_released = is_promised and not is_cancelled and (not is_open or rng.random() < 0.9)
    is_part_shipped = is_released and is_open and rng.random() < 0.1
    if is_promised:
        add_review(book, rng, order, ordered, version, clerk)
        replied = book.at(min(today, ordered + 1), 0)
        book.add("replies", order, "email", replied, replied, clerk)
    parts = []
    amount = 0
    for line_no in range(1, rng.choices((1, 2, 3), (60, 30, 10))[0] + 1):
        product, route, decimals = rng.choice(products)
        price = rng.randint(1, 5000) * 100
        line = book.add("order_lines", order, line_no, product, price)
        qty = rng.randint(1, 40) * 50
        amount += round(qty * price / 10 ** (2 + decimals))
        schedule = book.ids["schedules"] + 1
        first, count = None, 0
        if is_promised:
            first, count = add_promises(book, rng, schedule, ordered, due, clerk)
        gone = 0 if is_cancelled else qty // 5 if is_part_shipped else 0 if is_open else qty
        wanted = due - rng.choice((0, 0, 0, 3, 7))
        book.add(
            "schedules", order, line, 1, qty, book.day(wanted), book.day(first),
            book.day(due) if is_promised else None, count, gone, gone,
            None if is_open or is_cancelled else book.day(completed), int(is_open),
            book.day(due if is_promised else wanted))
        if gone:
            parts.append((schedule, gone))
        if rng.random() < 0.05:
            book.add(
                "reservations", product, schedule, 10, None if is_open else book.day(shipped),
                book.at(ordered), clerk)
        if line_no == 1 and rng.random() < 0.05:
            add_sample(book, rng, customer, product, order, ordered, is_open, clerk)
        if is_released and line_no == 1:
            done = None if not is_open or rng.random() < 0.1 else rng.randrange(len(route) - 1)
            is_detailed = is_open or ordered > today - 365
            add_production(
                book, rng, schedule, product, route, qty, ordered, due if is_open else min(due, shipped), done,
                clerk, is_detailed)
    if not is_cancelled:
        add_money(book, rng, customer, order, terms, amount, ordered, is_open, clerk)
    if parts and is_open:
        day = today - rng.randint(1, 7)
        add_shipment(book, rng, parts, day, None, clerk)
    elif parts:
        add_shipment(book, rng, parts, shipped, arrived, clerk)
    if rng.random() < (0.6 if is_open else 0.1):
        day = today - rng.randint(0, 6) if is_open else ordered + 10
        next_on = day + rng.randint(5, 30) if is_open else None
        book.add(
            "contacts", order, "chase", "表面处理", "王师傅说周三出", book.day(next_on), book.day(day),
            book.at(day, 6), clerk)
    if is_open and rng.random() < 0.01:
        book.add("holds", order, "customer", "图纸待确认", book.day(today - 5), None, book.at(today - 5), clerk)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("book")
    parser.add_argument("--open", type=int, default=4000)
    parser.add_argument("--closed", type=int, default=46000)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--today", type=datetime.date.fromisoformat, default=datetime.date(2026, 11, 20))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if os.path.exists(options.book):
        sys.exit(f"{options.book} is there already")
    rng = random.Random(options.seed)
    draft = f"{options.book}.{os.getpid()}.part"
    book = Book(draft, options.today)
    add_people(book, pwd.getpwuid(os.getuid()).pw_name)
    products = add_catalogue(book, rng)
    orders = plan(rng, book.today, options.open, options.closed, options.years)
    for n, order in enumerate(orders):
        add_order(book, rng, products, *order)
        if n % 2000 == 1999:
            book.flush()
    counts = dict(book.ids)
    book.close()
    os.rename(draft, options.book)
    print("  ".join(f"{table} {count}" for table, count in counts.items() if count > 1000))


if __name__ == "__main__":
    main()
