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
  /// The option that the line needs, and its usage does not say so: who sits at a terminal is asked for it.
  var asks: String?
  /// How the words of the typed line are put right; it answers nil where they are not as it expects.
  var mend: (@Sendable ([String]) -> [String]?)?

  init(_ code: ExitCode, _ what: Text, facts: [Text] = [], try tries: String...) {
    self.init(code, what, facts: facts, tries: tries)
  }

  init(_ code: ExitCode, _ what: Text, facts: [Text] = [], tries: [String]) {
    self.code = code
    self.what = what
    self.facts = facts
    self.tries = tries
  }

  /// The lines for stderr; what people or files gave cannot steer a terminal. At a terminal a list that is longer than
  /// it is wide goes on in the next line; a command to be pasted stays whole.
  func lines(_ language: Language, on terminal: Terminal? = nil) -> [String] {
    let label = Text("try: ", "试试: ", "試試: ")[language]
    var lines = ["gendan: " + what[language].printable]
    lines += facts.prefix(most).map { "  " + $0[language].printable }
    if let terminal { lines = lines.flatMap(TextLayout(width: terminal.width).lines) }
    for (index, command) in tries.prefix(2).enumerated() {
      let indent = index == 0 ? label : String(repeating: " ", count: CellWidth.of(label))
      lines.append("  " + indent + OfferedLine.text(command, language).printable)
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
