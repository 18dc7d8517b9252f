-- gendan: the order book. This is the one copy: `sqlite3 new.db < schema.sql` makes an empty book,
-- the program embeds this very file, and the PostgreSQL driver respells a few of its words.
--
-- Conventions. Days are TEXT 2026-11-30 in …_on; instants TEXT 2026-11-30T08:05:00Z (UTC) in …_at;
-- quantities INTEGER in the product's smallest unit (10^decimals to the unit); prices INTEGER in
-- 1/10000 of the currency's unit; flags 0 or 1. Every journaled table has INTEGER PRIMARY KEY id.
-- «kept» marks a figure derived from facts and kept for speed: one place maintains it, and
-- `gendan check` computes it again and compares. Nothing else that can be derived is stored.

CREATE TABLE schema_versions (
  version INTEGER NOT NULL UNIQUE,
  applied_at TEXT NOT NULL
) STRICT;
INSERT INTO schema_versions (version, applied_at) VALUES (1, '2026-11-21T00:00:00Z');

-- The journal: one event a command, and what it did to rows, captured below the statements.

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  login TEXT NOT NULL,             -- who, as the program knows them
  command TEXT NOT NULL,           -- the command's id, such as order.promise
  line TEXT NOT NULL,              -- what was typed
  host TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('cli', 'import', 'cron', 'demo')),
  reason TEXT,                     -- why, where one was asked for
  subject TEXT,                    -- the order numbers or other names it is about
  undoes INTEGER REFERENCES events (id),
  overrides TEXT,                  -- the gates that were overridden, ids with a space between
  digest TEXT NOT NULL             -- SHA-256 over this event, its changes and the digest before it
) STRICT;
CREATE INDEX events_by_undone ON events (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX events_overriding ON events (at) WHERE overrides IS NOT NULL;

-- kept: a row for each thing in an event's subject, so that an order's events are found at once.
CREATE TABLE event_subjects (
  event_id INTEGER NOT NULL REFERENCES events (id),
  subject TEXT NOT NULL,
  UNIQUE (subject, event_id)
) STRICT;

CREATE TABLE event_changes (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES events (id),
  table_name TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('insert', 'update', 'delete', 'refigure')),
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL CHECK (last_id >= first_id),
  before TEXT,                     -- JSON of the overwritten columns; of all columns once deleted
  digest_before TEXT,
  digest_after TEXT
) STRICT;
CREATE INDEX event_changes_by_event ON event_changes (event_id);
CREATE INDEX event_changes_by_row ON event_changes (table_name, first_id);

-- Running numbers. Not journaled: a number once given is never given again, undone or not (D-07).
CREATE TABLE counters (
  name TEXT NOT NULL UNIQUE,
  value INTEGER NOT NULL
) STRICT;

-- People, rules, calendar.

CREATE TABLE departments (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  contact TEXT                     -- whom to talk to there (R-412)
) STRICT;

CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,      -- the operating system's name of the person
  name TEXT NOT NULL,
  roles TEXT NOT NULL,             -- ids with a space between
  department_id INTEGER REFERENCES departments (id) DEFERRABLE INITIALLY DEFERRED,
  boss_id INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  language TEXT CHECK (language IN ('en', 'zh-Hans', 'zh-Hant')),
  mail TEXT,                       -- where summaries go
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE settings (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

-- Exceptions to the weekly rest days; a year listed in calendar_years has its facts.
CREATE TABLE calendar_days (
  id INTEGER PRIMARY KEY,
  day_on TEXT NOT NULL UNIQUE,
  working INTEGER NOT NULL CHECK (working IN (0, 1)),
  name TEXT
) STRICT;

CREATE TABLE calendar_years (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL UNIQUE,
  source TEXT NOT NULL
) STRICT;

-- Customers and products.

-- A sales region as customers name it, with who follows and who leads it (R-008).
CREATE TABLE regions (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  clerk_id INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  manager_id INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,       -- C-0001, or the source's own number
  name TEXT NOT NULL,
  class TEXT NOT NULL DEFAULT 'normal' CHECK (class IN ('key', 'normal', 'prospect')),
  type TEXT NOT NULL DEFAULT 'domestic' CHECK (type IN ('store', 'domestic', 'export', 'dealer')),
  region TEXT,
  principal TEXT,                  -- who leads the customer's firm
  source TEXT,                     -- how it was found
  grade TEXT,                      -- of its credit
  address TEXT,
  contact TEXT,
  phone TEXT,
  fax TEXT,
  terms TEXT,                      -- settlement terms
  currency TEXT NOT NULL DEFAULT 'CNY',
  clerk_id INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  under_bp INTEGER NOT NULL DEFAULT 0 CHECK (under_bp BETWEEN 0 AND 10000),
  over_bp INTEGER NOT NULL DEFAULT 0 CHECK (over_bp BETWEEN 0 AND 10000),
  date_meaning TEXT NOT NULL DEFAULT 'shipped' CHECK (date_meaning IN ('shipped', 'arrived')),
  credit_limit INTEGER CHECK (credit_limit >= 0),      -- 1/100 of the currency's unit; NULL: none set
  transit_days INTEGER NOT NULL DEFAULT 0 CHECK (transit_days BETWEEN 0 AND 365),  -- from our door to theirs
  note TEXT
) STRICT;
CREATE INDEX customers_by_name ON customers (name);

-- Appended: to whom a copy of the customers' data went, and up to which event it is current (R-006, R-007).
CREATE TABLE customer_copies (
  id INTEGER PRIMARY KEY,
  recipient TEXT NOT NULL CHECK (recipient IN ('supervisor', 'billing', 'warehouse')),
  event_id INTEGER NOT NULL,
  customers INTEGER NOT NULL,      -- how many stood on it
  made_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE routes (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE route_steps (
  id INTEGER PRIMARY KEY,
  route_id INTEGER NOT NULL REFERENCES routes (id) DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  department_id INTEGER REFERENCES departments (id) DEFERRABLE INITIALLY DEFERRED,
  days INTEGER NOT NULL DEFAULT 1 CHECK (days >= 0),   -- standard working days
  minutes INTEGER CHECK (minutes > 0),                 -- standard, in 1/100 a unit; NULL: by its days
  setup INTEGER NOT NULL DEFAULT 0 CHECK (setup >= 0), -- minutes before the first piece
  overlap INTEGER CHECK (overlap > 0),                 -- units after which the next step may begin
  UNIQUE (route_id, seq)
) STRICT;

-- What does the work of steps: a machine, a team, or a supplier; as many jobs at once as it has places.
CREATE TABLE resources (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  department_id INTEGER REFERENCES departments (id) DEFERRABLE INITIALLY DEFERRED,
  places INTEGER NOT NULL DEFAULT 1 CHECK (places BETWEEN 1 AND 1000),
  efficiency_bp INTEGER NOT NULL DEFAULT 10000 CHECK (efficiency_bp BETWEEN 100 AND 100000),
  shifts TEXT,                     -- its own hours, such as 8:00-20:00; NULL: the site's
  outside INTEGER NOT NULL DEFAULT 0 CHECK (outside IN (0, 1)),   -- a supplier: takes what comes
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- Days on which a resource stands still.
CREATE TABLE resource_stops (
  id INTEGER PRIMARY KEY,
  resource_id INTEGER NOT NULL REFERENCES resources (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT,                   -- the last day, as expected; NULL: nobody knows
  resumed_on TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX resource_stops_by_resource ON resource_stops (resource_id);

-- Where a step can be done, the best first.
CREATE TABLE route_step_resources (
  id INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES route_steps (id) DEFERRABLE INITIALLY DEFERRED,
  resource_id INTEGER NOT NULL REFERENCES resources (id) DEFERRABLE INITIALLY DEFERRED,
  minutes INTEGER CHECK (minutes > 0),                 -- its own, in 1/100 a unit; NULL: the step's
  UNIQUE (step_id, resource_id)
) STRICT;

CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT 'pcs',
  decimals INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6),
  route_id INTEGER REFERENCES routes (id) DEFERRABLE INITIALLY DEFERRED,
  lead_days INTEGER CHECK (lead_days >= 0),            -- standard working days
  maker TEXT,                      -- an outside factory, where it is not our own plant
  sample_required INTEGER NOT NULL DEFAULT 0 CHECK (sample_required IN (0, 1)),
  statutory INTEGER NOT NULL DEFAULT 0 CHECK (statutory IN (0, 1)),  -- inspected by law (R-151)
  min_qty INTEGER CHECK (min_qty >= 0),                -- below it goods are made for stock (R-152)
  max_qty INTEGER,                                     -- up to which they are
  printed INTEGER NOT NULL DEFAULT 0 CHECK (printed IN (0, 1)),   -- its first print run is retained
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX products_by_name ON products (name);

-- Other units in which a product is ordered, and how much of it one of them is (R-063).
CREATE TABLE product_units (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  qty INTEGER NOT NULL CHECK (qty > 0),                -- in the product's smallest unit
  UNIQUE (product_id, name)
) STRICT;

-- Enquiries, quotes and prices. A quote is of one product; a new version is a new row.

CREATE TABLE enquiries (
  id INTEGER PRIMARY KEY,
  no TEXT NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  channel TEXT,
  received_at TEXT NOT NULL,
  clerk_id INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  answer TEXT,
  answered_at TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX enquiries_open ON enquiries (received_at) WHERE answered_at IS NULL;

CREATE TABLE quotes (
  id INTEGER PRIMARY KEY,
  no TEXT NOT NULL,
  version INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  product_id INTEGER NOT NULL REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED,
  enquiry_id INTEGER REFERENCES enquiries (id) DEFERRABLE INITIALLY DEFERRED,
  maker TEXT,
  qty INTEGER CHECK (qty > 0),
  lead_days INTEGER CHECK (lead_days >= 0),
  terms TEXT,
  packing TEXT,
  currency TEXT NOT NULL,
  material INTEGER,                -- costs, margin and price in 1/10000 of the unit and basis points
  labour INTEGER,
  packaging INTEGER,
  other INTEGER,
  margin_bp INTEGER,               -- of the price
  price INTEGER,
  valid_until_on TEXT,
  lost_reason TEXT,
  note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (no, version)
) STRICT;
CREATE INDEX quotes_by_customer ON quotes (customer_id);

-- A customer's price of a product from a day on, until the next one.
CREATE TABLE prices (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  product_id INTEGER NOT NULL REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED,
  currency TEXT NOT NULL,
  price INTEGER NOT NULL CHECK (price >= 0),           -- 1/10000 of the currency's unit
  from_on TEXT NOT NULL,
  quote_id INTEGER REFERENCES quotes (id) DEFERRABLE INITIALLY DEFERRED,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (customer_id, product_id, currency, from_on)
) STRICT;

-- Orders, lines and delivery schedules: a schedule (line x date) is the unit of lateness.

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  no TEXT NOT NULL UNIQUE,         -- ours, or the one it was imported under
  customer_id INTEGER NOT NULL REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  customer_po TEXT,
  clerk_id INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  ordered_on TEXT NOT NULL,
  currency TEXT NOT NULL,
  priority TEXT NOT NULL DEFAULT 'M' CHECK (priority IN ('H', 'M', 'L')),
  carrier TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,                  -- 1, and one more for each amendment
  kind TEXT NOT NULL DEFAULT 'domestic' CHECK (kind IN ('domestic', 'export')),
  channel TEXT CHECK (channel IN ('fax', 'mail', 'email', 'phone', 'visit', 'shop')),
  received_at TEXT,                -- when the customer's order came: the reply clock starts
  salesperson_id INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  terms TEXT,                      -- settlement terms agreed for this order
  commission_bp INTEGER NOT NULL DEFAULT 0 CHECK (commission_bp BETWEEN 0 AND 10000),
  special TEXT,                    -- what makes its contract special
  closed_on TEXT,
  cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
  cancelled_on TEXT,               -- NULL with cancelled = 1: history that does not tell the day
  cancel_reason TEXT,
  entered_at TEXT NOT NULL,
  CHECK (cancelled = 1 OR cancelled_on IS NULL)
) STRICT;
CREATE INDEX orders_open ON orders (no) WHERE closed_on IS NULL AND cancelled = 0;
CREATE INDEX orders_cancelled ON orders (id) WHERE cancelled = 1;
CREATE INDEX orders_by_customer_po ON orders (customer_po) WHERE customer_po IS NOT NULL;
CREATE INDEX orders_by_customer ON orders (customer_id);
CREATE INDEX orders_by_day ON orders (ordered_on);
CREATE INDEX orders_rush ON orders (no) WHERE priority = 'H' AND closed_on IS NULL AND cancelled = 0;

CREATE TABLE order_lines (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL CHECK (line_no > 0),
  product_id INTEGER NOT NULL REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED,
  price INTEGER,                   -- 1/10000 of the order's currency a unit
  discount_bp INTEGER NOT NULL DEFAULT 0 CHECK (discount_bp BETWEEN 0 AND 10000),
  under_bp INTEGER NOT NULL DEFAULT 0 CHECK (under_bp BETWEEN 0 AND 10000),
  over_bp INTEGER NOT NULL DEFAULT 0 CHECK (over_bp BETWEEN 0 AND 10000),
  color TEXT,
  spec TEXT,                       -- size, material, make-up
  requirement TEXT,                -- what the customer demands; '-' where there is nothing
  carton_qty INTEGER CHECK (carton_qty > 0),           -- how much goes into a carton, in the smallest unit
  packing TEXT,                    -- what the goods are packed in, such as a colour box
  mark TEXT,                       -- the shipping mark
  quote_id INTEGER REFERENCES quotes (id) DEFERRABLE INITIALLY DEFERRED,
  new_material INTEGER NOT NULL DEFAULT 0 CHECK (new_material IN (0, 1)),
  UNIQUE (order_id, line_no)
) STRICT;

-- Appended: whether new material moves an order's prices, as the general manager decided; the newest
-- counts (R-040, R-041).
CREATE TABLE quote_decisions (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  ruling TEXT NOT NULL CHECK (ruling IN ('keep', 'change')),
  note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX quote_decisions_by_order ON quote_decisions (order_id);

CREATE TABLE schedules (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  line_id INTEGER NOT NULL REFERENCES order_lines (id) DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL CHECK (seq > 0),
  qty INTEGER NOT NULL CHECK (qty > 0),
  requested_on TEXT,               -- R, the customer's date
  first_promised_on TEXT,          -- P1, kept: of the ledger's newest series
  promised_on TEXT,                -- Pn, kept: the ledger's newest entry
  promise_count INTEGER NOT NULL DEFAULT 0,            -- kept
  shipped_qty INTEGER NOT NULL DEFAULT 0,              -- kept
  accepted_qty INTEGER NOT NULL DEFAULT 0,             -- kept: less short and damaged once arrived
  completed_on TEXT,               -- kept: the day the quantity was reached
  is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)),  -- kept: still owed
  due_on TEXT,                     -- kept: Pn, or R while nothing is promised
  UNIQUE (line_id, seq)
) STRICT;
CREATE INDEX schedules_open_by_due ON schedules (due_on) WHERE is_open = 1;
CREATE INDEX schedules_by_order ON schedules (order_id);

-- The promise ledger. Appended only; series 1, seq 1 is the first promise for ever.
CREATE TABLE promises (
  id INTEGER PRIMARY KEY,
  schedule_id INTEGER NOT NULL REFERENCES schedules (id) DEFERRABLE INITIALLY DEFERRED,
  series INTEGER NOT NULL DEFAULT 1,
  seq INTEGER NOT NULL,
  promised_on TEXT NOT NULL,
  cause TEXT,                      -- NULL only for the first of a series
  told TEXT,                       -- who at the customer was told
  note TEXT,
  made_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (schedule_id, series, seq)
) STRICT;
CREATE INDEX promises_moved ON promises (made_on) WHERE seq > 1;

CREATE TABLE holds (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  side TEXT NOT NULL CHECK (side IN ('customer', 'own')),
  reason TEXT NOT NULL,
  evidence TEXT,
  from_on TEXT,                    -- NULL: history that does not tell the day
  until_on TEXT,                   -- expected end
  resumed_on TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX holds_by_order ON holds (order_id);

-- Production orders, their operations, and appended progress.

CREATE TABLE production_orders (
  id INTEGER PRIMARY KEY,
  no TEXT NOT NULL UNIQUE,
  schedule_id INTEGER REFERENCES schedules (id) DEFERRABLE INITIALLY DEFERRED,  -- NULL: for stock
  product_id INTEGER NOT NULL REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED,
  qty INTEGER NOT NULL CHECK (qty > 0),
  released_on TEXT NOT NULL,
  start_on TEXT,                   -- planned
  due_on TEXT,
  not_before_on TEXT,              -- the day before which the planner wants nothing of it begun
  frozen INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1)),   -- a plan leaves it where it stands
  version INTEGER NOT NULL DEFAULT 1,                  -- of the order that it was written for
  maker TEXT,                      -- an outside factory
  color TEXT,
  spec TEXT,
  requirement TEXT,
  inspection TEXT,                 -- what the statutory inspection asks (R-151)
  carton_qty INTEGER CHECK (carton_qty > 0),           -- as on the order's line
  packing TEXT,
  mark TEXT,
  sample_id INTEGER,               -- the approved sample it follows; samples refer to production too
  cancelled_on TEXT,
  cancel_reason TEXT,
  -- Where its quantity went once it was merged into another or superseded by another.
  successor_id INTEGER REFERENCES production_orders (id) DEFERRABLE INITIALLY DEFERRED,
  good_qty INTEGER NOT NULL DEFAULT 0,     -- kept
  scrap_qty INTEGER NOT NULL DEFAULT 0,    -- kept
  finished_on TEXT,                        -- kept
  is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)),  -- kept
  entered_at TEXT NOT NULL
) STRICT;
CREATE INDEX production_orders_by_product ON production_orders (product_id);
CREATE INDEX production_orders_by_schedule ON production_orders (schedule_id);
CREATE INDEX production_orders_open_by_due ON production_orders (due_on) WHERE is_open = 1;
CREATE INDEX production_orders_by_finish ON production_orders (finished_on) WHERE finished_on IS NOT NULL;

-- Production may be held: by whom and why (R-187).
CREATE TABLE production_holds (
  id INTEGER PRIMARY KEY,
  production_order_id INTEGER NOT NULL
    REFERENCES production_orders (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL,
  from_on TEXT NOT NULL,
  resumed_on TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX production_holds_by_order ON production_holds (production_order_id);

-- Whose delivery a production order is made for, where it serves more than its own (R-146).
CREATE TABLE production_shares (
  id INTEGER PRIMARY KEY,
  production_order_id INTEGER NOT NULL
    REFERENCES production_orders (id) DEFERRABLE INITIALLY DEFERRED,
  schedule_id INTEGER NOT NULL REFERENCES schedules (id) DEFERRABLE INITIALLY DEFERRED,
  qty INTEGER NOT NULL CHECK (qty > 0),
  UNIQUE (production_order_id, schedule_id)
) STRICT;
CREATE INDEX production_shares_by_schedule ON production_shares (schedule_id);

CREATE TABLE operations (
  id INTEGER PRIMARY KEY,
  production_order_id INTEGER NOT NULL
    REFERENCES production_orders (id) DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  department_id INTEGER REFERENCES departments (id) DEFERRABLE INITIALLY DEFERRED,
  minutes INTEGER,                 -- as in route_steps
  setup INTEGER NOT NULL DEFAULT 0,
  overlap INTEGER,
  base_start_on TEXT,              -- as first planned
  base_finish_on TEXT,
  plan_start_on TEXT,
  plan_finish_on TEXT,
  resource_id INTEGER REFERENCES resources (id) DEFERRABLE INITIALLY DEFERRED,   -- where the plan puts it
  place INTEGER,
  plan_start_at TEXT,              -- to the minute, where a plan was made
  plan_finish_at TEXT,
  bound_by TEXT,                   -- why it stands there, and the operation or thing that binds it
  bound_to TEXT,
  started_on TEXT,
  good_qty INTEGER NOT NULL DEFAULT 0,     -- kept
  scrap_qty INTEGER NOT NULL DEFAULT 0,    -- kept
  rework_qty INTEGER NOT NULL DEFAULT 0,   -- kept
  finished_on TEXT,                        -- kept
  UNIQUE (production_order_id, seq)
) STRICT;

CREATE TABLE operation_resources (
  id INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operations (id) DEFERRABLE INITIALLY DEFERRED,
  resource_id INTEGER NOT NULL REFERENCES resources (id) DEFERRABLE INITIALLY DEFERRED,
  minutes INTEGER,
  UNIQUE (operation_id, resource_id)
) STRICT;

-- Appended: when the open work was planned, and how late the plan leaves it.
CREATE TABLE plan_runs (
  id INTEGER PRIMARY KEY,
  reason TEXT,
  jobs INTEGER NOT NULL,
  moved INTEGER NOT NULL,          -- operations that stand elsewhere than before
  unplaced INTEGER NOT NULL,
  late INTEGER NOT NULL,           -- production orders that finish after they are due
  late_minutes INTEGER NOT NULL,   -- of those, weighted
  planned_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Appended: that the plan of a week or a day was settled, and who took part; the newest counts (R-161, R-162).
CREATE TABLE plan_agreements (
  id INTEGER PRIMARY KEY,
  span TEXT NOT NULL CHECK (span IN ('week', 'day')),
  from_on TEXT NOT NULL,           -- the week's Monday, or the day
  attendees TEXT,
  note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX plan_agreements_by_day ON plan_agreements (from_on);

-- Appended: from when until when production says it makes a production order; the newest counts (R-158).
CREATE TABLE commitments (
  id INTEGER PRIMARY KEY,
  production_order_id INTEGER NOT NULL
    REFERENCES production_orders (id) DEFERRABLE INITIALLY DEFERRED,
  start_on TEXT NOT NULL,
  finish_on TEXT NOT NULL,
  note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (finish_on >= start_on)
) STRICT;
CREATE INDEX commitments_by_production ON commitments (production_order_id);

-- Appended: that the workshop was urged to make a production order earlier (R-181).
CREATE TABLE urges (
  id INTEGER PRIMARY KEY,
  production_order_id INTEGER NOT NULL
    REFERENCES production_orders (id) DEFERRABLE INITIALLY DEFERRED,
  from_on TEXT,                    -- the day on which it would have been finished; NULL: nobody knew
  to_on TEXT NOT NULL,             -- the day by which it is wanted
  reason TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX urges_by_production ON urges (production_order_id);

CREATE TABLE progress (
  id INTEGER PRIMARY KEY,
  production_order_id INTEGER NOT NULL
    REFERENCES production_orders (id) DEFERRABLE INITIALLY DEFERRED,
  operation_id INTEGER REFERENCES operations (id) DEFERRABLE INITIALLY DEFERRED,  -- NULL: of the whole
  good INTEGER NOT NULL,
  scrap INTEGER NOT NULL DEFAULT 0,
  rework INTEGER NOT NULL DEFAULT 0,
  worker TEXT,
  note TEXT,
  reverses_id INTEGER REFERENCES progress (id) DEFERRABLE INITIALLY DEFERRED,  -- the entry it takes back
  feed TEXT,                       -- fingerprint of the file that it was fed from
  happened_on TEXT NOT NULL,       -- of a reversal: the day of what it takes back
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX progress_by_operation ON progress (operation_id);
CREATE UNIQUE INDEX progress_by_reversed ON progress (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX progress_of_whole ON progress (production_order_id) WHERE operation_id IS NULL;
CREATE INDEX progress_by_day ON progress (happened_on);

-- What was answered to the customer, what a review answered, who signed, and what was amended.

CREATE TABLE replies (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  via TEXT,                        -- NULL: nobody said how
  told TEXT,
  text TEXT,
  replied_at TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX replies_by_order ON replies (order_id);

-- Appended: the newest answer to a point of a version counts.
CREATE TABLE review_answers (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  item TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('ok', 'no')),
  note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX review_answers_by_order ON review_answers (order_id);

-- What an order is expected to cost besides the goods, in 1/100 of its currency's unit (R-098).
CREATE TABLE order_costs (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,              -- freight, commission to an agent …
  amount INTEGER NOT NULL CHECK (amount >= 0),
  UNIQUE (order_id, name)
) STRICT;

-- Appended: a day that somebody proposes in the review; what is promised stays another's word (R-106).
CREATE TABLE date_proposals (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  proposed_on TEXT NOT NULL,
  note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX date_proposals_by_order ON date_proposals (order_id);

-- What is unclear of an order, and who is asked: a department or a person (R-089).
CREATE TABLE questions (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL,            -- its number in the order
  department_id INTEGER REFERENCES departments (id) DEFERRABLE INITIALLY DEFERRED,
  user_id INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  due_on TEXT NOT NULL,
  answer TEXT,
  answered_at TEXT,
  answered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (order_id, seq)
) STRICT;
CREATE INDEX questions_open ON questions (due_on) WHERE answered_at IS NULL;

-- Appended: what was done to an order, a quote or a production order for stock on its way to approval.
-- Where it stands is what its version's last act says.
CREATE TABLE approvals (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('order', 'quote', 'production')),
  subject_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('confirm', 'submit', 'sign', 'reject', 'approve', 'hand-over')),
  role TEXT,                       -- in which role somebody signed or rejected
  note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX approvals_by_subject ON approvals (subject, subject_id);

-- Who signs what, and when: the lower step first.
CREATE TABLE signer_rules (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('order', 'quote', 'production')),
  step INTEGER NOT NULL,
  role TEXT NOT NULL,
  condition TEXT NOT NULL,
  UNIQUE (subject, role, condition)
) STRICT;

-- Papers by path and fingerprint, not their bytes.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('order', 'quote', 'sample', 'customer', 'production')),
  subject_id INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,                  -- of the order that it belongs to
  kind TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  signed_by TEXT,
  note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX documents_by_subject ON documents (subject, subject_id);

CREATE TABLE amendments (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,        -- the version that it made
  side TEXT NOT NULL CHECK (side IN ('customer', 'own')),
  reason TEXT NOT NULL,
  document_id INTEGER REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  made_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (order_id, version)
) STRICT;

CREATE TABLE amendment_changes (
  id INTEGER PRIMARY KEY,
  amendment_id INTEGER NOT NULL REFERENCES amendments (id) DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER,                 -- NULL: of the whole order
  field TEXT NOT NULL,
  old TEXT,
  new TEXT
) STRICT;
CREATE INDEX amendment_changes_by_amendment ON amendment_changes (amendment_id);

-- What a department was told, and when it acknowledged it (R-139).
CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  order_id INTEGER REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  production_order_id INTEGER REFERENCES production_orders (id) DEFERRABLE INITIALLY DEFERRED,
  amendment_id INTEGER REFERENCES amendments (id) DEFERRABLE INITIALLY DEFERRED,
  department_id INTEGER NOT NULL REFERENCES departments (id) DEFERRABLE INITIALLY DEFERRED,
  remark TEXT,
  sent_at TEXT NOT NULL,
  acknowledged_at TEXT,
  acknowledged_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX notices_by_order ON notices (order_id);
CREATE INDEX notices_by_production ON notices (production_order_id);
CREATE INDEX notices_open ON notices (sent_at) WHERE acknowledged_at IS NULL;

-- Money: what is due by the terms, what the customer says was paid, what finance confirms.
-- Amounts in 1/100 of the currency's unit.

CREATE TABLE instalments (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('deposit', 'balance', 'credit', 'cod')),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  due_on TEXT,
  requested_on TEXT,               -- the customer was asked for it
  UNIQUE (order_id, kind)
) STRICT;

CREATE TABLE payments (
  id INTEGER PRIMARY KEY,
  no TEXT NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  order_id INTEGER REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,         -- as the customer says; negative: paid back
  method TEXT,
  note TEXT,
  happened_on TEXT NOT NULL,
  voided_on TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX payments_by_order ON payments (order_id);
CREATE INDEX payments_by_customer ON payments (customer_id);

-- Appended: part of a payment that finance found on the account.
CREATE TABLE receipts (
  id INTEGER PRIMARY KEY,
  payment_id INTEGER NOT NULL REFERENCES payments (id) DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER NOT NULL,
  bank_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX receipts_by_payment ON receipts (payment_id);
CREATE INDEX receipts_by_day ON receipts (bank_on);

-- Appended: old balances, positive what the customer owes, negative a surplus; one with an order is
-- netted there (R-342).
CREATE TABLE balances (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  order_id INTEGER REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  note TEXT,
  happened_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX balances_by_customer ON balances (customer_id);
CREATE INDEX balances_by_order ON balances (order_id);

-- Samples: what the customer approves before the bulk, the first pieces of a run, what is kept of them,
-- and the size sample of a carton.

CREATE TABLE samples (
  id INTEGER PRIMARY KEY,
  no TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('customer', 'first-run', 'retained', 'carton')),
  customer_id INTEGER NOT NULL REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  product_id INTEGER NOT NULL REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED,
  order_id INTEGER REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  production_order_id INTEGER REFERENCES production_orders (id) DEFERRABLE INITIALLY DEFERRED,
  requirement TEXT,
  place TEXT,                      -- where it is kept
  maker TEXT,                      -- the supplier who makes it
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX samples_by_order ON samples (order_id);
CREATE INDEX samples_by_customer ON samples (customer_id, product_id);
CREATE INDEX samples_by_production ON samples (production_order_id);

CREATE TABLE sample_rounds (
  id INTEGER PRIMARY KEY,
  sample_id INTEGER NOT NULL REFERENCES samples (id) DEFERRABLE INITIALLY DEFERRED,
  round INTEGER NOT NULL,
  qty INTEGER NOT NULL CHECK (qty > 0),
  due_on TEXT,
  requested_at TEXT NOT NULL,
  made_at TEXT,
  machine TEXT,
  sent_on TEXT,
  carrier TEXT,
  tracking TEXT,
  followed_on TEXT,                -- the last time the customer was asked
  answer TEXT CHECK (answer IN ('approved', 'rejected')),
  answered_at TEXT,
  answered_on TEXT,
  answered_by TEXT,
  note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (sample_id, round)
) STRICT;
CREATE INDEX sample_rounds_open ON sample_rounds (sample_id) WHERE answer IS NULL;

-- Who took a sample out, until when, and when it was back (R-129).
CREATE TABLE sample_loans (
  id INTEGER PRIMARY KEY,
  sample_id INTEGER NOT NULL REFERENCES samples (id) DEFERRABLE INITIALLY DEFERRED,
  borrower TEXT NOT NULL,
  lent_on TEXT NOT NULL,
  back_on TEXT NOT NULL,           -- the day by which it is to be back
  returned_on TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX sample_loans_by_sample ON sample_loans (sample_id);
CREATE INDEX sample_loans_open ON sample_loans (back_on) WHERE returned_on IS NULL;

-- Finished goods: what was counted last, and what of it is promised to a delivery.

CREATE TABLE stock_counts (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED,
  on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
  blocked INTEGER NOT NULL DEFAULT 0 CHECK (blocked >= 0),
  counted_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX stock_counts_by_product ON stock_counts (product_id);

CREATE TABLE reservations (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED,
  schedule_id INTEGER REFERENCES schedules (id) DEFERRABLE INITIALLY DEFERRED,  -- NULL: for something else
  qty INTEGER NOT NULL CHECK (qty > 0),
  note TEXT,
  released_on TEXT,                -- no longer held for it
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX reservations_open ON reservations (product_id) WHERE released_on IS NULL;
CREATE INDEX reservations_by_schedule ON reservations (schedule_id);

-- Shipments and arrivals.

CREATE TABLE shipments (
  id INTEGER PRIMARY KEY,
  no TEXT NOT NULL UNIQUE,
  shipped_on TEXT NOT NULL,
  carrier TEXT,
  tracking TEXT,
  note TEXT,
  arrived_on TEXT,                 -- kept: the newest arrival
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX shipments_by_day ON shipments (shipped_on);
CREATE INDEX shipments_by_arrival ON shipments (arrived_on) WHERE arrived_on IS NOT NULL;
CREATE INDEX shipments_in_transit ON shipments (shipped_on) WHERE arrived_on IS NULL;

CREATE TABLE shipment_lines (
  id INTEGER PRIMARY KEY,
  shipment_id INTEGER NOT NULL REFERENCES shipments (id) DEFERRABLE INITIALLY DEFERRED,
  schedule_id INTEGER NOT NULL REFERENCES schedules (id) DEFERRABLE INITIALLY DEFERRED,
  qty INTEGER NOT NULL CHECK (qty > 0)
) STRICT;
CREATE INDEX shipment_lines_by_schedule ON shipment_lines (schedule_id);
CREATE INDEX shipment_lines_by_shipment ON shipment_lines (shipment_id);

CREATE TABLE arrivals (
  id INTEGER PRIMARY KEY,
  shipment_line_id INTEGER NOT NULL REFERENCES shipment_lines (id) DEFERRABLE INITIALLY DEFERRED,
  arrived_on TEXT NOT NULL,
  short INTEGER NOT NULL DEFAULT 0 CHECK (short >= 0),
  damaged INTEGER NOT NULL DEFAULT 0 CHECK (damaged >= 0),
  received_by TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX arrivals_by_line ON arrivals (shipment_line_id);

-- Appended: whether what is finished of an order leaves or stays, as those concerned settled it; the newest
-- counts (R-186).
CREATE TABLE ship_decisions (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  ruling TEXT NOT NULL CHECK (ruling IN ('ship', 'hold')),
  decided_by TEXT NOT NULL,        -- the names of those who settled it
  note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ship_decisions_by_order ON ship_decisions (order_id);

-- What was said: chases and notes of an order, and talks, visits, service and surveys with a customer.

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY,
  no TEXT UNIQUE,                  -- of those with a customer
  customer_id INTEGER REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED,
  order_id INTEGER REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  product_id INTEGER REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('chase', 'note', 'phone', 'mail', 'visit', 'question', 'service',
    'return-call', 'survey', 'flag', 'discussion')),
  party TEXT,                      -- the step, department or person
  host_id INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,  -- who received them
  text TEXT NOT NULL,
  result TEXT,
  quality INTEGER CHECK (quality BETWEEN 1 AND 5),     -- what the customer thinks of us
  delivery INTEGER CHECK (delivery BETWEEN 1 AND 5),
  service INTEGER CHECK (service BETWEEN 1 AND 5),
  next_on TEXT,                    -- the day to ask again
  happened_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (order_id IS NOT NULL OR customer_id IS NOT NULL)
) STRICT;
CREATE INDEX contacts_by_customer ON contacts (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX contacts_by_order ON contacts (order_id);
CREATE INDEX contacts_flagged ON contacts (happened_on, id) WHERE kind = 'flag';
CREATE INDEX contacts_by_next_day ON contacts (next_on) WHERE next_on IS NOT NULL;

-- What was done with a report: a month's summary on its way to the archive (R-395), a day's progress that the
-- leader reviewed (R-390). Appended.
CREATE TABLE report_marks (
  id INTEGER PRIMARY KEY,
  report TEXT NOT NULL CHECK (report IN ('monthly', 'progress')),
  from_on TEXT NOT NULL,           -- the first day of the report's period
  act TEXT NOT NULL CHECK (act IN ('made', 'submitted', 'audited', 'archived', 'reviewed')),
  figures TEXT,                    -- what it said then
  note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX report_marks_by_day ON report_marks (report, from_on);

-- Reports that people saved: another one with its options.
CREATE TABLE saved_reports (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  base TEXT NOT NULL,              -- the command's id
  words TEXT NOT NULL,             -- what follows it, one a line
  title TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- What import learned, and what the morning summary has said.

-- What people want to be reminded of about an order.
CREATE TABLE own_reminders (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  due_on TEXT NOT NULL,            -- the next day on which it is asked
  every_count INTEGER CHECK (every_count BETWEEN 1 AND 365),
  every_unit TEXT CHECK (every_unit IN ('d', 'wd', 'w', 'm')),
  done_at TEXT,                    -- NULL: it is still asked
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((every_count IS NULL) = (every_unit IS NULL))
) STRICT;
CREATE INDEX own_reminders_open ON own_reminders (due_on) WHERE done_at IS NULL;
CREATE INDEX own_reminders_by_order ON own_reminders (order_id);

-- What somebody set out to do on a day.
CREATE TABLE day_plan_lines (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  reminder TEXT,                   -- NULL: a delivery that is due
  no TEXT NOT NULL,                -- of the order, or of what else it is about
  about TEXT NOT NULL,
  customer TEXT NOT NULL,
  text TEXT NOT NULL,
  due_on TEXT NOT NULL,
  done_at TEXT                     -- NULL: nobody said that it is done
) STRICT;
CREATE INDEX day_plan_lines_by_day ON day_plan_lines (day, user_id);

-- Days that were closed: what lies on them is entered with a reason from then on.
CREATE TABLE closed_days (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  is_for_all INTEGER NOT NULL CHECK (is_for_all IN (0, 1)),
  closed_at TEXT NOT NULL
) STRICT;
CREATE INDEX closed_days_by_day ON closed_days (day);

-- Filters that have a name.
CREATE TABLE views (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  terms TEXT NOT NULL,             -- a term a line
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE import_profiles (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  map TEXT NOT NULL
) STRICT;

CREATE TABLE morning_runs (
  recipient TEXT NOT NULL,
  format TEXT NOT NULL,
  key TEXT NOT NULL,
  covers_to TEXT NOT NULL,
  ran_at TEXT NOT NULL,
  overdue TEXT NOT NULL,           -- the order numbers that were overdue, one a line
  UNIQUE (recipient, format, key)
) STRICT;

-- Problems: what goes wrong with an order, a production order or one of its steps, until it is settled
-- (R-163); what is done about it (R-170, R-185); to whom it was taken (R-174).

CREATE TABLE problems (
  id INTEGER PRIMARY KEY,
  no TEXT NOT NULL UNIQUE,
  order_id INTEGER REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,   -- NULL: of production for stock
  production_order_id INTEGER REFERENCES production_orders (id) DEFERRABLE INITIALLY DEFERRED,
  operation_id INTEGER REFERENCES operations (id) DEFERRABLE INITIALLY DEFERRED,
  product_id INTEGER REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  qty INTEGER CHECK (qty > 0),     -- how much of the product it concerns
  severe INTEGER NOT NULL DEFAULT 0 CHECK (severe IN (0, 1)),
  department_id INTEGER REFERENCES departments (id) DEFERRABLE INITIALLY DEFERRED,  -- that deals with it
  until_on TEXT,                   -- the day until which it is expected to block
  cause TEXT,                      -- what was found out since (R-184)
  responsible_id INTEGER REFERENCES departments (id) DEFERRABLE INITIALLY DEFERRED,
  side TEXT CHECK (side IN ('own', 'customer', 'supplier', 'force-majeure')),
  closed_at TEXT,
  closed_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  close_note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (order_id IS NOT NULL OR production_order_id IS NOT NULL),
  CHECK (qty IS NULL OR product_id IS NOT NULL),
  CHECK (cause IS NULL OR responsible_id IS NOT NULL)
) STRICT;
CREATE INDEX problems_open ON problems (until_on) WHERE closed_at IS NULL;
CREATE INDEX problems_by_order ON problems (order_id);
CREATE INDEX problems_by_production ON problems (production_order_id);

CREATE TABLE problem_remedies (
  id INTEGER PRIMARY KEY,
  problem_id INTEGER NOT NULL REFERENCES problems (id) DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL,            -- its number in the problem
  text TEXT NOT NULL,              -- what settles this case
  corrective TEXT,                 -- what is put right for good
  preventive TEXT,                 -- what keeps it from coming back
  department_id INTEGER REFERENCES departments (id) DEFERRABLE INITIALLY DEFERRED,
  due_on TEXT,
  done_on TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (problem_id, seq)
) STRICT;
CREATE INDEX problem_remedies_open ON problem_remedies (due_on) WHERE done_on IS NULL;

-- Appended: who was told because those before could not settle it; the newest has it.
CREATE TABLE problem_escalations (
  id INTEGER PRIMARY KEY,
  problem_id INTEGER NOT NULL REFERENCES problems (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  user_id INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,  -- NULL: whoever has the role
  note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX problem_escalations_by_problem ON problem_escalations (problem_id);

-- Appended: whose doing a link of a delay was, as a person ruled; the newest of a link counts while its days stand.
CREATE TABLE delay_rulings (
  id INTEGER PRIMARY KEY,
  schedule_id INTEGER NOT NULL REFERENCES schedules (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  step TEXT,
  days INTEGER NOT NULL,           -- what it cost when that was ruled
  department_id INTEGER REFERENCES departments (id) DEFERRABLE INITIALLY DEFERRED,
  side TEXT NOT NULL,
  reason TEXT,                     -- NULL: what was proposed was confirmed
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX delay_rulings_by_schedule ON delay_rulings (schedule_id);

-- Forecasts as they were told last, and what people were told of the risk. They follow from the facts, so
-- that they are not journaled and go with their delivery; the last one stays when it is done.

CREATE TABLE forecasts (
  schedule_id INTEGER PRIMARY KEY REFERENCES schedules (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  told_on TEXT NOT NULL,           -- the day as of which it was told
  ready_on TEXT,                   -- NULL: nobody could tell
  low_on TEXT,                     -- four of five such forecasts come true from here
  high_on TEXT,                    -- to here
  cases INTEGER NOT NULL,          -- finished production orders it was told from
  ground TEXT,                     -- what it rests on
  risk_since TEXT,                 -- NULL: not at risk
  news_at TEXT,                    -- when it came to be at risk, or got worse than was known
  recovered_at TEXT                -- when it was out of risk again
) STRICT;
CREATE INDEX forecasts_by_day ON forecasts (told_on);
CREATE INDEX forecasts_at_risk ON forecasts (schedule_id) WHERE risk_since IS NOT NULL;
CREATE INDEX forecasts_recovered ON forecasts (recovered_at) WHERE recovered_at IS NOT NULL;

-- Appended: who knows that a delivery is at risk, and how far behind it was then.
CREATE TABLE risk_acknowledgements (
  id INTEGER PRIMARY KEY,
  schedule_id INTEGER NOT NULL REFERENCES schedules (id) DEFERRABLE INITIALLY DEFERRED,
  behind INTEGER NOT NULL,         -- working days
  reason TEXT,
  at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX risk_acknowledgements_by_schedule ON risk_acknowledgements (schedule_id);

-- Delay cases: a promise that cannot be kept, in four steps, each with its time (R-175 to R-178).

CREATE TABLE delays (
  id INTEGER PRIMARY KEY,
  no TEXT NOT NULL UNIQUE,
  order_id INTEGER NOT NULL REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER,                 -- NULL: of the whole order
  text TEXT NOT NULL,
  due_on TEXT NOT NULL,            -- the day that cannot be kept, as it stood
  forecast_on TEXT,                -- the day as it was thought when the case was opened
  found_at TEXT NOT NULL,
  reported_at TEXT NOT NULL,
  department_id INTEGER REFERENCES departments (id) DEFERRABLE INITIALLY DEFERRED,  -- asked for the cause
  cause TEXT,                      -- the kind
  cause_text TEXT,
  responsible_id INTEGER REFERENCES departments (id) DEFERRABLE INITIALLY DEFERRED,
  new_on TEXT,                     -- the day as the department computed it anew
  remedy TEXT,
  outward TEXT,                    -- what the customer may read
  explained_at TEXT CHECK (explained_at >= reported_at),
  explained_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  closed_at TEXT CHECK (closed_at >= explained_at),
  closed_by INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (reported_at >= found_at),
  CHECK (explained_at IS NULL
    OR (cause IS NOT NULL AND cause_text IS NOT NULL AND responsible_id IS NOT NULL)),
  CHECK (closed_at IS NULL OR explained_at IS NOT NULL)
) STRICT;
CREATE INDEX delays_open ON delays (reported_at) WHERE closed_at IS NULL;
CREATE INDEX delays_by_order ON delays (order_id);

-- Appended: what the customer said; the newest counts.
CREATE TABLE delay_answers (
  id INTEGER PRIMARY KEY,
  delay_id INTEGER NOT NULL REFERENCES delays (id) DEFERRABLE INITIALLY DEFERRED,
  answer TEXT NOT NULL CHECK (answer IN ('accepted', 'kept', 'split', 'refused')),
  accepted_on TEXT,
  via TEXT,
  told TEXT,
  note TEXT,
  told_at TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((answer = 'accepted') = (accepted_on IS NOT NULL))
) STRICT;
CREATE INDEX delay_answers_by_delay ON delay_answers (delay_id);
