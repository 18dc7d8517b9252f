/// As of which day a report speaks. For today the kept figures answer, through the indexes on open
/// rows; for a day gone by the dated facts do (lateness rule 11).
public struct OrderScope: Sendable {
  /// The day.
  public let day: Day
  /// Whether the facts are asked instead of the kept figures.
  public let isHistory: Bool

  /// The book as it stands.
  public static func now(_ today: Day) -> OrderScope { OrderScope(day: today, isHistory: false) }
  /// The book as its facts tell of the end of that day.
  public static func asOf(_ day: Day) -> OrderScope { OrderScope(day: day, isHistory: true) }

  /// Pn as of the day.
  var promised: SQL {
    isHistory
      ? """
      (SELECT q.promised_on FROM promises q WHERE q.schedule_id = s.id AND q.made_on <= \(day)
        ORDER BY q.series DESC, q.seq DESC LIMIT 1)
      """ : "s.promised_on"
  }

  /// Pn or R as of the day.
  var due: SQL { isHistory ? "coalesce(\(promised), s.requested_on)" : "s.due_on" }

  /// The completion as far as it was known at the day's end: what arrived short or damaged later was whole until then
  /// (lateness rules 11 and 12).
  var completed: SQL {
    guard isHistory else { return "s.completed_on" }
    return """
      CASE WHEN EXISTS (SELECT 1 FROM shipment_lines y JOIN arrivals v ON v.shipment_line_id = y.id
          WHERE y.schedule_id = s.id AND v.arrived_on > \(day))
        THEN \(completedUntilThen) WHEN s.completed_on <= \(day) THEN s.completed_on END
      """
  }

  /// The first day on which what counted by the day's end reached what is needed (lateness rule 4). Tolerance is taken
  /// of tens of thousands and of the rest apart, so that no product overflows.
  private var completedUntilThen: SQL {
    """
    (SELECT min(t.on_day) FROM (
      SELECT x.on_day, sum(x.qty) OVER (ORDER BY x.on_day) AS total FROM (
        SELECT CASE c.date_meaning WHEN \(DateMeaning.shipped) THEN e.shipped_on ELSE v.arrived_on END AS on_day,
          y.qty - coalesce(v.short + v.damaged, 0) AS qty
        FROM shipment_lines y JOIN shipments e ON e.id = y.shipment_id
        LEFT JOIN arrivals v ON v.shipment_line_id = y.id AND v.arrived_on <= \(day)
        WHERE y.schedule_id = s.id AND e.shipped_on <= \(day)) x
      WHERE x.on_day IS NOT NULL) t
    WHERE t.total >= s.qty - s.qty / 10000 * l.under_bp - (s.qty % 10000 * l.under_bp + 5000) / 10000)
    """
  }

  /// What had left by the day.
  var shipped: SQL {
    isHistory
      ? """
      (SELECT CAST(coalesce(sum(y.qty), 0) AS BIGINT) FROM shipment_lines y JOIN shipments e ON e.id = y.shipment_id
        WHERE y.schedule_id = s.id AND e.shipped_on <= \(day))
      """ : "s.shipped_qty"
  }

  /// That, less what had arrived short or damaged by the day.
  var accepted: SQL {
    isHistory
      ? """
      \(shipped) - (SELECT CAST(coalesce(sum(v.short + v.damaged), 0) AS BIGINT) FROM arrivals v
        JOIN shipment_lines y ON y.id = v.shipment_line_id
        WHERE y.schedule_id = s.id AND v.arrived_on <= \(day))
      """ : "s.accepted_qty"
  }

  /// The order was not cancelled by the day.
  private var standing: SQL {
    "(o.cancelled = 0 OR (o.cancelled_on IS NOT NULL AND o.cancelled_on > \(day)))"
  }

  /// 1 where the order was cancelled by the day, else 0.
  var cancelled: SQL { isHistory ? "CASE WHEN \(standing) THEN 0 ELSE 1 END" : "o.cancelled" }

  /// The delivery was owed at the day's end.
  var isOpen: SQL {
    isHistory
      ? """
      (o.ordered_on <= \(day) AND (s.completed_on IS NULL OR s.completed_on > \(day)) AND \(standing)
        AND \(completed) IS NULL)
      """ : "s.is_open = 1"
  }

  /// The order was not closed or cancelled at the day's end. The open orders are named first: a
  /// condition on o alone lets SQLite begin with every delivery there ever was.
  var isOrderOpen: SQL {
    isHistory
      ? "(o.ordered_on <= \(day) AND (o.closed_on IS NULL OR o.closed_on > \(day)) AND \(standing))"
      : "s.order_id IN (SELECT f.id FROM orders f WHERE f.closed_on IS NULL AND f.cancelled = 0)"
  }

  /// The production order w stood at the day's end.
  var isProduced: SQL {
    isHistory
      ? "w.released_on <= \(day) AND (w.cancelled_on IS NULL OR w.cancelled_on > \(day))"
      : "w.cancelled_on IS NULL"
  }

  /// The operation y was not finished at the day's end.
  var isUnfinished: SQL {
    isHistory ? "(y.finished_on IS NULL OR y.finished_on > \(day))" : "y.finished_on IS NULL"
  }

  /// The good pieces that were reported of the operation x by the day.
  var good: SQL {
    isHistory
      ? """
      (SELECT CAST(coalesce(sum(g.good), 0) AS BIGINT) FROM progress g
        WHERE g.operation_id = x.id AND g.happened_on <= \(day))
      """ : "x.good_qty"
  }

  /// The column that a basis means.
  func reference(_ basis: Basis) -> SQL {
    switch basis {
    case .first: "s.first_promised_on"
    case .latest: due
    case .want: "s.requested_on"
    }
  }
}
