import ArgumentParser
import Gendan
import GendanOutput

/// The most urgent things, each with the line that settles it.
struct OrderNext: BookCommand {
  static let sheet = CommandSheet(
    id: "order.next", word: "next", short: "n", chinese: ["下一件"],
    about: Text("what to do next, and how", "接下来办什么, 怎么办", "接下來辦什麼, 怎麼辦"),
    usage: "[N] [--why] [--all | --for CLERK]", examples: ["next", "next 3 --why"], part: .morning,
    repaints: true)

  @Argument var words: [String] = []
  @Flag var why = false
  @Flag var all = false
  @Option(name: .customLong("for")) var clerk: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let count = try words.first.map(Self.count) ?? desk.limit() ?? 5
    return try desk.read { reading in
      let user = try desk.whose(clerk, all: all, in: reading)
      let report = try DayReport.read(clerk: user?.login, limit: count, in: reading)
      let actions = try UrgentAction.all(of: report, in: reading)
      let shown = Array(actions.prefix(count))
      var table = Self.listing(desk.language, try desk.dateWords(reading)).numbered(shown)
      table.indent = 1
      table.showsHeader = false
      let nothing = Text("nothing to do", "没有要办的事", "沒有要辦的事")
      var blocks: [Document.Block] = shown.isEmpty ? [.line(desk.say(nothing))] : [.table(table)]
      if actions.count > shown.count {
        let left = actions.count - shown.count
        blocks.append(
          .line(
            desk.say(
              Text(
                "    \(left) more: gendan today", "    还有 \(left) 件: gendan today",
                "    還有 \(left) 件: gendan today")),
            .faint))
      }
      var answer = Answer("next", Document(blocks))
      answer.columns = ["row", "no", "customer", "what", "due", "command"] + (why ? ["why"] : [])
      answer.rows = shown.map(\.no)
      answer.title = Self.sheet.about
      return answer
    }
  }

  private static func count(_ text: String) throws -> Int {
    guard let count = Int(folded(text)), 1...200 ~= count else {
      throw Complaint(
        .usage, Text("\"\(text)\" is no number of rows", "\"\(text)\" 不是件数", "\"\(text)\" 不是件數"),
        try: "gendan next 5")
    }
    return count
  }

  private static func listing(_ language: Language, _ dates: DateWords) -> Listing<UrgentAction> {
    Listing(
      id: "next", language: language,
      fields: [
        .init("no", OrderField.no.words) { Cell($0.no, style: .strong) },
        .init("customer", OrderField.customer.words, priority: 2, shrinks: true) {
          Cell($0.customer)
        },
        .init("what", Text("What", "事项", "事項"), priority: 1, shrinks: true) {
          Cell($0.what[language])
        },
        .init("due", OrderField.due.words, priority: 1) { action in
          Cell(
            action.dueOn.map(dates.short) ?? "", value: action.dueOn.map { .string($0.description) } ?? .null,
            style: action.grade == .overdue ? .overdue : action.grade == .today ? .attention : nil)
        },
        .init("command", Text("Command", "命令", "命令")) {
          Cell(
            "gendan \(OfferedLine.text($0.command, language))",
            value: .string("gendan \($0.command)"))
        },
        .init("why", Text("Why", "为什么", "為什麼")) {
          Cell($0.grade.words[language], code: "\($0.grade)")
        },
      ])
  }
}
