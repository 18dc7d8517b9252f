-- `gendan import orders.csv --lines lines.csv --yes` and `gendan import shipments.csv --kind shipments
-- --yes` into a book that has the customers and products: the same files into the same tables.
PRAGMA synchronous=FULL;
CREATE TEMP TABLE o (no, customer, po, ordered, carrier, prio);
CREATE TEMP TABLE l (no, line, product, qty, price, want, promise);
CREATE TEMP TABLE h (no, "order", line, qty, shipped, carrier, tracking, arrived);
.import --csv --skip 1 --schema temp :folder/orders.csv o
.import --csv --skip 1 --schema temp :folder/lines.csv l
.import --csv --skip 1 --schema temp :folder/shipments.csv h
BEGIN IMMEDIATE;
INSERT INTO orders (no, customer_id, customer_po, ordered_on, currency, priority, carrier, entered_at)
SELECT o.no, c.id, o.po, o.ordered, 'CNY', o.prio, o.carrier, ':todayT01:00:00Z'
FROM o JOIN customers c ON c.code = o.customer;
INSERT INTO order_lines (order_id, line_no, product_id, price)
SELECT o.id, CAST(l.line AS INTEGER), p.id, CAST(round(l.price * 10000) AS INTEGER)
FROM l JOIN orders o ON o.no = l.no JOIN products p ON p.code = l.product;
INSERT INTO schedules (order_id, line_id, seq, qty, requested_on, first_promised_on, promised_on, promise_count, due_on)
SELECT o.id, n.id, 1, CAST(round(l.qty * CASE p.decimals WHEN 2 THEN 100 ELSE 1 END) AS INTEGER), l.want,
  nullif(l.promise, ''), nullif(l.promise, ''), l.promise <> '', coalesce(nullif(l.promise, ''), l.want)
FROM l JOIN orders o ON o.no = l.no JOIN order_lines n ON n.order_id = o.id AND n.line_no = CAST(l.line AS INTEGER)
JOIN products p ON p.id = n.product_id;
INSERT INTO promises (schedule_id, series, seq, promised_on, made_on, entered_at, entered_by)
SELECT s.id, 1, 1, s.promised_on, o.ordered_on, ':todayT01:00:00Z', 1
FROM schedules s JOIN orders o ON o.id = s.order_id WHERE s.promised_on IS NOT NULL;
INSERT INTO shipments (no, shipped_on, carrier, tracking, arrived_on, entered_at, entered_by)
SELECT no, shipped, carrier, tracking, nullif(arrived, ''), ':todayT01:00:00Z', 1 FROM h GROUP BY no;
INSERT INTO shipment_lines (shipment_id, schedule_id, qty)
SELECT t.id, s.id, CAST(round(h.qty * CASE p.decimals WHEN 2 THEN 100 ELSE 1 END) AS INTEGER)
FROM h JOIN shipments t ON t.no = h.no JOIN orders o ON o.no = h."order"
JOIN order_lines n ON n.order_id = o.id AND n.line_no = CAST(h.line AS INTEGER)
JOIN products p ON p.id = n.product_id JOIN schedules s ON s.line_id = n.id;
INSERT INTO arrivals (shipment_line_id, arrived_on, entered_at, entered_by)
SELECT l.id, t.arrived_on, ':todayT01:00:00Z', 1
FROM shipment_lines l JOIN shipments t ON t.id = l.shipment_id WHERE t.arrived_on IS NOT NULL;
UPDATE schedules SET shipped_qty = f.qty, accepted_qty = f.qty,
  completed_on = CASE WHEN f.qty >= schedules.qty THEN f.day END, is_open = f.qty < schedules.qty
FROM (SELECT l.schedule_id AS id, sum(l.qty) AS qty,
    max(CASE c.date_meaning WHEN 'arrived' THEN t.arrived_on ELSE t.shipped_on END) AS day
  FROM shipment_lines l JOIN shipments t ON t.id = l.shipment_id JOIN schedules s ON s.id = l.schedule_id
  JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id GROUP BY l.schedule_id) f
WHERE f.id = schedules.id;
COMMIT;
