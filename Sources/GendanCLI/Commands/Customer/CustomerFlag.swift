import ArgumentParser
import Gendan

/// Puts an important customer before the department at once: whoever leads finds it in today's list until
/// the department has talked about it.
struct CustomerFlag: BookCommand {
  static let sheet = CommandSheet(
    id: "customer.flag", word: "flag", chinese: ["提出"],
    about: Text("put an important customer before the department", "重点客户提请部门讨论", "重點客戶提請部門討論"),
    usage: "NAME --reason TEXT", examples: ["customer flag C-0031 --reason \"年需求 50 万件\""], part: .follow)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let name = try words.name(Noun.customer.words, try: "gendan customer flag C-0031 --reason TEXT")
    let reason = try global.why(
      Text("say why it is important", "请写为什么重要", "請寫為什麼重要"),
      try: "gendan customer flag \(name) --reason TEXT")
    return try desk.write(reason: reason) { writing, answer in
      let customer = try Customer.named(name, in: writing.db)
      _ = try writing.log(NewContact(.flag, with: customer, reason))
      answer.echo = [
        Text(verbatim: "\(customer.code) \(customer.name): ")
          + Text("to be discussed: ", "提请部门讨论: ", "提請部門討論: ") + reason
      ]
    }
  }
}
