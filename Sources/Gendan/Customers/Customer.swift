/// Somebody who orders.
public struct Customer: Sendable, Equatable {
  /// Its key.
  public let id: Identifier<Customer>
  /// Its number, ours or the source's.
  public let code: String
  /// Its fields by name; absent where empty.
  public let fields: [CustomerField: String]
  /// The clerk who follows its orders.
  public let clerk: String?
  /// How much less than ordered still counts as in full, in basis points.
  public let underTolerance: Int64
  /// How much more than ordered may be shipped, in basis points.
  public let overTolerance: Int64
  /// Which day a promised date means.
  public let dateMeaning: DateMeaning
  /// How much it may owe with what is to be shipped, in 1/100 of the currency's unit; nil: no limit.
  public let creditLimit: Int64?
  /// Calendar days that goods travel to it.
  public let transitDays: Int

  /// Its name.
  public var name: String { fields[.name] ?? code }
  /// The currency of its orders.
  public var currency: String { fields[.currency] ?? "CNY" }
}

/// The day that a customer's promised date means (lateness, tricky point 15).
public enum DateMeaning: String, SQLConvertible, Sendable, CaseIterable {
  /// The day the goods leave.
  case shipped
  /// The day they arrive.
  case arrived
}

/// A customer's fields that are texts; the first six make it complete.
public enum CustomerField: String, CaseIterable, Sendable {
  /// The name.
  case name
  /// The receiving address.
  case address
  /// The person to speak with.
  case contact
  /// The telephone.
  case phone
  /// The fax.
  case fax
  /// The settlement terms.
  case terms
  /// key, normal or prospect.
  case `class`
  /// The sales region.
  case region
  /// The ISO 4217 currency.
  case currency
  /// Anything else.
  case note
  /// store, domestic, export or dealer.
  case type
  /// Who leads the customer's firm.
  case principal
  /// How it was found.
  case source
  /// The grade of its credit.
  case grade

  /// The six fields that R-001 demands.
  public static let required: [CustomerField] = [.name, .address, .contact, .phone, .fax, .terms]
}

/// How a customer counts when goods are short.
public enum CustomerClass: String, SQLConvertible, CaseIterable, Sendable {
  /// Served first.
  case key
  /// As it comes.
  case normal
  /// To be developed.
  case prospect
}

/// What a customer is to us.
public enum CustomerType: String, SQLConvertible, CaseIterable, Sendable {
  /// An own shop.
  case store
  /// Within the country.
  case domestic
  /// Abroad.
  case export
  /// Sells our goods on.
  case dealer
}

extension Gate where Subject == [CustomerField: String] {
  /// The six required fields are filled.
  static let customerComplete = Gate(.customerComplete) { fields, _ in
    let empty = CustomerField.required.filter { fields[$0]?.isEmpty ?? true }
    return empty.isEmpty ? nil : .customerIncomplete(empty)
  }
}
