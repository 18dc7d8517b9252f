import Gendan
import GendanOutput

/// Why a command did nothing: what happened with the user's own words quoted, at most three facts,
/// and what to type instead.
struct Complaint: Error, Sendable {
  let code: ExitCode
  var what: Text
  var facts: [Text] = []
  /// Commands that can be pasted.
  var tries: [String] = []
  /// The rules that refused, where rules did.
  var gates: [GateID] = []
  /// How many facts are told to people; machines are told all.
  var most = 3
  /// A word of the line that names nothing, or several things, and what may be meant by it, the likeliest first.
  var meant: (word: String, names: [String]) = ("", [])

  /// What the typed line lacks to be right, one way or another.
  var lacking: [String] = []

  init(_ code: ExitCode, _ what: Text, facts: [Text] = [], try tries: String...) {
    self.init(code, what, facts: facts, tries: tries)
  }

  init(_ code: ExitCode, _ what: Text, facts: [Text] = [], tries: [String]) {
    self.code = code
    self.what = what
    self.facts = facts
    self.tries = tries
  }

  /// The same, with the line typed once more as it may be meant first among what to type instead, all of it in the
  /// book of the typed line. Who acts is not said: what is offered may be another's to do.
  func completed(by arguments: [String]) -> Complaint {
    var complaint = retyped(by: arguments)
    let book = GlobalOptions.word("--db", in: arguments).map { [LineWords.joined(["--db", $0])] } ?? []
    let rehearsed = ["-n", "--dry-run"].filter(arguments.contains)
    complaint.tries = complaint.tries.map { line in
      guard line.hasPrefix("gendan "), !line.hasPrefix("gendan help") else { return line }
      let isSame = arguments.contains { line.hasPrefix("gendan \($0) ") }
      let missing = (book + (isSame ? rehearsed : [])).filter { !line.contains(" " + $0) }
      return ([line] + missing).joined(separator: " ")
    }
    return complaint
  }

  private func retyped(by arguments: [String]) -> Complaint {
    if !lacking.isEmpty {
      var complaint = self
      complaint.tries = lacking.map { "gendan " + LineWords.joined(arguments) + " " + $0 }
      complaint.lacking = []
      return complaint
    }
    guard !meant.names.isEmpty else { return self }
    // The word alone, a field before its value, or a name behind its field.
    let frames = arguments.map { argument -> (before: Substring, after: Substring)? in
      let head = argument.prefix { !"=:＝：".contains($0) }
      let value = argument[head.endIndex...].dropFirst()
      if argument == meant.word { return ("", "") }
      if head == meant.word { return ("", argument[head.endIndex...]) }
      return code == .notFound && value == meant.word ? (argument[..<value.startIndex], "") : nil
    }
    guard let place = frames.firstIndex(where: { $0 != nil }), let frame = frames[place] else { return self }
    var complaint = self
    let lines = meant.names.prefix(2).map { name in
      // All of it: without its --db the line would act on another book.
      "gendan "
        + LineWords.joined(
          arguments[..<place] + [frame.before + name + frame.after] + arguments[(place + 1)...])
    }
    complaint.tries = lines + (code == .ambiguous ? [] : tries)
    return complaint
  }

  /// The lines for stderr; what people or files gave cannot steer a terminal.
  func lines(_ language: Language) -> [String] {
    let label = Text("try: ", "试试: ", "試試: ")[language]
    var lines = ["gendan: " + what[language].printable]
    lines += facts.prefix(most).map { "  " + $0[language].printable }
    for (index, command) in tries.prefix(2).enumerated() {
      let indent = index == 0 ? label : String(repeating: " ", count: CellWidth.of(label))
      lines.append("  " + indent + command.printable)
    }
    return lines
  }

  /// The one object that `--json` writes to stderr.
  func json(_ language: Language) -> JSON {
    .object([
      JSON.Member(
        "error",
        .object([
          .init("code", .integer(Int64(code.rawValue))), .init("id", .string(code.id)),
          .init("message", .string(what[language])),
          .init("facts", .array(facts.map { .string($0[language]) })),
          .init("try", .array(tries.map { .string($0) })),
          .init("gates", .array(gates.map { .string($0.rawValue) })),
        ]))
    ])
  }
}
