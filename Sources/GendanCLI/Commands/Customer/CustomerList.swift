import ArgumentParser
import Gendan
import GendanOutput

/// Customers by class, type, region, terms, clerk and words; key ones first.
struct CustomerList: BookCommand {
  static let sheet = CommandSheet(
    id: "customer.list", word: "list", chinese: ["列表"],
    about: Text("list customers", "列出客户", "列出客戶"),
    usage: "[WORDS…] \(CustomerOptions.usage) [--find TEXT] [--unsampled PRODUCT]",
    examples: [
      "customer list --mine", "customer list --class key --clerk me", "customer list 宏达",
      "customer list --type 店面 --unsampled P-99",
    ],
    part: .admin)

  @Argument var words: [String] = []
  @Option var find: String?
  @Option var unsampled: String?
  @OptionGroup var customers: CustomerOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var filter = try customers.filter(words: words + (find.map { [$0] } ?? []), at: desk, in: reading)
      filter.unsampled = try unsampled.map { try Product.named($0, in: reading.db).id }
      let found = try Customer.list(filter, in: reading.db)
      var answer = Answer("customers", Customer.listing(desk.language).list(found))
      answer.columns = Customer.columns
      return answer
    }
  }
}

extension Customer {
  /// The columns that people see of a list.
  static let columns = ["code", "name", "class", "contact", "phone", "region", "terms", "clerk"]

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
        .init("type", CustomerWord.type.heading, priority: 7) { customer in
          CustomerType(rawValue: customer.fields[.type] ?? "").map { Cell(id: $0, language) } ?? .none
        },
        text(.principal, priority: 8), text(.contact, priority: 3), text(.phone, priority: 4),
        text(.fax, priority: 8),
        text(.address, priority: 7, shrinks: true), text(.region, priority: 6),
        text(.terms, priority: 5, shrinks: true), text(.currency, priority: 9),
        .init("clerk", CustomerWord.clerk.heading, priority: 6) { Cell(optional: $0.clerk) },
        percent("under_percent", .under) { $0.underTolerance },
        percent("over_percent", .over) { $0.overTolerance },
        .init("limit", CustomerWord.limit.heading, .trailing, priority: 9) { customer in
          customer.creditLimit.map { Cell(amount: $0) } ?? .none
        },
        text(.grade, priority: 9), text(.source, priority: 9),
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
