import Gendan
import Glibc

@testable import GendanCLI
@testable import GendanTestSupport

/// A document that runs: Markdown in which a block such as
///
///     ```console lang=zh-Hans today=2026-03-16T08:05 width=80 user=lijia
///     $ gendan list is:overdue
///     …what comes, standard error after standard output…
///     [exit 8]
///     ```
///
/// holds lines and what they give. A `file NAME` block before it is a file of that name, an `input` block what
/// stands on standard input for its lines. All blocks share one book, in their order; a `setup` block begins
/// a new one: `shop`, `demo`, or `none` for a place where no book is yet, which is how a document begins.
struct ScenarioDocument {
  /// A line whose output is not what the document says.
  struct Mismatch: CustomStringConvertible {
    let place: String
    let command: String
    let expected: [String]
    let got: [String]

    var description: String {
      "\(place): $ \(command)\n" + expected.map { "  - \($0)\n" }.joined()
        + got.map { "  + \($0)\n" }.joined()
    }
  }

  /// One run of a document: its lines with what came, and where that differs.
  struct Run {
    var lines: [String] = []
    var mismatches: [Mismatch] = []
  }

  let path: String
  private let lines: [String]
  private var name: String { FileSystem.name(of: path) }

  init(_ path: String) throws {
    self.path = path
    lines = String(decoding: try TextFile.read(path).bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The repository's top folder.
  static let root = FileSystem.folder(
    of: FileSystem.folder(of: FileSystem.folder(of: FileSystem.folder(of: #filePath))))

  /// Every scenario, and README.md.
  static var paths: [String] {
    let folder = root + "/Tests/Scenarios"
    let all = FileSystem.names(in: folder).map { "\(folder)/\($0)" } + [root + "/README.md"]
    return all.filter { $0.hasSuffix(".md") && FileSystem.exists($0) }
  }

  /// Whether documents are rewritten with what came instead of compared.
  static var isWriting: Bool { getenv("GENDAN_SCENARIOS").map { String(cString: $0) } == "write" }

  /// The lines that its complaints tell to try: those from `try:` to the exit code.
  var tries: [String] {
    var tries: [String] = []
    var isTry = false
    for line in lines {
      if let label = ["  try: ", "  试试: ", "  試試: "].first(where: { line.hasPrefix($0) }) {
        isTry = true
        tries.append(String(line.dropFirst(label.count)))
      } else if isTry && line.hasPrefix("  ") {
        tries.append(String(line.trimmed))
      } else {
        isTry = false
      }
    }
    return tries
  }

  func save(_ run: Run) throws {
    try FileSystem.write(Array(run.lines.joined(separator: "\n").utf8), to: path, replacing: true)
  }

  /// Runs all blocks.
  func run() throws -> Run {
    var run = Run()
    var desk = try ScenarioDesk("none")
    var input: [String] = []
    var index = 0
    while index < lines.count {
      let opening = lines[index]
      run.lines.append(opening)
      index += 1
      guard opening.hasPrefix("```"), opening != "```" else { continue }
      let body = Array(lines[index...].prefix { $0 != "```" })
      if opening == "```setup" {
        desk = try ScenarioDesk(body.first ?? "")
        run.lines += body
      } else if opening.hasPrefix("```file ") {
        try desk.file(String(opening.dropFirst(8)), body.map { $0 + "\n" }.joined())
        run.lines += body
      } else if opening == "```input" {
        input = body
        run.lines += body
      } else if opening.hasPrefix("```console"), body.first?.hasPrefix(Self.prompt) ?? false {
        try self.run(body, at: index + 1, try Options(opening, input: input), desk, &run)
        input = []
      } else {
        run.lines += body
      }
      run.lines += lines[(index + body.count)...].prefix(1)
      index += body.count + 1
    }
    return run
  }

  private static let prompt = "$ gendan"

  private func run(
    _ body: [String], at line: Int, _ options: Options, _ desk: ScenarioDesk, _ run: inout Run
  ) throws {
    var rest = body.enumerated().dropFirst(0)
    while let (offset, typed) = rest.popFirst() {
      let expected = rest.prefix { !$0.element.hasPrefix(Self.prompt) }.map(\.element)
      rest = rest.dropFirst(expected.count)
      let got = try options.output(of: String(typed.dropFirst(Self.prompt.count)), at: desk)
      run.lines += [typed] + got
      if got != expected {
        run.mismatches.append(
          Mismatch(
            place: "\(name):\(line + offset)", command: String(typed.dropFirst(2)), expected: expected,
            got: got))
      }
    }
  }

  struct UnknownOption: Error { let text: String }

  /// What a block's first line says of the desk.
  private struct Options {
    private var language = "en"
    private var today = "2026-03-16 08:05"
    private var width: Int?
    private var user: String?
    private var answers: [String] = []
    private let input: [String]

    init(_ opening: String, input: [String]) throws {
      self.input = input
      for word in opening.split(separator: " ").dropFirst() {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        switch (parts[0], parts.count > 1 ? parts[1] : "") {
        case ("lang", let value): language = value
        case ("today", let value): today = value.replacing("T", with: " ")
        case ("width", let value): width = Int(value)
        case ("user", let value): user = value
        case ("answers", let value): answers = value.split(separator: ",").map(String.init)
        default: throw UnknownOption(text: String(word))
        }
      }
    }

    /// The book's place differs from run to run; in documents it has this name.
    private static let place = "gendan-demo.db"

    func output(of line: String, at desk: ScenarioDesk) throws -> [String] {
      let words = TestDesk.words(line.replacing(Self.place, with: desk.place)).map { desk.files[$0] ?? $0 }
      let (out, err, code) = try desk.run(
        words + (user.map { ["--as", $0] } ?? []), lang: language, today: today, width: width,
        answering: answers, input: input)
      var text = (out + err).replacing(desk.place, with: Self.place)
      for (name, path) in desk.files { text = text.replacing(path, with: name) }
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return lines + (code == 0 ? [] : ["[exit \(code)]"])
    }
  }
}
