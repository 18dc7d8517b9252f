import ArgumentParser
import Gendan
import GendanOutput

/// `day`: what was done on a day, and whether it is closed.
struct DayCommand: NounCommand {
  static let word = "day"
  static let chinese = ["日"]
  static let about = Text("a day's work, and its end", "某天的事和日结", "某天的事和日結")
  static let verbs: [any BookCommand.Type] = [DayShow.self, DayReopen.self]
}

/// What was entered on a day, and who has closed it.
struct DayShow: BookCommand {
  static let sheet = CommandSheet(
    id: "day.show", word: "show", chinese: ["看"],
    about: Text("what was done on a day, and who closed it", "某天办了什么, 谁日结了", "某天辦了什麼, 誰日結了"),
    usage: "[DATE] [--all]", examples: ["day show", "day show yesterday --all"], part: .evening)

  @Argument var words: [String] = []
  @Flag var all = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let day = try words.isEmpty ? reading.today : desk.day(words.joined(separator: " "), .fact, in: reading)
      let user = try desk.whose(nil, all: all, in: reading)
      let dates = try desk.dateWords(reading)
      var page = try ReportPage(
        "day", Text("The day  ", "当日  ", "當日  ") + dates.full(day) + (user?.name ?? "").spaced, at: desk)
      let closings = try ClosedDay.all(day, in: reading.db)
      page.section(Text("Closed", "日结", "日結"), Self.closings(desk, reading).table(closings))
      page.section(
        Text("Done", "已办", "已辦"),
        try DayWrapPage.done(try DayWrap.done(on: day, by: user?.login, in: reading), desk))
      if page.count == 0 {
        page.line(Text("nothing was done, nobody has closed it", "没有记录, 也没有日结", "沒有記錄, 也沒有日結"))
      }
      page.extra = [.init("day", .string(day.description))]
      return page.answer(columns: ["by", "at", "for", "subject", "customer", "lines"])
    }
  }

  private static func closings(_ desk: Desk, _ reading: Reading) -> Listing<ClosedDay> {
    let language = desk.language
    return Listing(
      id: "closings", language: language,
      fields: [
        .init("by", Text("By", "经手", "經手")) { Cell($0.by) },
        .init("at", Text("At", "时间", "時間")) { closing in
          let local = closing.at.adding(seconds: Int64(reading.utcOffset)).description
          return Cell(
            String(local.prefix(16)).replacing("T", with: " "), value: .string(closing.at.description))
        },
        .init("for", Text("For", "范围", "範圍")) { closing in
          let words = closing.isForAll ? Text("all", "所有人", "所有人") : Text("own", "本人", "本人")
          return Cell(words[language], code: words.english)
        },
      ])
  }
}

/// Opens a day again that was closed: what lies on it is entered as on any other.
struct DayReopen: BookCommand {
  static let sheet = CommandSheet(
    id: "day.reopen", word: "reopen", chinese: ["重开", "重開"],
    about: Text("open a closed day again", "重开已日结的一天", "重開已日結的一天"), usage: "[DATE] [--all] --reason TEXT",
    examples: ["day reopen --reason 漏报", "day reopen yesterday --all --reason 漏报"], part: .evening)

  @Argument var words: [String] = []
  @Flag var all = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let reason = try global.why(try: "gendan day reopen --reason TEXT")
    return try desk.write(reason: reason, right: all ? .supervise : nil) { writing, answer in
      let day = try words.isEmpty ? writing.today : desk.day(words.joined(separator: " "), .fact, in: writing)
      try writing.reopen(day, forAll: all)
      answer.echo = [Text("open again: ", "已重开: ", "已重開: ") + (try desk.dateWords(writing).full(day))]
    }
  }
}
