-- `gendan show NO`: one order with its deliveries, production, shipments, talks, holds, promises and
-- what the journal says of it.
SELECT o.*, c.* FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.no = ':no';
SELECT s.*, l.*, p.*, u.name FROM orders o JOIN schedules s ON s.order_id = o.id
JOIN order_lines l ON l.id = s.line_id JOIN products p ON p.id = l.product_id
LEFT JOIN users u ON u.id = o.clerk_id WHERE o.no = ':no' ORDER BY l.line_no, s.seq;
SELECT w.*, p.code, p.name FROM production_orders w JOIN products p ON p.id = w.product_id
JOIN schedules s ON s.id = w.schedule_id JOIN orders o ON o.id = s.order_id WHERE o.no = ':no';
SELECT x.*, d.name FROM operations x JOIN production_orders w ON w.id = x.production_order_id
JOIN schedules s ON s.id = w.schedule_id JOIN orders o ON o.id = s.order_id
LEFT JOIN departments d ON d.id = x.department_id WHERE o.no = ':no' ORDER BY x.production_order_id, x.seq;
SELECT h.*, l.*, a.* FROM shipment_lines l JOIN shipments h ON h.id = l.shipment_id
JOIN schedules s ON s.id = l.schedule_id JOIN orders o ON o.id = s.order_id
LEFT JOIN arrivals a ON a.shipment_line_id = l.id WHERE o.no = ':no' ORDER BY h.shipped_on, l.id;
SELECT k.*, u.name FROM contacts k JOIN orders o ON o.id = k.order_id
LEFT JOIN users u ON u.id = k.entered_by WHERE o.no = ':no' ORDER BY k.id DESC;
SELECT h.* FROM holds h JOIN orders o ON o.id = h.order_id WHERE o.no = ':no';
SELECT q.* FROM promises q JOIN schedules s ON s.id = q.schedule_id
JOIN orders o ON o.id = s.order_id WHERE o.no = ':no' ORDER BY q.schedule_id, q.series, q.seq;
SELECT * FROM events WHERE subject = ':no' OR subject LIKE ':no %' ORDER BY id DESC LIMIT 200;
