import ArgumentParser
import Gendan

/// Prints a report, the tracking sheet unless another, or a saved one, is named; with `-o` it goes into a file instead.
struct ReportPrint: BookCommand {
  static let sheet = CommandSheet(
    id: "report.print", word: "print", chinese: ["打印", "列印"],
    about: Text("print a report", "打印报表", "列印報表"),
    usage: "[REPORT] [FILTER…] [OPTIONS] [--printer NAME] [--copies N]",
    examples: [
      "print", "print overdue --by dept --copies 2", "print 周报", "print tracking --by customer -o 跟踪表.xlsx",
    ],
    part: .evening)

  @Argument(parsing: .allUnrecognized) var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let typed = Array(desk.typed.dropFirst())
    let (name, rest) = try words.isEmpty ? (ReportTracking.sheet.word, typed) : ReportName.take(typed)
    let isPlaced = global.output != nil || global.print != nil
    let words = rest + (isPlaced ? [] : ["--print=*"])
    if let saved = try desk.read({ try SavedReport.all(in: $0.db) }).first(where: { $0.name == name }) {
      return try desk.answer(of: saved, with: words)
    }
    guard ReportName.isKnown(name) else { throw try desk.read { try ReportName.unknown(name, in: $0) } }
    let report = try ReportName.base([name] + words)
    return try desk.answer(of: ReportName.command(report.id, report.words))
  }
}
