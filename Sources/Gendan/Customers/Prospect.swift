/// How far the development of a customer has come; derived from facts, never stored.
public enum ProspectStage: String, Sendable, CaseIterable {
  /// Nobody has spoken with it.
  case new
  /// Somebody has.
  case contacted
  /// A sample was asked for.
  case sampled
  /// A price was quoted.
  case quoted
  /// It has ordered.
  case ordered
}

/// A customer to be developed, as its table has it.
public struct Prospect: Sendable, Equatable {
  /// Its code.
  public let code: String
  /// Its name.
  public let name: String
  /// How it was found.
  public let source: String?
  /// The login of who develops it.
  public let clerk: String?
  /// How far it has come.
  public let stage: ProspectStage
  /// The day it was first spoken with or registered to be.
  public let firstOn: Day?
  /// The newest talk.
  public let last: Contact?
  /// The newest talk that is to be followed up, and when.
  public let next: Contact?
  /// What the department said of it last.
  public let discussion: Contact?

  /// Prospects that fit a filter, by code; in a period only those of whom something was said in it.
  public static func list(
    _ filter: CustomerFilter = CustomerFilter(), during period: Period? = nil, in reading: Reading
  ) throws -> [Prospect] {
    var filter = filter
    filter.class = .prospect
    return try Customer.list(filter, in: reading.db).compactMap { customer in
      let talks = try Contact.with(customer.id, in: reading.db)
      // What was to follow from an older talk is over once a newer one was had.
      let newest = talks.firstIndex { $0.kind.isTalk }.map { talks[...$0] } ?? talks[...]
      if let period, !talks.contains(where: { period.contains($0.happenedOn) }) { return nil }
      return Prospect(
        code: customer.code, name: customer.name, source: customer.fields[.source], clerk: customer.clerk,
        stage: try stage(of: customer.id, talks, in: reading.db), firstOn: talks.map(\.happenedOn).min(),
        last: talks.first { $0.kind.isTalk }, next: newest.first { $0.nextOn != nil && $0.result == nil },
        discussion: talks.first { $0.kind == .discussion })
    }
  }

  private static func stage(
    of customer: Identifier<Customer>, _ talks: [Contact], in db: any Transaction
  ) throws -> ProspectStage {
    func has(_ table: SQL) throws -> Bool {
      try db.count("SELECT count(*) FROM \(table) WHERE customer_id = \(customer)") > 0
    }
    if try has("orders") { return .ordered }
    if try has("quotes") { return .quoted }
    if try has("samples") { return .sampled }
    return talks.contains { $0.kind.isTalk } ? .contacted : .new
  }
}
