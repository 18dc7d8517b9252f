import ArgumentParser
import Gendan

/// Makes a new, empty book.
struct BookInit: BookCommand {
  static let sheet = CommandSheet(
    id: "book.init", word: "init", chinese: ["建账", "建帳"],
    about: Text("make a new, empty book", "新建一本空账", "新建一本空帳"),
    usage: "[--flow simple|trading|factory] [--lang L] [--currency CUR] [--zone ZONE]",
    examples: ["init", "init --flow factory --lang zh-Hans --currency CNY --zone Asia/Shanghai"], part: .admin
  )

  @Option var flow: String?
  @Option var currency: String?
  @Option var zone: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    var decided: [(setting: Setting, value: String)] = []
    let flow: Flow? = try self.flow.map { try Spelling.read($0, as: Setting.flow.words) }
    if let currency { decided.append((.currency, currency.uppercased())) }
    if let zone { decided.append((.zone, zone)) }
    for (setting, value) in decided where !setting.accepts(value) {
      throw BookError.badSetting(setting, value)
    }
    if let zone { try desk.verify(zone: zone) }
    guard Place(desk.place).isServer || !FileSystem.exists(desk.place) else {
      throw Complaint(
        .cannotCreate,
        Text(
          "there is something at \"\(desk.place)\" already", "\"\(desk.place)\" 已经有了",
          "\"\(desk.place)\" 已經有了"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "gendan doctor", "gendan --db FILE init")
    }
    var answer = Answer()
    if !desk.options.dryRun {
      let book = try desk.makeBook()
      answer = try desk.write { writing, _ in
        if let flow { try writing.decide(flow) }
        for (setting, value) in decided { try writing.decide(setting, value) }
        if desk.options.lang != nil { try writing.speak(desk.language.rawValue) }
        writing.entry.subject = book.actor.login
      }
      answer.isWrite = false
    }
    answer.echo = [
      Text("new book: \(desk.place)", "新账本: \(desk.place)", "新帳本: \(desk.place)"),
      Text("you: \(desk.actor.login), ", "你: \(desk.actor.login), ", "你: \(desk.actor.login), ")
        + Role.admin.words,
      Text(
        "next: gendan customer add, gendan import FILE, or gendan help",
        "下一步: gendan customer add, gendan import 文件, 或 gendan help",
        "下一步: gendan customer add, gendan import 檔案, 或 gendan help"),
    ]
    return answer
  }
}
