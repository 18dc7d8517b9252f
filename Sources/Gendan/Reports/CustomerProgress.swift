/// How far the open orders of a customer for a product are.
public struct CustomerProgress: Sendable {
  /// The customer's name.
  public let customer: String
  /// The product's name.
  public let product: String
  /// The orders, by number.
  public internal(set) var orders: [String] = []
  /// What was ordered.
  public internal(set) var quantity: Quantity
  /// What is made of it, or left already.
  public internal(set) var made: Int64 = 0
  /// The day the first of it is due.
  public internal(set) var dueOn: Day?
  /// The last day of its kept forecasts; nil where nobody could tell of one.
  public internal(set) var forecastOn: Day?
  /// How many of its deliveries are late, and how many are expected late.
  public internal(set) var overdue = 0
  /// How many are expected late by the kept forecasts.
  public internal(set) var atRisk = 0

  /// The share that is made.
  public var share: Ratio? { Ratio(Int(min(made, quantity.smallest)), of: Int(quantity.smallest)) }

  /// The open deliveries that pass a filter by customer and product; those that are late first, then by due day.
  public static func all(_ filter: OrderFilter, in reading: Reading) throws -> [CustomerProgress] {
    var list = OrderList(.now(reading.today))
    list.rollsUp = false
    list.filter = .all([.owed, filter])
    let rows = try list.rows(in: reading)
    let made = try MadeSoFar.of(rows.map(\.schedule), in: reading.db)
    let kept = try KeptForecast.read("s.is_open = 1", in: reading.db)
    struct Key: Hashable {
      let customer: String
      let product: String
    }
    var places: [Key: Int] = [:]
    var all: [CustomerProgress] = []
    for row in rows {
      let key = Key(customer: row.customerCode, product: row.productCode)
      let place = places[key] ?? all.count
      if place == all.count {
        places[key] = place
        all.append(
          CustomerProgress(customer: row.customer, product: row.product, quantity: row.quantity.with(0)))
      }
      all[place].add(
        row, made: max(made[row.schedule] ?? 0, row.shipped), kept[row.schedule], today: reading.today)
    }
    return all.sorted {
      ($0.overdue == 0 ? 1 : 0, $0.dueOn ?? .latest, $0.customer, $0.product)
        < ($1.overdue == 0 ? 1 : 0, $1.dueOn ?? .latest, $1.customer, $1.product)
    }
  }

  private mutating func add(_ row: OrderRow, made more: Int64, _ kept: KeptForecast?, today: Day) {
    if orders.last != row.no && !orders.contains(row.no) { orders.append(row.no) }
    quantity.smallest += row.quantity.smallest
    made += min(more, row.quantity.smallest)
    if let due = row.dueOn { dueOn = min(due, dueOn ?? due) }
    if let day = kept?.forecast?.day { forecastOn = max(day, forecastOn ?? day) }
    if let due = row.dueOn, due < today {
      overdue += 1
    } else if kept?.risk.since != nil {
      atRisk += 1
    }
  }
}
