import ArgumentParser
import Gendan
import GendanOutput

/// Says what the program finds around it, and brings an older book up to date.
struct BookDoctor: BookCommand {
  static let sheet = CommandSheet(
    id: "book.doctor", word: "doctor", chinese: ["诊断", "診斷"],
    about: Text("what the program finds around it", "程序、账本和环境的情况", "程式、帳本和環境的情況"),
    usage: "[--upgrade]", examples: ["doctor", "doctor --upgrade"], part: .admin)

  @Flag var upgrade = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    if upgrade { return try upgraded(at: desk) }
    var diagnosis = Diagnosis(desk)
    diagnosis.run()
    var answer = Answer()
    answer.exit = diagnosis.troubles.first?.code ?? .ok
    let format = try Presentation(desk).format()
    if format == .json || format == .ndjson {
      answer.verbatim = diagnosis.json + "\n"
    } else {
      answer.document = diagnosis.document
      answer.warnings = diagnosis.troubles
    }
    return answer
  }

  /// Opens the place by itself, for a desk refuses an older book.
  private func upgraded(at desk: Desk) throws -> Answer {
    let database = try Place(desk.place).open(wait: desk.wait)
    let found = try database.read { try Schema.version(of: $0) }
    if found > Schema.version { throw DatabaseError.newer(found: found, known: Schema.version) }
    guard found < Schema.version else {
      return Answer([
        Text(
          "the book is up to date: version \(found)", "账本已是最新: 第 \(found) 版", "帳本已是最新: 第 \(found) 版")
      ])
    }
    let doing = Text(
      "the book goes from version \(found) to \(Schema.version)",
      "账本从第 \(found) 版升到第 \(Schema.version) 版", "帳本從第 \(found) 版升到第 \(Schema.version) 版")
    try desk.confirm(doing)
    if desk.options.dryRun { return Answer([doing]) }
    var answer = Answer([doing])
    if database.engine == .sqlite {
      let aside = BookRestore.aside(desk.place, "upgrade", desk.stamp(zone: ""))
      _ = try BookCopy.write(database, to: aside, at: desk)
      answer.echo.append(Text("the book before: \(aside)", "原来的账本: \(aside)", "原來的帳本: \(aside)"))
    }
    let entry = EventEntry(command: Self.sheet.id, line: desk.line, reason: desk.options.reason)
    try Schema.upgrade(database, entry, by: desk.actor, at: desk.surroundings.now)
    return answer
  }
}
