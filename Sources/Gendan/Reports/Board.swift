/// What is in hand: open orders, what they are worth, and how many are late or expected late.
public struct Board: Sendable {
  /// The figures of one group.
  public struct Figures: Sendable {
    /// The group's name; empty for all.
    public let group: String
    /// Open orders.
    public var orders: Int { numbers.count }
    /// Deliveries that are owed.
    public private(set) var deliveries = 0
    /// What is still owed of them, by currency, in 1/100 of its unit.
    public private(set) var worth: [String: Int64] = [:]
    /// Deliveries without a price, which no amount holds.
    public private(set) var unpriced = 0
    /// Orders with a delivery that is due today.
    public var dueToday: Int { today.count }
    /// Orders with a delivery past its due day.
    public var overdue: Int { late.count }
    /// Orders with a delivery that is not late and that the kept forecasts expect late.
    public var atRisk: Int { risky.count }
    private var numbers: Set<String> = []
    private var today: Set<String> = []
    private var late: Set<String> = []
    private var risky: Set<String> = []

    fileprivate init(group: String) { self.group = group }

    fileprivate mutating func add(_ row: OrderRow, isAtRisk: Bool, today day: Day) {
      numbers.insert(row.no)
      guard row.isOpen else { return }
      deliveries += 1
      if let price = row.price {
        let open = Money.worth(
          of: row.open.smallest, decimals: row.quantity.decimals, price: price, discount: row.discount)
        worth[row.currency, default: 0] += OrderMoney.cents(open ?? 0)
      } else {
        unpriced += 1
      }
      if let due = row.dueOn {
        if due < day { late.insert(row.no) }
        if due == day { today.insert(row.no) }
      }
      // What is late already stands among the late.
      if isAtRisk, row.dueOn.map({ $0 >= day }) ?? true { risky.insert(row.no) }
    }
  }

  /// The groups, those with the most late orders first.
  public let groups: [Figures]
  /// All in one.
  public let total: Figures
  /// The day as of which forecasts were told last; nil where they never were.
  public let toldOn: Day?

  /// Reads what is in hand and passes a filter; `name` tells the group of a delivery.
  public static func read(
    _ filter: OrderFilter, by name: (OrderRow) -> String, in reading: Reading
  ) throws -> Board {
    var list = OrderList(.now(reading.today))
    list.rollsUp = false
    list.filter = .all([.state(.open), filter])
    let risky = try KeptForecast.atRisk(in: reading.db)
    var groups: [String: Figures] = [:]
    var total = Figures(group: "")
    for row in try list.rows(in: reading) {
      let group = name(row)
      let isAtRisk = risky[row.schedule] != nil
      groups[group, default: Figures(group: group)].add(row, isAtRisk: isAtRisk, today: reading.today)
      total.add(row, isAtRisk: isAtRisk, today: reading.today)
    }
    return Board(
      groups: groups.values.sorted { ($1.overdue, $1.orders, $0.group) < ($0.overdue, $0.orders, $1.group) },
      total: total, toldOn: try KeptForecast.lastTold(in: reading.db))
  }
}
