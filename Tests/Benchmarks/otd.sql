-- `gendan otd`: every delivery there ever was with its first promise, and all that left.
SELECT n.schedule_id, n.made_on, o.promised_on FROM promises n
JOIN promises o ON o.schedule_id = n.schedule_id AND o.series = n.series - 1 AND o.seq = 1
WHERE n.series > 1 AND n.seq = 1 ORDER BY n.schedule_id, n.series;
SELECT o.id, '', s.first_promised_on, s.due_on, s.completed_on, s.qty, l.under_bp, l.over_bp, c.date_meaning,
  s.id, o.cancelled, o.cancelled_on
FROM schedules s JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.id = s.line_id
JOIN customers c ON c.id = o.customer_id JOIN products p ON p.id = l.product_id
LEFT JOIN users u ON u.id = o.clerk_id WHERE o.ordered_on <= ':today' ORDER BY o.id, s.id;
SELECT l.schedule_id, l.qty, h.shipped_on, a.arrived_on, coalesce(a.short + a.damaged, 0)
FROM shipment_lines l JOIN shipments h ON h.id = l.shipment_id
LEFT JOIN arrivals a ON a.shipment_line_id = l.id WHERE h.shipped_on <= ':today';
