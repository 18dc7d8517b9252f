import ArgumentParser
import Gendan

/// Notes that a resource stands still; `affects` says which promises that breaks.
struct ResourceStop: BookCommand {
  static let sheet = CommandSheet(
    id: "resource.stop", word: "stop", chinese: ["停机", "停機"],
    about: Text("note that a resource stands still", "登记停机", "登記停機"),
    usage: "CODE --reason TEXT [--on DATE] [--until DATE]",
    examples: ["resource stop CNC1 --reason 主轴故障 --until +2wd"], part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var on: String?
  @Option var until: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let name = try words.name(Noun.resource.words, try: "gendan resource list")
    let reason = try global.why(try: "gendan resource stop \(name) --reason TEXT")
    return try desk.write(reason: reason) { writing, answer in
      let resource = try Resource.named(name, in: writing.db)
      let from = try on.map { try desk.day($0, .plan, in: writing) } ?? writing.today
      let last = try until.map { try desk.day($0, .plan, in: writing) }
      if let last, last < from { throw BookError.outOfTurn(no: resource.code, last, after: from) }
      try writing.stop(resource, reason: reason, from: from, until: last)
      let dates = try desk.dateWords(writing)
      answer.echo = [
        Text(verbatim: "\(resource.code) \(resource.name): ")
          + Text("stands still from ", "停机, 从 ", "停機, 從 ") + dates.short(from)
          + (last.map { Text(" to ", " 到 ", " 到 ") + dates.short($0) } ?? Text("", " 起", " 起"))
          + ", \(reason)"
      ]
    }
  }
}

/// Notes that a resource goes on.
struct ResourceRestart: BookCommand {
  static let sheet = CommandSheet(
    id: "resource.restart", word: "restart", chinese: ["复机", "復機"],
    about: Text("note that a resource goes on", "登记恢复开机", "登記恢復開機"), usage: "CODE [--on DATE]",
    examples: ["resource restart CNC1"], part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let name = try words.name(Noun.resource.words, try: "gendan resource list")
    return try desk.write { writing, answer in
      let resource = try Resource.named(name, in: writing.db)
      let day = try desk.factDay(on, in: writing) ?? writing.today
      try writing.restart(resource, on: day)
      answer.echo = [
        Text(verbatim: "\(resource.code) \(resource.name): ")
          + Text("goes on from ", "恢复, 从 ", "恢復, 從 ") + (try desk.dateWords(writing)).short(day)
      ]
    }
  }
}
