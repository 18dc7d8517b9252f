import ArgumentParser
import Gendan
import GendanOutput

/// Only what waits for one person: signatures, and what rules, questions and notices ask of them or their
/// department.
struct OrderInbox: BookCommand {
  static let sheet = CommandSheet(
    id: "order.inbox", word: "inbox", short: "in", chinese: ["待办", "待辦"],
    about: Text("what waits for me", "只等我办的事", "只等我辦的事"), usage: "[--for CLERK]",
    examples: ["inbox", "inbox --for lijia"], part: .morning, repaints: true)

  @Option(name: .customLong("for")) var clerk: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let login = try User.named(clerk ?? desk.actor.login, in: reading.db).login
      let member = try Member.named(login, in: reading.db)
      let unsigned = try UnsignedDocuments(of: login, in: reading)
      var tasks = try Reminder.tasks(ReminderScope(day: reading.today, clerk: login), in: reading)
      if let department = member.department {
        let asked = try Reminder.tasks(
          ReminderScope(day: reading.today, department: department), in: reading)
        tasks += asked.filter { !tasks.contains($0) }
      }
      let dates = try desk.dateWords(reading)
      var blocks: [Document.Block] = [
        .line(
          desk.say(
            dates.heading(reading.today) + "    \(member.user.name)    "
              + Text(
                "\(unsigned.lines.count) to sign   \(tasks.count) to do",
                "待签 \(unsigned.lines.count)   待办 \(tasks.count)",
                "待簽 \(unsigned.lines.count)   待辦 \(tasks.count)")),
          .strong)
      ]
      func section(_ title: Text, _ table: Table) {
        if !table.rows.isEmpty { blocks += [.blank, .line(desk.say(title), .strong)] }
        if !table.rows.isEmpty || desk.options.json != nil { blocks.append(.table(table)) }
      }
      var signing = unsigned.table(desk)
      signing.indent = 1
      section(Text("To sign: gendan sign NO", "待签: gendan sign 单号", "待簽: gendan sign 單號"), signing)
      section(
        Text("To do", "待办", "待辦"),
        TaskTable(language: desk.language, dates: dates, reading: reading).table(
          tasks, numberedFrom: unsigned.lines.count + 1))
      var answer = Answer("inbox", Document(blocks))
      answer.columns = [
        "row", "no", "customer", "what", "about", "text", "next", "waiting", "day",
      ]
      answer.rows = unsigned.lines.map(\.document.no) + tasks.map(\.no)
      answer.title = Self.sheet.about
      return answer
    }
  }
}
