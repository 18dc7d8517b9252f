import ArgumentParser
import Gendan

/// Says of one day that it is worked, or not.
struct CalendarSet: BookCommand {
  static let sheet = CommandSheet(
    id: "calendar.set", word: "set", chinese: ["改"],
    about: Text("say whether a day is worked", "定某天上班或休息", "定某天上班或休息"),
    usage: "DAY work|rest [--name TEXT]",
    examples: ["calendar set 2026-05-06 rest --name 厂庆", "calendar set 5/9 work"], part: .admin,
    right: .supervise)

  @Argument var words: [String] = []
  @Option var name: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count > 1, let word = words.last else {
      throw Complaint.missing(
        Text("a day, and work or rest", "日期, 以及上班或休息", "日期, 以及上班或休息"),
        try: "gendan calendar set 2026-05-06 rest")
    }
    let mark = try DayMark(spelled: word) ?? Spelling.read(word, as: Text("kind of day", "日子", "日子"))
    return try desk.write { writing, answer in
      let day = try desk.day(words.dropLast().joined(separator: " "), .view, in: writing)
      _ = try writing.adopt(CalendarFact(day: day, isWorking: mark == .work, name: name))
      answer.echo = [
        try desk.dateWords(writing).full(day) + ": "
          + Text(
            mark == .work ? "a working day" : "a rest day", mark.words.simplified, mark.words.traditional)
          + (name.map { " " + $0 } ?? "")
      ]
    }
  }
}
