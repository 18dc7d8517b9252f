-- `gendan today`: the counts, the twenty most overdue, what is due today, and the five reminders.
SELECT count(DISTINCT CASE WHEN due_on < ':today' THEN order_id END),
  count(DISTINCT CASE WHEN due_on = ':today' THEN order_id END),
  count(DISTINCT CASE WHEN due_on > ':today' THEN order_id END)
FROM schedules WHERE is_open = 1 AND due_on <= date(':today', 'weekday 0');
SELECT count(*) FROM orders WHERE closed_on IS NULL AND cancelled = 0;

-- Overdue.
SELECT min(s.due_on), o.no, c.name, p.name, s.qty, p.decimals, s.promised_on, s.completed_on,
  EXISTS (SELECT 1 FROM holds h WHERE h.order_id = o.id AND h.resumed_on IS NULL),
  (SELECT q.cause FROM promises q WHERE q.schedule_id = s.id ORDER BY q.series DESC, q.seq DESC LIMIT 1),
  count(*) - 1, x.name, x.good_qty
FROM schedules s JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.id = s.line_id
JOIN customers c ON c.id = o.customer_id JOIN products p ON p.id = l.product_id
LEFT JOIN production_orders w ON w.schedule_id = s.id AND w.cancelled_on IS NULL
LEFT JOIN operations x ON x.production_order_id = w.id AND x.seq = (
  SELECT min(y.seq) FROM operations y WHERE y.production_order_id = w.id AND y.finished_on IS NULL)
WHERE s.is_open = 1 AND s.due_on < ':today'
GROUP BY o.id ORDER BY 1, o.no LIMIT 20;

-- Due today.
SELECT min(s.due_on), o.no, c.name, p.name, s.qty, p.decimals, s.promised_on, s.completed_on,
  EXISTS (SELECT 1 FROM holds h WHERE h.order_id = o.id AND h.resumed_on IS NULL),
  (SELECT q.cause FROM promises q WHERE q.schedule_id = s.id ORDER BY q.series DESC, q.seq DESC LIMIT 1),
  count(*) - 1, x.name, x.good_qty
FROM schedules s JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.id = s.line_id
JOIN customers c ON c.id = o.customer_id JOIN products p ON p.id = l.product_id
LEFT JOIN production_orders w ON w.schedule_id = s.id AND w.cancelled_on IS NULL
LEFT JOIN operations x ON x.production_order_id = w.id AND x.seq = (
  SELECT min(y.seq) FROM operations y WHERE y.production_order_id = w.id AND y.finished_on IS NULL)
WHERE s.is_open = 1 AND s.due_on = ':today'
GROUP BY o.id ORDER BY 1, o.no LIMIT 20;

-- No promise after two working days.
SELECT o.no, c.name, min(p.name), o.ordered_on FROM schedules s
JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id
JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
WHERE s.is_open = 1 AND s.promised_on IS NULL AND o.ordered_on <= date(':today', '-2 days')
GROUP BY o.id ORDER BY o.ordered_on, o.no;

-- Chases that have come due.
SELECT o.no, c.name, k.party, k.text, k.next_on FROM contacts k
JOIN orders o ON o.id = k.order_id JOIN customers c ON c.id = o.customer_id
WHERE k.next_on <= ':today' AND k.kind = 'chase' AND o.closed_on IS NULL AND o.cancelled = 0
  AND NOT EXISTS (SELECT 1 FROM contacts x
    WHERE x.order_id = k.order_id AND x.kind = 'chase' AND x.id > k.id)
ORDER BY k.next_on, o.no;

-- Near due and not made.
SELECT o.no, c.name, min(p.name), min(s.due_on) FROM schedules s
JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id
JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
WHERE s.is_open = 1 AND s.due_on > ':today' AND s.due_on <= date(':today', '+3 days')
  AND NOT EXISTS (SELECT 1 FROM production_orders w
    WHERE w.schedule_id = s.id AND w.finished_on IS NOT NULL)
GROUP BY o.id ORDER BY 4, o.no;

-- Production that nobody has reported on for a working day.
SELECT * FROM (
  SELECT o.no, c.name,
    (SELECT x.name FROM operations x WHERE x.production_order_id = w.id AND x.finished_on IS NULL
      ORDER BY x.seq LIMIT 1),
    coalesce((SELECT max(g.happened_on) FROM operations x JOIN progress g ON g.operation_id = x.id
      WHERE x.production_order_id = w.id), w.start_on, w.released_on) AS last_on
  FROM production_orders w JOIN schedules s ON s.id = w.schedule_id
  JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id
  WHERE w.is_open = 1 AND s.is_open = 1
    AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.order_id = o.id AND h.resumed_on IS NULL)
) WHERE last_on <= date(':today', '-2 days') ORDER BY last_on, no;

-- Shipments whose arrival nobody has confirmed for five days.
SELECT o.no, c.name, h.no, h.carrier, h.shipped_on FROM shipments h
JOIN shipment_lines l ON l.shipment_id = h.id JOIN schedules s ON s.id = l.schedule_id
JOIN orders o ON o.id = s.order_id JOIN customers c ON c.id = o.customer_id
WHERE h.arrived_on IS NULL AND h.shipped_on <= date(':today', '-5 days')
  AND o.closed_on IS NULL AND o.cancelled = 0
GROUP BY o.id, h.id ORDER BY h.shipped_on, o.no;
