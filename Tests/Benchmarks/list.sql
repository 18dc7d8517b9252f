-- `gendan list`: every open order by its most urgent delivery, with what the list can show of it and
-- the step it is held at. As a person would ask the sqlite3 shell.
SELECT min(s.due_on), o.no, l.line_no, c.code, c.name, o.customer_po, p.code, p.name,
  s.qty, p.decimals, p.unit, s.shipped_qty, s.qty - s.accepted_qty, l.price, l.discount_bp, o.currency,
  o.ordered_on, s.requested_on, s.first_promised_on, s.promised_on, s.promise_count, s.completed_on,
  s.is_open, u.login, u.name, o.priority, o.carrier, o.note,
  EXISTS (SELECT 1 FROM holds h WHERE h.order_id = o.id AND h.resumed_on IS NULL),
  (SELECT q.cause FROM promises q WHERE q.schedule_id = s.id ORDER BY q.series DESC, q.seq DESC LIMIT 1),
  o.cancelled, o.closed_on, count(*) - 1, x.name, d.name, x.good_qty
FROM schedules s JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.id = s.line_id
JOIN customers c ON c.id = o.customer_id JOIN products p ON p.id = l.product_id
LEFT JOIN users u ON u.id = o.clerk_id
LEFT JOIN production_orders w ON w.schedule_id = s.id AND w.cancelled_on IS NULL
LEFT JOIN operations x ON x.production_order_id = w.id AND x.seq = (
  SELECT min(y.seq) FROM operations y WHERE y.production_order_id = w.id AND y.finished_on IS NULL)
LEFT JOIN departments d ON d.id = x.department_id
WHERE o.closed_on IS NULL AND o.cancelled = 0
GROUP BY o.id ORDER BY 1, o.no;
