/// What a file says of one order; nil where it says nothing.
public struct ImportedOrder: Sendable {
  /// Its number; nil: it is known by the customer and the customer's number.
  public var no: String?
  /// The customer.
  public var customer: Identifier<Customer>
  /// The customer's own number.
  public var customerPO: String?
  /// The clerk who answers for it.
  public var clerk: Identifier<User>?
  /// The clerk's login.
  public var clerkName: String?
  /// The day it was ordered.
  public var orderedOn: Day?
  /// ISO 4217.
  public var currency: String?
  /// The currency where the file names none.
  public var usualCurrency: String
  /// Its rank.
  public var priority: Priority?
  /// Who carries it.
  public var carrier: String?
  /// Anything else.
  public var note: String?
  /// The day it was closed.
  public var closedOn: Day?
  /// Whether it was cancelled.
  public var isCancelled = false
  /// The day it was cancelled, where the file tells.
  public var cancelledOn: Day?
  /// Why it is on hold; nil where it is not.
  public var holdReason: String?
  /// Which day its promises mean.
  public var dateMeaning = DateMeaning.shipped
  /// Its deliveries in the order of the file.
  public var lines: [ImportedLine] = []

  /// An order of a customer.
  public init(no: String?, customer: ImportIndex.CustomerEntry) {
    self.no = no
    self.customer = customer.id
    usualCurrency = customer.currency
    dateMeaning = customer.dateMeaning
  }
}

/// What a file says of one delivery of an order; nil where it says nothing.
public struct ImportedLine: Sendable {
  /// The line in the order; nil: its place in the file.
  public var lineNo: Int?
  /// The delivery of the line; nil: its place among the rows of the line.
  public var part: Int?
  /// The product.
  public var product: Identifier<Product>
  /// The decimals of its quantities.
  public var decimals: Int
  /// In the product's smallest unit.
  public var quantity: Int64
  /// 1/10000 of the currency's unit.
  public var price: Int64?
  /// In basis points.
  public var discount: Int64?
  /// The day the customer asked for.
  public var requestedOn: Day?
  /// The promise.
  public var promisedOn: Day?
  /// The day all of it left.
  public var shippedOn: Day?

  /// A delivery of a quantity.
  public init(product: ImportIndex.ProductEntry, quantity: Int64) {
    self.product = product.id
    decimals = product.decimals
    self.quantity = quantity
  }
}

/// What becomes of an order of a file.
public struct OrderVerdict: Sendable {
  /// Its number; nil: it gets the next.
  public let no: String?
  /// What is said of the order itself.
  public internal(set) var head: ImportVerdict
  /// What is said of each delivery, in the order of the file.
  public internal(set) var lines: [ImportVerdict]

  /// Whether anything of it cannot be taken in.
  public var isRefused: Bool {
    ([head] + lines).contains { if case .refused = $0 { true } else { false } }
  }
}

extension ImportedOrder {
  /// The place of each delivery: the line it belongs to, and its number within it, both from 1.
  ///
  /// Rows that name the same line are its deliveries, one after the other.
  var places: [SchedulePlace] {
    var counts: [Int: Int] = [:]
    var next = 1
    return lines.map { line in
      let number = line.lineNo ?? next
      next = max(next, number + 1)
      counts[number, default: 0] += 1
      return SchedulePlace(line: number, seq: line.part ?? counts[number] ?? 1)
    }
  }

  /// Shipped whole, every line of it: the day the last left.
  var lastShippedOn: Day? {
    let days = lines.map(\.shippedOn)
    let known = days.compactMap { $0 }
    return known.count == days.count ? known.max() : nil
  }
}

/// The number of a line, and of a delivery in it.
struct SchedulePlace: Hashable {
  let line: Int
  let seq: Int
}
