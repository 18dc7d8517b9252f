import ArgumentParser
import Gendan
import GendanOutput

/// Registers a customer whose six fields are filled.
struct CustomerAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "customer.add", word: "add", chinese: ["新增"],
    about: Text("register a customer", "登记客户", "登記客戶"),
    usage: "NAME --address A --contact C --phone P --fax F --terms T [--class key|normal|prospect]"
      + " [--type store|domestic|export|dealer] [--region R] [--principal P] [--grade G] [--currency CUR]"
      + " [--clerk WHO] [--under %] [--over %] [--date-meaning shipped|arrived] [--transit DAYS]"
      + " [--source S] [--next DATE] [--note TEXT] [--code NO]",
    examples: [
      "customer add 宏达机械 --address 宁波北仑 --contact 李明 --phone 0574-1 --fax 0574-2 --terms 月结30天",
      "customer add 华光 --address 苏州 --contact 陈 --phone 1 --fax 2 --terms 现结 --class 意向 --source 展会 --next 3/9",
    ], part: .admin)

  @Argument var words: [String] = []
  @Option var address: String?
  @Option var contact: String?
  @Option var phone: String?
  @Option var fax: String?
  @Option var terms: String?
  @Option var `class`: String?
  @Option var type: String?
  @Option var region: String?
  @Option var principal: String?
  @Option var grade: String?
  @Option var source: String?
  @Option var next: String?
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
        (.name, words.joined(separator: " ")), (.address, address), (.contact, contact), (.phone, phone),
        (.fax, fax),
        (.terms, terms), (.class, `class`), (.type, type), (.principal, principal), (.source, source),
        (.grade, grade),
        (.region, region), (.currency, currency), (.clerk, clerk), (.under, under), (.over, over),
        (.dateMeaning, dateMeaning), (.transit, transit), (.note, note),
      ]
      var entry = CustomerEntry()
      for (word, text) in typed {
        if let text { try entry.put(word, text, in: writing) }
      }
      let filled = entry.fields.filter { !$0.value.isEmpty }
      let namesakes = try filled[.name].map { try Customer.codes(of: $0, in: writing.db) } ?? []
      let customer = try writing.addCustomer(code: code.filled, filled, entry.terms)
      var line =
        Text("customer ", "已登记客户 ", "已登記客戶 ") + "\(customer.code) \(customer.name)"
        + Text(" registered", "", "")
      if let next {
        // A prospect's first step is a talk to come: from then on its talks say what follows.
        var first = NewContact(.note, with: customer, source.filled ?? customer.name)
        first.nextOn = try desk.day(next, .plan, in: writing)
        let contact = try writing.log(first)
        if let day = contact.nextOn {
          line = line + Text(", next ", ", 下次联络 ", ", 下次聯絡 ") + (try desk.dateWords(writing).echo(day))
        }
      }
      answer.echo = [line]
      answer.warnings = namesakes.prefix(1).map { .namesake($0, try: "gendan customer show \($0)") }
      answer.warnings += Complaint.unread(terms: terms)
      answer.extra = [.init("code", .string(customer.code))]
    }
  }
}
