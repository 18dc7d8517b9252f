import ArgumentParser
import Gendan
import GendanOutput

/// Writes down a talk with a customer: a call, a visit, service, a survey.
struct ContactLog: BookCommand {
  static let sheet = CommandSheet(
    id: "contact.log", word: "log", chinese: ["登记", "登記"],
    about: Text("write down a talk with a customer", "登记客户联络", "登記客戶聯絡"),
    usage: "CUSTOMER|REF TEXT… [--kind KIND] [--who WHO] [--host USER] [--product P] [--result TEXT]"
      + " [--next DATE] [--on DATE] [--quality 1-5 --delivery 1-5 --service 1-5]",
    examples: [
      "contact log 宏达机械 问新款什么时候有样 --kind 电话 --next 3/20",
      "contact log C-0001 看样板间 --kind visit --who 张总 --host 王芳 --next +3d",
      "contact log 118 质量和交期都满意 --kind 回访 --quality 5 --delivery 4 --service 5",
    ], part: .follow)

  static let kindWords = Text("kind", "类别", "類別")

  @Argument var words: [String] = []
  @Option var kind: String?
  @Option var who: String?
  @Option var host: String?
  @Option var product: String?
  @Option var result: String?
  @Option var next: String?
  @Option var on: String?
  @Option var quality: String?
  @Option var delivery: String?
  @Option var service: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let kind: ContactKind = try self.kind.map { try Spelling.read($0, as: Self.kindWords) } ?? .phone
    try Self.verify(kind)
    let scores = try self.scores()
    return try desk.write { writing, answer in
      var words = words
      let (customer, order) = try subject(&words, at: desk, in: writing)
      let text = try words.name(
        Text("what was said", "联络内容", "聯絡內容"), try: "gendan contact log \(customer.code) TEXT")
      var new = NewContact(kind, with: customer, text)
      new.order = order
      new.product = try product.filled.map { try Product.named($0, in: writing.db).id }
      new.party = who.filled
      new.host = try host.filled.map { try User.named($0, in: writing.db).id }
      new.result = result.filled
      new.scores = scores
      new.nextOn = try next.map { try desk.day($0, .plan, of: order, in: writing) }
      new.day = try desk.factDay(on, in: writing)
      let contact = try writing.log(new)
      var line = contact.label + contact.text
      if let next = contact.nextOn {
        line = line + Text(", next ", ", 下次 ", ", 下次 ") + (try desk.dateWords(writing)).echo(next)
      }
      answer.echo = [line]
      answer.touched = order.map { [$0.no] } ?? []
      answer.extra = [.init("contact", .string(contact.no))]
    }
  }

  /// The customer, and the order that the first word names where it names one.
  private func subject(
    _ words: inout [String], at desk: Desk, in reading: Reading
  ) throws -> (Customer, Order?) {
    guard let first = words.first else {
      throw Complaint.missing(
        Text("the customer or the order", "客户或单号", "客戶或單號"),
        try: "gendan contact log C-0001 TEXT", "gendan contact log 118 TEXT --kind return-call")
    }
    if Reference(first) != nil, try Noun.called(folded(first).uppercased(), in: reading.db) != .customer {
      let order = try desk.reference(&words, in: reading).order
      return (try Customer.named(order.customerCode, in: reading.db), order)
    }
    words.removeFirst()
    return (try Customer.named(first, in: reading.db), nil)
  }

  /// Chases and flags have commands of their own.
  private static func verify(_ kind: ContactKind) throws {
    guard kind == .chase || kind == .flag else { return }
    throw Complaint(
      .usage,
      Text(
        "a \(kind.rawValue) has its own command", "\(kind.words.simplified)另有命令",
        "\(kind.words.traditional)另有命令"),
      try: kind == .chase ? "gendan chase 118 TEXT" : "gendan customer flag C-0001 --reason TEXT")
  }

  /// All three marks or none.
  private func scores() throws -> Satisfaction? {
    let typed = [quality, delivery, service]
    guard typed.contains(where: { $0 != nil }) else { return nil }
    let marks = typed.compactMap { $0.flatMap { Int(folded($0)) } }
    guard marks.count == 3,
      let scores = Satisfaction(quality: marks[0], delivery: marks[1], service: marks[2])
    else {
      throw Complaint(
        .usage, Text("three marks from 1 to 5", "三项都要 1 到 5 分", "三項都要 1 到 5 分"),
        try: "--quality 4 --delivery 3 --service 5")
    }
    return scores
  }
}

/// Writes down what came of a talk; nothing follows from it any more.
struct ContactDone: BookCommand {
  static let sheet = CommandSheet(
    id: "contact.done", word: "done", chinese: ["办结", "辦結"],
    about: Text("say what came of a talk", "登记联络的结果", "登記聯絡的結果"), usage: "NO TEXT…",
    examples: ["contact done L2603-0007 已换新件, 客户满意"], part: .follow)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let example = "gendan contact done L2603-0007 TEXT"
    guard let no = words.first else { throw Complaint.missing(Noun.contact.words, try: example) }
    let result = try Array(words.dropFirst()).name(Text("the result", "结果", "結果"), try: example)
    return try desk.write { writing, answer in
      let contact = try writing.finish(try Contact.named(folded(no), in: writing.db), result: result)
      answer.echo = [contact.label + result]
      answer.touched = contact.orderNo.map { [$0] } ?? []
    }
  }
}
