import ArgumentParser
import Gendan
import GendanOutput

/// Registers a customer whose six fields are filled.
struct CustomerAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "customer.add", word: "add", chinese: ["新增"],
    about: Text("register a customer", "登记客户", "登記客戶"),
    usage: "--name N --address A --contact C --phone P --fax F --terms T [--class key|normal|prospect]"
      + " [--region R] [--currency CUR] [--clerk WHO] [--under %] [--over %] [--date-meaning shipped|arrived]"
      + " [--transit DAYS] [--note TEXT] [--code NO]",
    examples: [
      "customer add --name 宏达机械 --address 宁波北仑 --contact 李明 --phone 0574-1 --fax 0574-2 --terms 月结30天"
    ], part: .admin)

  @Option var name: String?
  @Option var address: String?
  @Option var contact: String?
  @Option var phone: String?
  @Option var fax: String?
  @Option var terms: String?
  @Option var `class`: String?
  @Option var region: String?
  @Option var currency: String?
  @Option var clerk: String?
  @Option var under: String?
  @Option var over: String?
  @Option(name: .customLong("date-meaning")) var dateMeaning: String?
  @Option var transit: String?
  @Option var note: String?
  @Option var code: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      let typed: [(CustomerWord, String?)] = [
        (.name, name), (.address, address), (.contact, contact), (.phone, phone), (.fax, fax),
        (.terms, terms), (.class, `class`),
        (.region, region), (.currency, currency), (.clerk, clerk), (.under, under), (.over, over),
        (.dateMeaning, dateMeaning), (.transit, transit), (.note, note),
      ]
      var entry = CustomerEntry()
      for (word, text) in typed {
        if let text { try entry.put(word, text, in: writing) }
      }
      let filled = entry.fields.filter { !$0.value.isEmpty }
      let customer = try writing.addCustomer(code: code.filled, filled, entry.terms)
      answer.echo = [
        Text("customer ", "已登记客户 ", "已登記客戶 ") + "\(customer.code) \(customer.name)"
          + Text(" registered", "", "")
      ]
      answer.extra = [.init("code", .string(customer.code))]
    }
  }
}
