extension BookTable {
  /// The columns, from the left.
  public var columns: [BookColumn] {
    switch self {
    case .customers:
      [
        BookColumn(.code, "c.code"), BookColumn(.name, "c.name"), BookColumn(.address, "c.address"),
        BookColumn(.contact, "c.contact"), BookColumn(.phone, "c.phone"), BookColumn(.fax, "c.fax"),
        BookColumn(.terms, "c.terms"), BookColumn(.class, "c.class"), BookColumn(.region, "c.region"),
        BookColumn(.currency, "c.currency"), BookColumn(.clerk, "u.login"), BookColumn(.note, "c.note"),
        BookColumn(.type, "c.type"), BookColumn(.principal, "c.principal"), BookColumn(.source, "c.source"),
        BookColumn(.grade, "c.grade"),
      ]
    case .products:
      [
        BookColumn(.code, "p.code"), BookColumn(.name, "p.name"), BookColumn(.unit, "p.unit"),
        BookColumn(.decimals, .number, "p.decimals"), BookColumn(.lead, .number, "p.lead_days"),
        BookColumn(.route, "r.code"), BookColumn(.active, .number, "p.active"),
      ]
    case .orders: Self.orderColumns
    case .shipments:
      [
        BookColumn(.no, "h.no"), BookColumn(.order, "o.no"), BookColumn(.line, .number, "l.line_no"),
        BookColumn(.product, "p.code"), BookColumn(.qty, .quantity, "x.qty"),
        BookColumn(.shipped, "h.shipped_on"), BookColumn(.carrier, "h.carrier"),
        BookColumn(.tracking, "h.tracking"), BookColumn(.arrived, "a.arrived_on"),
        BookColumn(.short, .quantity, "a.short"), BookColumn(.damaged, .quantity, "a.damaged"),
      ]
    case .production:
      [
        BookColumn(.no, "w.no"), BookColumn(.product, "p.code"), BookColumn(.qty, .quantity, "w.qty"),
        BookColumn(.order, "o.no"), BookColumn(.line, .number, "l.line_no"),
        BookColumn(.released, "w.released_on"), BookColumn(.start, "w.start_on"),
        BookColumn(.due, "w.due_on"), BookColumn(.finished, "w.finished_on"),
        BookColumn(.good, .quantity, "w.good_qty"), BookColumn(.scrap, .quantity, "w.scrap_qty"),
        BookColumn(.status, "CASE WHEN w.cancelled_on IS NOT NULL THEN 'cancelled' END"),
      ]
    case .operations:
      [
        BookColumn(.production, "w.no"), BookColumn(.seq, .number, "x.seq"), BookColumn(.name, "x.name"),
        BookColumn(.department, "d.name"), BookColumn(.planStart, "x.plan_start_on"),
        BookColumn(.planFinish, "x.plan_finish_on"), BookColumn(.started, "x.started_on"),
        BookColumn(.finished, "x.finished_on"), BookColumn(.good, .quantity, "x.good_qty"),
        BookColumn(.scrap, .quantity, "x.scrap_qty"),
      ]
    case .routes:
      [
        BookColumn(.route, "w.code"), BookColumn(.routeName, "w.name"), BookColumn(.seq, .number, "x.seq"),
        BookColumn(.name, "x.name"), BookColumn(.department, "d.name"), BookColumn(.days, .number, "x.days"),
        BookColumn(.minutes, .minutes, "x.minutes"), BookColumn(.setup, .number, "x.setup"),
        BookColumn(.overlap, .number, "x.overlap"), BookColumn(.resources, .places, "x.id"),
      ]
    case .progress:
      [
        BookColumn(.production, "w.no"), BookColumn(.seq, .number, "x.seq"), BookColumn(.name, "x.name"),
        BookColumn(.day, "g.happened_on"), BookColumn(.good, .quantity, "g.good"),
        BookColumn(.scrap, .quantity, "g.scrap"), BookColumn(.rework, .quantity, "g.rework"),
        BookColumn(.worker, "g.worker"), BookColumn(.note, "g.note"), BookColumn(.login, "u.login"),
        BookColumn(.at, "g.entered_at"),
      ]
    case .promises:
      [
        BookColumn(.order, "o.no"), BookColumn(.line, .number, "l.line_no"),
        BookColumn(.series, .number, "q.series"), BookColumn(.seq, .number, "q.seq"),
        BookColumn(.promise, "q.promised_on"), BookColumn(.cause, "q.cause"), BookColumn(.told, "q.told"),
        BookColumn(.note, "q.note"), BookColumn(.made, "q.made_on"), BookColumn(.at, "q.entered_at"),
      ]
    case .events:
      [
        BookColumn(.no, .number, "e.id"), BookColumn(.at, "e.at"), BookColumn(.login, "e.login"),
        BookColumn(.command, "e.command"), BookColumn(.typed, "e.line"), BookColumn(.host, "e.host"),
        BookColumn(.source, "e.source"), BookColumn(.subject, "e.subject"), BookColumn(.reason, "e.reason"),
        BookColumn(.undoes, .number, "e.undoes"),
      ]
    }
  }

  private static let orderColumns = [
    BookColumn(.no, "o.no"), BookColumn(.po, "o.customer_po"), BookColumn(.customer, "c.code"),
    BookColumn(.clerk, "u.login"), BookColumn(.ordered, "o.ordered_on"),
    BookColumn(.line, .number, "l.line_no"), BookColumn(.part, .number, "s.seq"),
    BookColumn(.product, "p.code"),
    BookColumn(.qty, .quantity, "s.qty"), BookColumn(.price, .price, "l.price"),
    BookColumn(.discount, .share, "l.discount_bp"), BookColumn(.currency, "o.currency"),
    BookColumn(.want, "s.requested_on"), BookColumn(.promise, "s.promised_on"),
    BookColumn(
      .shipped,
      """
      CASE WHEN s.shipped_qty >= s.qty THEN (SELECT max(h.shipped_on) FROM shipment_lines x
        JOIN shipments h ON h.id = x.shipment_id WHERE x.schedule_id = s.id) END
      """), BookColumn(.closed, "o.closed_on"), BookColumn(.cancelled, "o.cancelled_on"),
    BookColumn(.status, orderStatus), BookColumn(.carrier, "o.carrier"), BookColumn(.prio, "o.priority"),
    BookColumn(.note, "o.note"),
  ]

  /// The words that an import understands; a delivery that has left says so by its day.
  private static let orderStatus: SQL =
    """
    CASE WHEN o.cancelled = 1 THEN 'cancelled' WHEN o.closed_on IS NOT NULL THEN 'closed'
      WHEN EXISTS (SELECT 1 FROM holds h WHERE h.order_id = o.id AND h.resumed_on IS NULL) THEN 'on-hold'
      WHEN s.shipped_qty >= s.qty THEN 'shipped' WHEN s.shipped_qty > 0 THEN 'part-shipped'
      ELSE 'new' END
    """
}
