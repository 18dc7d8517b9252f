import ArgumentParser
import Gendan
import GendanOutput

/// `contact`: what was said with customers: calls, visits, service, surveys.
struct ContactCommand: NounCommand {
  static let word = "contact"
  static let chinese = ["联络", "聯絡"]
  static let about = Text("talks with customers", "客户联络", "客戶聯絡")
  static let verbs: [any BookCommand.Type] = [
    ContactLog.self, ContactList.self, ContactDone.self, ContactScores.self,
  ]
}

extension Contact {
  /// `L2603-0001 宏达机械 来访: `, with which every line about a talk begins.
  var label: Text { Text(verbatim: "\(no) \(customer) ") + kind.words + ": " }

  /// What is shown of a talk.
  static func listing(_ dates: DateWords, _ language: Language) -> Listing<Contact> {
    func day(_ day: Day?) -> Cell {
      day.map { Cell(dates.short($0), value: .string($0.description)) } ?? .none
    }
    func mark(
      _ id: String, _ heading: Text, _ mark: @escaping (Satisfaction) -> Int
    ) -> Listing<Contact>.Field {
      .init(id, heading, .trailing, priority: 6) { Cell(number: $0.scores.map(mark)) }
    }
    return Listing(
      id: "contacts", language: language,
      fields: [
        .init("no", Noun.contact.heading) { Cell($0.no) },
        .init("on", Text("Day", "日期", "日期")) { day($0.happenedOn) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("customer_code", Text("Code", "编号", "編號"), priority: 9) { Cell($0.customerCode) },
        .init("kind", Text("Kind", "类别", "類別")) { Cell(id: $0.kind, language) },
        .init("who", Text("With", "对方", "對方"), priority: 3, shrinks: true) { Cell(optional: $0.party) },
        .init("host", Text("Host", "接待", "接待"), priority: 4) { Cell(optional: $0.host) },
        .init("order", OrderField.no.words, priority: 5) { Cell(optional: $0.orderNo) },
        .init("product", OrderField.product.words, priority: 5, shrinks: true) { Cell(optional: $0.product) },
        .init("text", Text("Said", "内容", "內容"), shrinks: true) { Cell($0.text) },
        .init("result", Text("Result", "结果", "結果"), priority: 2, shrinks: true) { Cell(optional: $0.result) },
        .init("next", Text("Next", "下次", "下次"), priority: 1) { day($0.nextOn) },
        mark("quality", Text("Quality", "质量", "品質"), \.quality),
        mark("delivery", Text("Delivery", "交货", "交貨"), \.delivery),
        mark("service", Text("Service", "服务", "服務"), \.service),
      ])
  }
}

/// Talks with customers: of one, of some kind, in a period, or those to follow up now.
struct ContactList: BookCommand {
  static let sheet = CommandSheet(
    id: "contact.list", word: "list", chinese: ["列表"],
    about: Text("list talks with customers", "列出客户联络记录", "列出客戶聯絡記錄"),
    usage: "[CUSTOMER] [--kind KIND] [--due] [-p PERIOD] \(CustomerOptions.usage)",
    examples: ["contact list --due --mine", "contact list --kind visit -p month", "contact list 宏达机械"],
    part: .follow)

  @Argument var words: [String] = []
  @Option var kind: String?
  @Flag var due = false
  @OptionGroup var customers: CustomerOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let filter = try customers.filter(words: words, at: desk, in: reading)
      let kind: ContactKind? = try kind.map { try Spelling.read($0, as: ContactLog.kindWords) }
      let found = try Contact.list(
        filter, kind: kind, during: try desk.period(in: reading), dueBy: due ? reading.today : nil,
        in: reading.db)
      let listing = Contact.listing(try desk.dateWords(reading), desk.language)
      // People see no column that is empty all the way down.
      let shown = found.isEmpty ? ["no", "on", "customer", "kind", "text", "next"] : nil
      let filled = listing.fields.filter { field in found.contains { field.cell($0) != .none } }
      var answer = Answer("contacts", listing.list(found))
      answer.columns = shown ?? filled.map(\.column.id).filter { $0 != "customer_code" }
      return answer
    }
  }
}
