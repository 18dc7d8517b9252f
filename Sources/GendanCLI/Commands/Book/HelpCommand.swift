import ArgumentParser
import Gendan
import GendanOutput

/// Shows the overview, a command's page, or a topic.
struct HelpCommand: BookCommand {
  static let sheet = CommandSheet(
    id: "help", word: "help", chinese: ["帮助", "說明"],
    about: Text("this page, a command's, or a topic's", "看这一页, 某个命令或专题", "看這一頁, 某個命令或專題"),
    usage: "[COMMAND | TOPIC]", examples: ["help", "help undo", "help dates"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let topic = words.isEmpty ? nil : words.joined(separator: " ")
    let text = try HelpPage.text(topic, desk.language)
    var answer = Answer()
    answer.verbatim = text
    if try Presentation(desk).format() == .json {
      answer.verbatim =
        JSON.object([
          .init("schema", .string("gendan.help/1")), .init("topic", topic.map { .string($0) } ?? .null),
          .init("text", .string(text)), .init("commands", .array(GendanCommand.sheets.map(Self.json))),
          .init("reminders", ReminderList.listing(Settings(), desk.language).table(ReminderList.all).json),
        ]).text + "\n"
    }
    return answer
  }

  private static func json(_ sheet: CommandSheet) -> JSON {
    .object([
      .init("id", .string(sheet.id)), .init("words", .array(sheet.words.map { .string($0) })),
      .init("about", .string(sheet.about.english)), .init("usage", .string(sheet.usage)),
      .init("examples", .array(sheet.examples.map { .string("gendan " + $0) })),
    ])
  }
}
