import ArgumentParser
import Gendan

/// Signs what the numbers name, in one's own role: orders, quotes, production for stock (R-038, R-097,
/// R-100, R-109).
struct ReviewSign: BookCommand {
  static let sheet = CommandSheet(
    id: "review.sign", word: "sign", chinese: ["签", "簽"],
    about: Text("sign orders, quotes, production for stock", "会签订单, 报价, 备货生产", "會簽訂單, 報價, 備貨生產"),
    usage: "REF|QUOTE|MO… [--role ROLE] [--note TEXT]",
    examples: ["sign 118", "sign Q2603-0001 MO2603-0007", "sign 118 --role finance"], part: .supervisor,
    right: .sign)

  @Argument var words: [String] = []
  @Option var role: String?
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.sign(as: role, note: note) { try desk.documents(words, in: $0) }
  }
}

/// Sends what the numbers name back, with a reason (R-105).
struct ReviewReject: BookCommand {
  static let sheet = CommandSheet(
    id: "review.reject", word: "reject", chinese: ["退回"],
    about: Text("send back instead of signing", "不签, 退回", "不簽, 退回"),
    usage: "REF|QUOTE|MO… --reason TEXT [--role ROLE]",
    examples: ["reject 118 --reason 单价不对", "reject MO2603-0007 --reason 库存够用"], part: .supervisor,
    right: .sign)

  @Argument var words: [String] = []
  @Option var role: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let reason = try global.why(
      Text("sending back needs a reason", "退回要写原因", "退回要寫原因"),
      try: "gendan reject \(words.first ?? "118") --reason TEXT")
    let role = try role.map(Role.read)
    return try desk.write(reason: reason) { writing, answer in
      for document in try desk.documents(words, in: writing) {
        let rejecting = try writing.reject(document, as: role, reason: reason)
        answer.echo.append(document.label + Fault.rejected(by: rejecting, reason: reason).words)
        answer.touched += document.orders
      }
    }
  }
}

extension Role {
  /// The role that a text names.
  static func read(_ text: String) throws -> Role { try Spelling.read(text, as: UserWord.role.words) }
}

/// A document that is signed, as command lines name it and screens show it.
protocol Signable: Approvable {
  /// How a line of echo about it begins.
  var label: Text { get }
  /// The customer, or what else tells what it is.
  var about: String { get }
  /// Who answers for it; nil where nobody is named.
  var clerk: String? { get }
  /// The orders that the next command may mean by `^`.
  var orders: [String] { get }
}

extension Order: Signable {
  var about: String { customer }
  var orders: [String] { [no] }
}

extension Quote: Signable {
  var about: String { "\(customer) \(product)" }
  var clerk: String? { nil }
  var orders: [String] { [] }
}

extension ProductionOrder: Signable {
  var label: Text { Text(verbatim: "\(no): ") }
  var about: String { "\(product) \(quantity.text)" }
  var clerk: String? { nil }
  var orders: [String] { [] }
}

extension Desk {
  /// What a command signs or sends back: quotes and production for stock by their whole number, orders by any
  /// reference, all of them by the rows of a list.
  func documents(_ words: [String], in reading: Reading) throws -> [any Signable] {
    guard !words.isEmpty else { throw missingReference(nil) }
    return try words.flatMap { word in
      try numbered(word, in: reading) ?? references(only: [word], in: reading).map(\.order)
    }
  }

  /// The documents whose whole numbers a word gives, or that stand on the rows it names.
  private func numbered(_ word: String, in reading: Reading) throws -> [any Signable]? {
    var numbers = [folded(word).uppercased()]
    if case .rows(let rows)? = Reference(word) { numbers = rows.compactMap { memory.row($0, book: place) } }
    var found: [any Signable] = []
    for no in numbers {
      if let production = try ProductionOrder.numbered(no, in: reading.db), production.schedule == nil {
        found.append(production)
      } else if let quote = try Quote.numbered(no, in: reading.db) {
        found.append(quote)
      } else if let order = try Order.numbered(no, in: reading.db) {
        found.append(order)
      }
    }
    return found.isEmpty || found.count < numbers.count ? nil : found
  }

  /// Signs documents in the role that is named, or in the one whose turn it is.
  func sign(
    as role: String?, note: String?, _ documents: (Writing) throws -> [any Signable]
  ) throws -> Answer {
    let role = try role.map(Role.read)
    return try write { writing, answer in
      for document in try documents(writing) {
        let signed = try writing.sign(document, as: role, note: note.filled)
        answer.echo.append(document.label + signed.trail.signedText(as: signed.role))
        answer.touched += document.orders
      }
    }
  }
}
