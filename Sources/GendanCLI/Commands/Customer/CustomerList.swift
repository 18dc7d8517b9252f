import ArgumentParser
import Gendan
import GendanOutput

/// Customers by class, region, terms, clerk and words; key ones first.
struct CustomerList: BookCommand {
  static let sheet = CommandSheet(
    id: "customer.list", word: "list", chinese: ["列表"],
    about: Text("list customers", "列出客户", "列出客戶"),
    usage: "[WORDS…] [--class C] [--region R] [--terms T] [--clerk WHO|me] [--find TEXT]",
    examples: ["customer list", "customer list --class key --clerk me", "customer list 宏达"], part: .admin)

  @Argument var words: [String] = []
  @Option var `class`: String?
  @Option var region: String?
  @Option var terms: String?
  @Option var clerk: String?
  @Option var find: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let level = try `class`.map { try Spelling.read($0, as: CustomerWord.class.words) as CustomerClass }
      let login = try clerk.map { try who($0, at: desk, in: reading) }
      let found = try Customer.list(
        class: level, region: region, terms: terms, clerk: login,
        containing: words + (find.map { [$0] } ?? []), in: reading.db)
      var answer = Answer("customers", Customer.listing(desk.language).list(found))
      answer.columns = ["code", "name", "class", "contact", "phone", "region", "terms", "clerk"]
      return answer
    }
  }

  private func who(_ text: String, at desk: Desk, in reading: Reading) throws -> String {
    folded(text) == "me" || text == "我" ? desk.actor.login : try User.named(text, in: reading.db).login
  }
}

extension Customer {
  /// What is shown of a customer.
  static func listing(_ language: Language) -> Listing<Customer> {
    func text(_ word: CustomerWord, priority: Int, shrinks: Bool = false) -> Listing<Customer>.Field {
      .init(word.rawValue, word.heading, priority: priority, shrinks: shrinks) { customer in
        Cell(optional: word.field.flatMap { customer.fields[$0] })
      }
    }
    func percent(
      _ id: String, _ word: CustomerWord, _ value: @escaping (Customer) -> Int64
    ) -> Listing<Customer>.Field {
      .init(id, word.heading, .trailing, priority: 9) { customer in
        let text = Percent.text(value(customer))
        return Cell(text, value: .decimal(text))
      }
    }
    return Listing(
      id: "customers", language: language,
      fields: [
        .init("code", Text("Code", "编号", "編號")) { Cell($0.code) },
        text(.name, priority: 0, shrinks: true),
        .init("class", CustomerWord.class.heading, priority: 2) { customer in
          CustomerClass(rawValue: customer.fields[.class] ?? "").map { Cell(id: $0, language) } ?? .none
        },
        text(.contact, priority: 3), text(.phone, priority: 4), text(.fax, priority: 8),
        text(.address, priority: 7, shrinks: true), text(.region, priority: 6),
        text(.terms, priority: 5, shrinks: true), text(.currency, priority: 9),
        .init("clerk", CustomerWord.clerk.heading, priority: 6) { Cell(optional: $0.clerk) },
        percent("under_percent", .under) { $0.underTolerance },
        percent("over_percent", .over) { $0.overTolerance },
        .init("limit", CustomerWord.limit.heading, .trailing, priority: 9) { customer in
          customer.creditLimit.map { Cell(amount: $0) } ?? .none
        },
        .init("date_meaning", CustomerWord.dateMeaning.heading, priority: 9) {
          Cell(id: $0.dateMeaning, language)
        },
        .init("transit", CustomerWord.transit.heading, .trailing, priority: 9) {
          Cell(number: $0.transitDays)
        },
        text(.note, priority: 9, shrinks: true),
      ])
  }
}
