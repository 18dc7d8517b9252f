/// A document that people call by its number, such as Q2603-0001, or by the end of it.
protocol Numbered {
  /// What kind of thing it is.
  static var noun: Noun { get }
  /// The statement that reads it, up to its conditions.
  static var query: SQL { get }
  /// What the statement calls the table that holds the number.
  static var table: SQL { get }
  /// Its number.
  var no: String { get }
  /// What tells it apart from others.
  var candidate: Candidate { get }

  init(_ row: any Row) throws
}

extension Numbered {
  /// The one that a text names: its number, or at least the last three figures of it; `condition` is asked
  /// of it besides.
  ///
  /// Throws `.notFound` with the newest that there are, or `.ambiguous` with those that fit.
  static func called(_ text: String, where condition: SQL = "1 = 1", in db: any Transaction) throws -> Self {
    let number = text.uppercased()
    if let exact = try db.first("\(query) WHERE \(table).no = \(number) AND \(condition)", Self.init) {
      return exact
    }
    let isTail = number.utf8.count >= 3 && number.allSatisfy { $0.isASCII && $0.isNumber || $0 == "-" }
    let found =
      try isTail
      ? db.all(
        """
        \(query) WHERE \(table).no LIKE \("%" + number) AND \(condition)
        ORDER BY \(table).id DESC LIMIT 6
        """, Self.init) : []
    guard let first = found.first else {
      let near = try db.all("\(query) ORDER BY \(table).id DESC LIMIT 100", Self.init)
      throw BookError.notFound(noun, text, near: near.map(\.candidate))
    }
    guard found.count == 1 else { throw BookError.ambiguous(noun, text, found.map(\.candidate)) }
    return first
  }
}

extension Noun {
  /// What has this number or code, of the things besides orders that people are reminded of.
  public static func called(_ no: String, in db: any Transaction) throws -> Noun? {
    let tables: [(Noun, SQL)] = [
      (.enquiry, "enquiries WHERE no = \(no)"), (.contact, "contacts WHERE no = \(no)"),
      (.customer, "customers WHERE code = \(no)"),
    ]
    return try tables.first { try db.count("SELECT count(*) FROM \($0.1)") > 0 }?.0
  }
}
