import ArgumentParser
import Gendan
import GendanOutput

/// Everything about one customer.
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
      Answer("customer", Customer.listing(desk.language).card(try Customer.named(name, in: reading.db)))
    }
  }
}
