import Gendan

/// Lines that are done one after the other at one desk, over one open database.
struct Session {
  private let desk: Desk
  private let program: Program

  /// At a desk; with `isRehearsal` all of it is taken back in the end. Only where somebody sits there may a line last.
  init(
    _ desk: Desk, isRehearsal: Bool = false, mayLast: Bool = false, send: (([UInt8]) throws -> Void)? = nil
  ) throws {
    self.desk = desk
    var surroundings = desk.surroundings
    if !mayLast { surroundings.pause = { _ in false } }
    if let send { surroundings.send = send }
    program = Program(
      surroundings: surroundings,
      shared: SharedDatabase(
        place: desk.place, database: try desk.book().database, isRehearsal: isRehearsal))
  }

  /// The commands that are no line of another: they replace the book, or read the same lines.
  private static let alone: Set<String> = [
    "batch", "shell", "book.init", "book.demo", "book.restore", "step.scan",
  ]

  /// Does one line; throws why not.
  func perform(_ words: [String]) throws -> ExitCode {
    if case .run(let id, _) = try program.request(words),
      Self.alone.contains(id)
    {
      throw Complaint(
        .usage,
        Text(
          "\"\(words.first ?? "")\" is not done among other lines", "\"\(words.first ?? "")\" 不能放在别的命令里执行",
          "\"\(words.first ?? "")\" 不能放在別的命令裡執行"), try: "gendan \(words.joined(separator: " "))")
    }
    return try program.perform(words + inherited(words))
  }

  /// Says why a line was not done.
  func report(_ error: any Error, of words: [String]) {
    _ = program.report(Complaint.of(error), of: words + inherited(words))
  }

  /// What was said of the whole session and the line does not say otherwise.
  private func inherited(_ words: [String]) -> [String] {
    let options = desk.options
    let said: [(String, String?)] = [
      ("--db", options.db), ("--config", options.config), ("--as", options.as), ("--today", options.today),
      ("--lang", options.lang), ("--wait", options.wait), ("--width", options.width),
      ("--color", options.color),
      ("--reason", options.reason),
    ]
    let values = said.flatMap { name, value in
      GlobalOptions.word(name, in: words) == nil ? value.map { [name, $0] } ?? [] : []
    }
    let flags = [
      ("--no-config", options.noConfig), ("--yes", options.yes), ("--no-input", options.noInput),
      ("--dry-run", options.dryRun),
    ]
    return values + flags.filter { $0.1 && !words.contains($0.0) }.map(\.0)
  }
}
