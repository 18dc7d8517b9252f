import ArgumentParser
import Gendan

/// Warns the workshop about a production order: a notice that is to be acknowledged.
struct WorkWarn: BookCommand {
  static let sheet = CommandSheet(
    id: "work.warn", word: "warn", chinese: ["警告"],
    about: Text("warn the workshop", "警告车间", "警告車間"), usage: "MO TEXT… [--dept D]",
    examples: ["work warn MO2603-0001 尺寸偏下限 --dept 机加车间"], part: .supervisor, right: .supervise)

  @Argument var words: [String] = []
  @Option var dept: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let production = try desk.production(&words, in: writing)
      let text = try words.name(
        Text("what the workshop is warned of", "警告什么", "警告什麼"),
        try: "gendan work warn \(production.no) TEXT")
      let told = try writing.warn(production, text, department: dept.filled)
      answer.echo = [
        Text(verbatim: "\(production.no): ") + Text("warned ", "已警告 ", "已警告 ")
          + told.joined(separator: ", ") + ": \(text)"
      ]
      answer.touched = production.orderNo.map { [$0] } ?? []
    }
  }
}
