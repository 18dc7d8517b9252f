-- `gendan note NO TEXT`: the same row, as durably.
PRAGMA synchronous=FULL;
BEGIN IMMEDIATE;
INSERT INTO contacts (order_id, kind, text, happened_on, entered_at, entered_by)
VALUES ((SELECT id FROM orders WHERE no = ':no'), 'note', 'measured', ':today', ':todayT01:00:00Z', 1);
COMMIT;
