/// A field of the files that are imported and exported; its id heads the column of an exported file.
public enum TableField: String, CaseIterable, Sendable {
  // Customers.
  case code, name, address, contact, phone, fax, terms, `class`, region, currency, clerk, note
  case type, principal, grade
  // Products.
  case unit, decimals, lead, route, active
  // Orders.
  case no, po, customer, ordered, want, promise, product, qty, price, discount, line, part, carrier, prio
  case shipped, closed, cancelled, status
  // Shipments.
  case order, tracking, arrived, short, damaged
  // Production.
  case released, start, due, finished, good, scrap
  // Operations.
  case production, seq, department, started
  case planStart = "plan_start"
  case planFinish = "plan_finish"
  // Routes.
  case days, minutes, setup, overlap, resources
  case routeName = "route_name"
  // Only exported: progress, promises, events.
  case rework, worker, day, series, cause, told, made, at, login, command, typed, host, source, reason
  case subject, undoes
}

/// One value that a file changes.
public struct FieldChange: Sendable, Equatable {
  /// The field.
  public let field: TableField
  /// What the book says; empty where it says nothing.
  public let before: String
  /// What the file says.
  public let after: String

  /// A change of a field.
  public init(_ field: TableField, _ before: String, _ after: String) {
    self.field = field
    self.before = before
    self.after = after
  }
}

/// What becomes of one record of a file.
public enum ImportVerdict: Sendable, Equatable {
  /// The book does not have it yet.
  case new
  /// The book has it as it is.
  case same
  /// The book has it, with other values.
  case changed([FieldChange])
  /// It cannot be taken in.
  case refused([ImportRefusal])

  /// The verdict on both together: a refusal outweighs a change, a change what is new.
  public static func + (a: ImportVerdict, b: ImportVerdict) -> ImportVerdict {
    switch (a, b) {
    case (.refused(let some), .refused(let more)): .refused(some + more)
    case (.refused, _): a
    case (_, .refused): b
    case (.changed(let some), .changed(let more)): .changed(some + more)
    case (.changed, _): a
    case (_, .changed): b
    case (.new, .same): .changed([])
    case (.same, .new): .changed([])
    default: a
    }
  }
}

/// Why a record cannot be taken in, and the field it is about.
public struct ImportRefusal: Sendable, Equatable, Error {
  /// The reasons.
  public enum Reason: Sendable, Equatable {
    /// The book says this already, and an import does not change it.
    case recordedAs(String)
    /// The order is closed or cancelled.
    case orderNotOpen(OrderState)
    /// Less than has left already.
    case belowShipped(String)
    /// A promise that stands is moved only with its cause.
    case causeMissing(from: Day)
    /// More than is owed.
    case moreThanOpen(String)
    /// Several orders fit.
    case severalOrders(Int)
    /// The book has nothing of that name.
    case unknown(Noun)
    /// The line goes out in so many deliveries, and the row does not say which it means.
    case partUnnamed(Int)
    /// The order has no such line.
    case noSuchLine
    /// It is finished, but not all pieces are good or scrapped.
    case piecesMissing
    /// The day is before the one it must follow.
    case before(TableField, Day)
    /// More decimals than the product is counted in.
    case tooPrecise(Int)
    /// The number stands for something else already.
    case taken
  }

  /// What it is about.
  public let field: TableField
  /// Why.
  public let reason: Reason

  /// A refusal.
  public init(_ field: TableField, _ reason: Reason) {
    self.field = field
    self.reason = reason
  }
}
