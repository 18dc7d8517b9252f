/// The money of one order: what it is worth, what the terms ask for and when, and what has come
/// . Only what finance confirmed counts.
///
/// Amounts are in 1/100 of the currency's unit.
public struct OrderMoney: Sendable, Equatable {
  /// The order's key.
  public let order: Identifier<Order>
  /// The order's number.
  public let no: String
  /// The customer's key.
  public let customerID: Identifier<Customer>
  /// The customer's code.
  public let customerCode: String
  /// The customer's name.
  public let customer: String
  /// The ISO 4217 code.
  public let currency: String
  /// What the terms ask for; nil where they name nothing that is known.
  public let terms: PaymentTerms?
  /// The day it was ordered.
  public let orderedOn: Day
  /// Whether it was cancelled: then only what was shipped is owed.
  public let isCancelled: Bool
  /// The lines that have no price: what the order is worth is not known then.
  public internal(set) var unpriced: Set<Int> = []
  /// What was shipped and not found short or damaged, by shipment, oldest first.
  public internal(set) var shipments: [ShippedWorth] = []
  /// The customer's old balances netted here: positive owed, negative a surplus.
  public internal(set) var netted: Int64 = 0
  /// What the customer says was paid and finance has not found.
  public internal(set) var awaited: Int64 = 0
  /// What finance confirmed.
  public internal(set) var confirmed: Int64 = 0
  /// The day of the last confirmed payment at the bank.
  public internal(set) var confirmedOn: Day?
  /// When the customer was asked for which part.
  public internal(set) var requests: [InstalmentKind: Day] = [:]
  /// The day the first open delivery is planned to be made, or due where nothing is planned.
  public internal(set) var readyOn: Day?
  /// The worth of its lines in 1/10000 of the unit.
  var worth: Int64 = 0

  /// What the customer says was paid, confirmed or not.
  public var claimed: Int64 { confirmed + awaited }

  /// The worth of its lines; of a cancelled order, of what was shipped.
  public var total: Int64 { isCancelled ? shipped : Self.cents(worth) }

  /// The worth of what was shipped.
  public var shipped: Int64 { shipments.reduce(0) { $0 + $1.amount } }

  /// What is to be paid: the total with old balances.
  public var payable: Int64 { total + netted }

  /// What is still to be paid; negative where more came than was asked.
  public var open: Int64 { payable - confirmed }

  /// What is still to be paid and nobody has said to be paid.
  public var unclaimed: Int64 { open - awaited }

  /// What is due before production: a share of the total, half up.
  public var deposit: Int64 {
    guard case .deposit(let share) = terms else { return 0 }
    return max(0, min(payable, Decimal.product(total, share, over: 10000) ?? payable))
  }

  /// What is owed for goods that left.
  public var receivable: Int64 { max(0, shipped + netted - confirmed) }

  /// An amount of this order's currency.
  public func money(_ cents: Int64) -> Money { Money(cents: cents, currency: currency) }

  /// What the terms divide it into, the earliest due first; what was confirmed pays the first first.
  public var instalments: [Instalment] {
    func whole(_ kind: InstalmentKind, _ amount: Int64, _ dueOn: Day?) -> Instalment {
      Instalment(kind: kind, amount: amount, dueOn: dueOn, shipment: nil, requestedOn: requests[kind])
    }
    switch terms {
    case .deposit:
      return paid([
        whole(.deposit, deposit, requests[.deposit] ?? orderedOn),
        whole(.balance, max(0, payable - deposit), readyOn),
      ])
    case .prepaid: return paid([whole(.balance, max(0, payable), readyOn)])
    case .credit(let days): return paid(shipped(.credit, after: days))
    case .cod: return paid(shipped(.cod, after: 0))
    case nil: return []
    }
  }

  /// One part for each shipment, and before them an old debt.
  private func shipped(_ kind: InstalmentKind, after days: Int) -> [Instalment] {
    let debt = ShippedWorth(shipment: nil, shippedOn: orderedOn, amount: max(0, netted))
    return ([debt] + shipments).map {
      Instalment(
        kind: kind, amount: $0.amount,
        dueOn: $0.shipment == nil ? orderedOn : $0.shippedOn.adding(days: days),
        shipment: $0.shipment, requestedOn: requests[kind])
    }
  }

  private func paid(_ parts: [Instalment]) -> [Instalment] {
    // A surplus is in the payable amount of what is paid ahead; shipments are paid with it.
    var found = confirmed + (terms?.isPaidAhead ?? true ? 0 : max(0, -netted))
    var said = awaited
    return parts.filter { $0.amount > 0 }.map { part in
      var part = part
      part.paid = max(0, min(part.amount, found))
      found -= part.paid
      part.claimed = max(0, min(part.open, said))
      said -= part.claimed
      return part
    }
  }

  /// 1/10000 as 1/100, half away from zero, and no more than can be added up.
  static func cents(_ tenThousandths: Int64) -> Int64 {
    Money(tenThousandths: tenThousandths, currency: "").cents
  }

  /// The largest worth of a line or an order in 1/10000 of the unit: beyond it sums would not fit.
  static let largest: Int64 = 100_000_000_000_000_000
}

/// What one shipment of an order is worth, or an old debt where it names none.
public struct ShippedWorth: Sendable, Equatable {
  /// Its number.
  public let shipment: String?
  /// The day it left.
  public let shippedOn: Day
  /// In 1/100 of the order's currency's unit.
  public internal(set) var amount: Int64
}
