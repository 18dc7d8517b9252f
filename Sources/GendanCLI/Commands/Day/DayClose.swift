import ArgumentParser
import Gendan
import GendanOutput

/// Ends a day: shows what was done of it and what is left, and closes it. What lies on it is entered with a reason
/// from then on.
struct DayClose: BookCommand {
  static let sheet = CommandSheet(
    id: "day.close", word: "eod", chinese: ["日结", "日結"],
    about: Text("end the day: what is left, then close it", "日结: 看未办, 然后结日", "日結: 看未辦, 然後結日"),
    usage: "[DATE] [--all]",
    examples: ["eod", "eod -o 日报.pdf", "eod --all", "eod yesterday"], part: .evening)

  @Argument var words: [String] = []
  @Flag var all = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    var page: Answer?
    // For everybody the day is closed by who may change what has been.
    let written = try desk.write(right: all ? .supervise : nil) { writing, answer in
      let day =
        try words.isEmpty ? writing.today : desk.day(words.joined(separator: " "), .fact, in: writing)
      if day == writing.today {
        page = try DayWrapPage(desk, writing).answer(
          try desk.whose(nil, all: all, in: writing), isWhole: true)
        let plan = try all ? nil : DayPlan.today(of: writing.user, in: writing)
        if let plan { answer.echo.append(plan.words) }
      }
      do {
        try writing.close(day, forAll: all)
      } catch let error as BookError where page != nil {
        // The page of the day is there without closing it once more.
        var complaint = Complaint.of(error)
        complaint.tries.insert("gendan today --wrap", at: 0)
        throw complaint
      }
      let dates = try desk.dateWords(writing)
      let whom = all ? Text(" for all", ", 所有人", ", 所有人") : Text("", "", "")
      answer.echo.append(Text("closed: ", "已日结: ", "已日結: ") + dates.full(day) + whom)
    }
    return page?.of(written) ?? written
  }
}
