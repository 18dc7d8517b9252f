-- `gendan report monthly`: a month and its year by customer, and what open orders owe for goods that left.
SELECT c.name, o.currency, o.id, s.qty, p.decimals, l.price, l.discount_bp
FROM orders o JOIN schedules s ON s.order_id = o.id JOIN order_lines l ON l.id = s.line_id
JOIN products p ON p.id = l.product_id JOIN customers c ON c.id = o.customer_id
WHERE o.ordered_on BETWEEN '2026-10-01' AND '2026-10-31' AND o.cancelled = 0;
SELECT c.name, o.currency, o.id, x.qty - (SELECT coalesce(sum(a.short + a.damaged), 0) FROM arrivals a
    WHERE a.shipment_line_id = x.id), p.decimals, l.price, l.discount_bp, p.unit, h.id
FROM shipments h JOIN shipment_lines x ON x.shipment_id = h.id JOIN schedules s ON s.id = x.schedule_id
JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.id = s.line_id
JOIN products p ON p.id = l.product_id JOIN customers c ON c.id = o.customer_id
WHERE h.shipped_on BETWEEN '2026-10-01' AND '2026-10-31';
SELECT c.name, y.currency, sum(r.amount) FROM receipts r JOIN payments y ON y.id = r.payment_id
JOIN customers c ON c.id = y.customer_id LEFT JOIN orders o ON o.id = y.order_id
WHERE r.bank_on BETWEEN '2026-10-01' AND '2026-10-31' AND y.voided_on IS NULL GROUP BY 1, 2;
SELECT c.name, o.currency, o.id, s.qty, p.decimals, l.price, l.discount_bp
FROM orders o JOIN schedules s ON s.order_id = o.id JOIN order_lines l ON l.id = s.line_id
JOIN products p ON p.id = l.product_id JOIN customers c ON c.id = o.customer_id
WHERE o.ordered_on BETWEEN '2026-01-01' AND '2026-10-31' AND o.cancelled = 0;
SELECT c.name, o.currency, o.id, x.qty - (SELECT coalesce(sum(a.short + a.damaged), 0) FROM arrivals a
    WHERE a.shipment_line_id = x.id), p.decimals, l.price, l.discount_bp, p.unit, h.id
FROM shipments h JOIN shipment_lines x ON x.shipment_id = h.id JOIN schedules s ON s.id = x.schedule_id
JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.id = s.line_id
JOIN products p ON p.id = l.product_id JOIN customers c ON c.id = o.customer_id
WHERE h.shipped_on BETWEEN '2026-01-01' AND '2026-10-31';
SELECT c.name, y.currency, sum(r.amount) FROM receipts r JOIN payments y ON y.id = r.payment_id
JOIN customers c ON c.id = y.customer_id LEFT JOIN orders o ON o.id = y.order_id
WHERE r.bank_on BETWEEN '2026-01-01' AND '2026-10-31' AND y.voided_on IS NULL GROUP BY 1, 2;
SELECT o.id, o.no, o.customer_id, c.code, c.name, o.currency, o.terms, o.ordered_on, o.cancelled
FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.closed_on IS NULL AND o.cancelled = 0 ORDER BY o.no;
SELECT s.order_id, s.qty, p.decimals, l.price, l.discount_bp, l.line_no FROM orders o
JOIN schedules s ON s.order_id = o.id JOIN order_lines l ON l.id = s.line_id
JOIN products p ON p.id = l.product_id WHERE o.closed_on IS NULL AND o.cancelled = 0;
SELECT s.order_id, x.qty, p.decimals, l.price, l.discount_bp, h.shipped_on FROM orders o
JOIN schedules s ON s.order_id = o.id JOIN shipment_lines x ON x.schedule_id = s.id
JOIN shipments h ON h.id = x.shipment_id JOIN order_lines l ON l.id = s.line_id
JOIN products p ON p.id = l.product_id WHERE o.closed_on IS NULL AND o.cancelled = 0;
SELECT y.order_id, y.amount FROM orders o JOIN payments y ON y.order_id = o.id
WHERE o.closed_on IS NULL AND o.cancelled = 0;
