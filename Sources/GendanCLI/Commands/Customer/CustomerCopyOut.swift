import ArgumentParser
import Gendan
import GendanOutput

/// Gives the superior, the billing clerk or the warehouse their copy of the customers' data: what changed since
/// the one before, in the columns that are meant for them (R-006, R-007).
struct CustomerCopyOut: BookCommand {
  static let sheet = CommandSheet(
    id: "customer.copy", word: "copy", chinese: ["备份", "備份"],
    about: Text("give somebody their copy of the customers", "给主管, 开单或仓管一份客户资料", "給主管, 開單或倉管一份客戶資料"),
    usage: "--to supervisor|billing|warehouse [--all] [-o FILE]",
    examples: ["customer copy --to 仓管", "customer copy --to billing --all -o customers.csv"], part: .admin)

  @Option var to: String?
  @Flag var all = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard let to = to.filled else {
      throw Complaint.missing(
        Text("for whom it is", "给谁", "給誰"), try: "gendan customer copy --to warehouse")
    }
    let recipient: CopyRecipient = try Spelling.read(to, as: Text("recipient", "接收人", "接收人"))
    return try desk.write { writing, answer in
      let copy = try writing.copyCustomers(to: recipient, all: all)
      let title = recipient.words + (try since(copy, desk, writing))
      let table = CustomerCopyOut.listing(recipient, desk.language).table(copy.customers)
      answer.document = Document([.line(desk.say(title), .strong), .table(table)], records: table)
      answer.schema = "customer_copy"
      answer.title = title
      answer.extra = [
        .init("recipient", .string(recipient.rawValue)),
        .init("since", copy.since.map { .string($0.description) } ?? .null),
      ]
    }
  }

  private func since(_ copy: CustomerCopy, _ desk: Desk, _ reading: Reading) throws -> Text {
    let count = copy.customers.count
    let customers = Text(": \(count) customer\(count == 1 ? "" : "s")", ": \(count) 个客户", ": \(count) 個客戶")
    guard let day = copy.since, !all else { return customers }
    return customers
      + Text(" changed since ", ", 改动自 ", ", 改動自 ") + (try desk.dateWords(reading)).full(day)
  }

  private static func listing(_ recipient: CopyRecipient, _ language: Language) -> Listing<Customer> {
    let whole = Customer.listing(language)
    return Listing(
      id: "customer_copy", language: language,
      fields: recipient.fields.compactMap { field in
        whole.fields.first { $0.column.id == field.rawValue }.map { shown in
          .init(shown.column.id, shown.heading, shrinks: shown.column.shrinks, shown.cell)
        }
      })
  }
}
