/// Which deliveries a list shows; terms are joined by `all`, `any` and `not`.
public indirect enum OrderFilter: Sendable, Equatable {
  /// Every one of these; all where empty.
  case all([OrderFilter])
  /// Any of these.
  case any([OrderFilter])
  /// Not this.
  case not(OrderFilter)
  /// A word somewhere in number, customer, customer's number, product or note.
  case word(String)
  /// A field with one of these texts.
  case text(OrderField, [TextMatch])
  /// A field between two days, ends included.
  case days(OrderField, from: Day?, to: Day?)
  /// A field between two numbers in their stored unit, ends included.
  case numbers(OrderField, from: Int64?, to: Int64?)
  /// A state.
  case state(StateWord)
  /// The field holds nothing.
  case missing(OrderField)
  /// The delivery is still owed.
  case owed
  /// One of these deliveries.
  case deliveries(Set<Identifier<Schedule>>)
  /// A delivery of the order with exactly this number.
  case numbered(String)
  /// A delivery whose production has still to pass a department with one of these texts.
  case passing([TextMatch])

  /// The same, with `dept:` asking what has still to pass a department, and not only what stands there.
  public var throughDepartments: OrderFilter {
    switch self {
    case .all(let terms): .all(terms.map(\.throughDepartments))
    case .any(let terms): .any(terms.map(\.throughDepartments))
    case .not(let term): .not(term.throughDepartments)
    case .text(.dept, let matches): .passing(matches)
    default: self
    }
  }

  /// Whether it asks for orders that are closed or cancelled, so that open ones are not assumed.
  public var namesState: Bool {
    switch self {
    case .all(let terms), .any(let terms): terms.contains(where: \.namesState)
    case .not(let term): term == .state(.open)
    case .state(let state): state.reachesClosed
    default: false
    }
  }

  /// No condition.
  public static let everything = OrderFilter.all([])
}

/// How a text is compared; letters' case is ignored.
public enum TextMatch: Sendable, Equatable {
  /// The text is somewhere in it.
  case contains(String)
  /// It begins with the text.
  case begins(String)
  /// It is the text.
  case equals(String)
}

/// The fields of an order's deliveries: filters, columns and `explain` speak of the same ones.
public enum OrderField: String, Sendable, CaseIterable {
  /// The order's number.
  case no
  /// The line in the order.
  case line
  /// The customer.
  case customer
  /// The customer's own number.
  case po
  /// The product.
  case product
  /// What was ordered.
  case qty
  /// What is still owed.
  case open
  /// What was shipped.
  case shipped
  /// The price of a unit.
  case price
  /// The worth.
  case amount
  /// The day it was ordered.
  case created
  /// The day the customer asked for (R).
  case want
  /// The first promise (P1).
  case first
  /// The promise that stands (Pn).
  case promise
  /// Pn, or R while nothing is promised.
  case due
  /// Days late.
  case late
  /// The step it is held at.
  case step
  /// That step's department.
  case dept
  /// Why the date was moved.
  case cause
  /// The clerk.
  case clerk
  /// The rank.
  case prio
  /// Where the order stands.
  case status
  /// Who carries it.
  case carrier
  /// What its customer is to us: store, domestic, export or dealer (R-017).
  case type
  /// The day it was complete.
  case completed
  /// Anything else.
  case note
  /// The colour.
  case color
  /// Size, material or make-up.
  case spec
  /// Domestic or export.
  case kind
  /// How the order came.
  case channel

  /// Whether its values are days.
  public var isDay: Bool { [.created, .want, .first, .promise, .due, .completed].contains(self) }
  /// Whether its values are numbers.
  public var isNumber: Bool { [.line, .qty, .open, .shipped, .price, .amount].contains(self) }
}

extension OrderFilter {
  /// The condition on s (schedules), o, l, c, p and u of `OrderList`.
  func condition(_ scope: OrderScope, me: String) -> SQL {
    switch self {
    case .all(let terms):
      return terms.isEmpty
        ? "1 = 1" : "(\(SQL.join(terms.map { $0.condition(scope, me: me) }, " AND ")))"
    case .any(let terms):
      return terms.isEmpty
        ? "1 = 0" : "(\(SQL.join(terms.map { $0.condition(scope, me: me) }, " OR ")))"
    case .not(let term): return "NOT coalesce(\(term.condition(scope, me: me)), 1 = 0)"
    case .word(let word):
      let pattern = TextMatch.contains(word).pattern
      return """
        (lower(o.no) LIKE \(pattern) OR lower(c.name) LIKE \(pattern) OR lower(c.code) LIKE \(pattern)
          OR lower(coalesce(o.customer_po, '')) LIKE \(pattern) OR lower(p.name) LIKE \(pattern)
          OR lower(p.code) LIKE \(pattern) OR lower(coalesce(o.note, '')) LIKE \(pattern))
        """
    case .text(let field, let matches):
      let columns = field.textColumns
      let terms = matches.flatMap { match in
        columns.map { column -> SQL in "lower(coalesce(\(column), '')) LIKE \(match.pattern)" }
      }
      return "(\(SQL.join(terms, " OR ")))"
    case .days(let field, let from, let to):
      return Self.range(field.column(scope), from, to)
    case .numbers(let field, let from, let to):
      return Self.range(field.column(scope), from, to)
    case .state(let state): return state.condition(scope, me: me)
    case .missing(let field): return "\(field.column(scope)) IS NULL"
    case .owed: return scope.isOpen
    case .deliveries(let keys): return "s.id IN \(list: keys.sorted { $0.rawValue < $1.rawValue })"
    case .numbered(let no): return "o.no = \(no)"
    case .passing(let matches):
      let names = matches.map { match -> SQL in "lower(d.name) LIKE \(match.pattern)" }
      return """
        EXISTS (SELECT 1 FROM production_orders w JOIN operations x ON x.production_order_id = w.id
          JOIN departments d ON d.id = x.department_id
          WHERE w.id IN (\(ProductionOrder.making("s.id"))) AND w.cancelled_on IS NULL
            AND x.finished_on IS NULL AND (\(SQL.join(names, " OR "))))
        """
    }
  }

  private static func range<T: SQLConvertible>(_ column: SQL, _ from: T?, _ to: T?) -> SQL {
    var terms: [SQL] = []
    if let from { terms.append("\(column) >= \(from)") }
    if let to { terms.append("\(column) <= \(to)") }
    return terms.isEmpty ? "\(column) IS NOT NULL" : "(\(SQL.join(terms, " AND ")))"
  }
}

extension TextMatch {
  /// A pattern for LIKE over lower-case text. `%` and `_` in a person's text are no wildcards:
  /// both match any one character, which at worst finds a little more.
  var pattern: String {
    func literal(_ text: String) -> String {
      String(text.lowercased().map { $0 == "%" ? "_" : $0 })
    }
    return switch self {
    case .contains(let text): "%" + literal(text) + "%"
    case .begins(let text): literal(text) + "%"
    case .equals(let text): literal(text)
    }
  }
}

extension OrderField {
  /// The columns that a text is looked for in.
  var textColumns: [SQL] {
    switch self {
    case .no: ["o.no"]
    case .customer: ["c.name", "c.code"]
    case .po: ["o.customer_po"]
    case .product: ["p.name", "p.code"]
    case .clerk: ["u.login", "u.name"]
    case .prio: ["o.priority"]
    case .carrier: ["o.carrier"]
    case .type: ["c.type"]
    case .note: ["o.note"]
    case .color: ["l.color"]
    case .spec: ["l.spec"]
    case .kind: ["o.kind"]
    case .channel: ["o.channel"]
    case .cause: [causeColumn]
    case .step: [stepColumn("x.name")]
    case .dept: [stepColumn("d.name")]
    case .line, .qty, .open, .shipped, .price, .amount, .created, .want, .first, .promise, .due, .late,
      .status, .completed:
      []
    }
  }

  /// The column that a range or an absence is asked of.
  func column(_ scope: OrderScope) -> SQL {
    switch self {
    case .line: "l.line_no"
    case .qty: "s.qty"
    case .open: "(CASE WHEN \(scope.isOpen) THEN s.qty - (\(scope.accepted)) ELSE 0 END)"
    case .shipped: scope.shipped
    case .price: "l.price"
    case .amount: "(s.qty * l.price)"
    case .created: "o.ordered_on"
    case .want: "s.requested_on"
    case .first: "s.first_promised_on"
    case .promise: scope.promised
    case .due, .late: scope.due
    case .completed: scope.completed
    case .status: "o.no"
    case .no, .customer, .po, .product, .clerk, .prio, .carrier, .type, .note, .cause, .step, .dept, .color,
      .spec, .kind, .channel:
      textColumns.first ?? "NULL"
    }
  }

  private var causeColumn: SQL {
    """
    (SELECT q.cause FROM promises q WHERE q.schedule_id = s.id ORDER BY q.series DESC, q.seq DESC LIMIT 1)
    """
  }

  private func stepColumn(_ column: SQL) -> SQL {
    """
    (SELECT \(column) FROM production_orders w JOIN operations x ON x.production_order_id = w.id
      LEFT JOIN departments d ON d.id = x.department_id
      WHERE w.id IN (\(ProductionOrder.making("s.id"))) AND w.cancelled_on IS NULL
        AND x.finished_on IS NULL
      ORDER BY w.id, x.seq LIMIT 1)
    """
  }
}
