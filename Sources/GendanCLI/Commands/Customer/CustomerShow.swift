import ArgumentParser
import Gendan
import GendanOutput

/// Everything about one customer, with the newest talks.
struct CustomerShow: BookCommand {
  static let sheet = CommandSheet(
    id: "customer.show", word: "show", chinese: ["看"],
    about: Text("show a customer", "看一个客户", "看一個客戶"),
    usage: "NAME", examples: ["customer show C-0001", "customer show 宏达"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let name = try words.name(Noun.customer.words, try: "gendan customer show C-0001")
    return try desk.read { reading in
      let customer = try Customer.named(name, in: reading.db)
      let talks = try Contact.with(customer.id, in: reading.db)
      let listing = Contact.listing(try desk.dateWords(reading), desk.language)
      var document = Customer.listing(desk.language).card(
        customer, with: [.init("contacts", listing.table(talks).json)])
      document.records = document.tables.first
      if !talks.isEmpty {
        let newest = listing.table(Array(talks.prefix(5)))
        document.blocks += [
          .blank, .line(desk.say(ContactCommand.about), .strong),
          .table(newest.selecting(["no", "on", "kind", "who", "text", "result", "next"])),
        ]
      }
      return Answer("customer", document)
    }
  }
}
