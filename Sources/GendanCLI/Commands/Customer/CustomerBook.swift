import ArgumentParser
import Gendan
import GendanOutput

/// The book of customers, region by region.
struct CustomerBook: BookCommand {
  static let sheet = CommandSheet(
    id: "customer.book", word: "book", chinese: ["资料册", "資料冊"],
    about: Text("the book of customers by region", "按区域列客户资料册", "按區域列客戶資料冊"), usage: CustomerOptions.usage,
    examples: ["customer book", "customer book --region 华东 -o customers.html"], part: .admin)

  @OptionGroup var customers: CustomerOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let all = try Customer.list(try customers.filter(at: desk, in: reading), in: reading.db)
      let regions = Dictionary(grouping: all) { $0.fields[.region] ?? "" }
      let responsible = try Region.all(in: reading.db)
      let listing = Customer.listing(desk.language)
      var table = listing.table([])
      for (name, customers) in regions.sorted(by: { $0.key < $1.key }) {
        table.rows.append(.heading(heading(name, responsible, desk)))
        table.rows += listing.table(customers.sorted { $0.code < $1.code }).rows
      }
      var answer = Answer("customer_book", Document([.table(table)]))
      answer.columns = ["code", "name", "type", "class", "principal", "contact", "phone", "address", "terms"]
      answer.title = Text("Customers by region", "客户资料册", "客戶資料冊")
      return answer
    }
  }

  /// `华东  跟单 lijia  区域经理 wu`.
  private func heading(_ name: String, _ regions: [Region], _ desk: Desk) -> String {
    guard !name.isEmpty else { return desk.say(Text("no region", "未分区域", "未分區域")) }
    let region = regions.first { $0.name == name }
    let people: [(Text, String?)] = [
      (CustomerWord.clerk.words, region?.clerk), (RegionCommand.manager, region?.manager),
    ]
    return ([name] + people.compactMap { label, who in who.map { desk.say(label) + " " + $0 } })
      .joined(separator: "  ")
  }
}
