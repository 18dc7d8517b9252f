import ArgumentParser
import Gendan

/// Takes back what the book decided of one day: the week and the built-in holidays hold again.
struct CalendarClear: BookCommand {
  static let sheet = CommandSheet(
    id: "calendar.clear", word: "clear", chinese: ["清除"],
    about: Text("forget what was said of a day", "取消对某天的规定", "取消對某天的規定"),
    usage: "DAY", examples: ["calendar clear 2026-05-06"], part: .admin, right: .supervise)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let text = try words.name(Text("a day", "日期", "日期"), try: "gendan calendar clear 2026-05-06")
    return try desk.write { writing, answer in
      let day = try desk.day(text, .view, in: writing)
      let was = try writing.clearDay(day)
      answer.echo = [
        try desk.dateWords(writing).full(day) + ": "
          + (was
            ? Text("as the week and the holidays say", "按每周和节假日算", "按每週和節假日算")
            : Text("nothing was said of it", "没有另外规定", "沒有另外規定"))
      ]
    }
  }
}
