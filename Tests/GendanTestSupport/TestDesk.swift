// A release build has no @testable modules, and no tests that need a desk.
#if DEBUG || TESTING
  import Foundation
  import Gendan
  import GendanOutput
  @testable import GendanCLI

  /// A place to type lines at: a fresh book, a person, a fixed clock, and a folder for files.
  ///
  /// Each line runs in this process as the program runs it. The first person to act, 陈婷 as `chenting`,
  /// is the book's admin; another name may be given with `--as`.
  public final class TestDesk {
    /// What a line wrote, and how it ended.
    public typealias Result = (out: String, err: String, code: Int32)

    /// Where the book is: the value of `--db`.
    public let place: String
    /// A folder of its own, deleted with the desk.
    public let folder: String

    /// A desk at an empty book, which knows chenting as its admin.
    public init() throws {
      place = try TestDatabase.makeBook()
      let url = FileManager.default.temporaryDirectory.appending(path: "gendan-desk-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      folder = url.path
      let now = try TestDesk.instant("2026-03-16 08:00")
      let book = try Book(
        try TestDatabase.open(place), actor: Actor(login: "chenting", host: "desk"), now: now,
        today: now.day(utcOffset: TestDesk.utcOffset))
      _ = try book.write(EventEntry(command: "book.init", line: "init")) { writing in
        var change = UserChange()
        change.name = "陈婷"
        try writing.set(user: "chenting", change)
      }
    }

    deinit {
      do { try FileManager.default.removeItem(atPath: folder) } catch { print("not deleted: \(folder)") }
    }

    /// Runs a line, split into words as a shell does: quotes keep spaces.
    ///
    /// `width` is that of a terminal, nil for a pipe; `answering` are what a person types, one a question;
    /// `input` are the lines of standard input.
    @discardableResult
    public func run(
      _ line: String, lang: String = "en", today: String = "2026-03-16 08:05", width: Int? = nil,
      answering: [String] = [], input: [String] = [], environment: [String: String] = [:],
      paging: ((_ text: String, _ pager: String) -> Void)? = nil,
      shell: @escaping (_ line: String) -> Void = { _ in }
    ) throws -> Result {
      try run(
        TestDesk.words(line), lang: lang, today: today, width: width, answering: answering, input: input,
        environment: environment, paging: paging, shell: shell)
    }

    /// Runs a line of words.
    @discardableResult
    public func run(
      _ words: [String], lang: String = "en", today: String = "2026-03-16 08:05", width: Int? = nil,
      answering: [String] = [], input: [String] = [], environment: [String: String] = [:],
      paging: ((_ text: String, _ pager: String) -> Void)? = nil,
      shell: @escaping (_ line: String) -> Void = { _ in }
    ) throws -> Result {
      var out: [UInt8] = []
      var err = ""
      var answers = answering[...]
      var input = input[...]
      let now = try TestDesk.instant(today)
      let variables = ["HOME": folder, "GENDAN_DB": place, "GENDAN_LANG": lang]
        .merging(environment) { $1 }
      var surroundings = Surroundings(
        environment: { variables[$0] },
        clock: { now },
        utcOffset: { _, _ in TestDesk.utcOffset },
        login: "chenting", host: "desk",
        terminal: width.map { Terminal(width: $0, height: 40) },
        ask: answering.isEmpty
          ? nil
          : { question in
            err += question + "\n"
            return answers.popFirst()
          },
        nextLine: { input.popFirst() },
        memoryPath: folder + "/memory",
        send: { out += $0 },
        complain: { err += $0 + "\n" })
      surroundings.runShell = shell
      if let paging {
        surroundings.page = { text, pager in
          paging(text, pager)
          return true
        }
      }
      let code = Program(surroundings: surroundings).run(words)
      return (String(decoding: out, as: UTF8.self), err, code.rawValue)
    }

    /// Runs a line with `-w` in a terminal of 80 by 40; after each second `goesOn` says whether somebody still looks.
    public func watch(_ line: String, write: @escaping (String) -> Void, goesOn: @escaping () -> Bool) throws
    {
      let now = try TestDesk.instant("2026-03-16 08:05")
      let variables = ["HOME": folder, "GENDAN_DB": place, "GENDAN_LANG": "en"]
      var surroundings = Surroundings(
        environment: { variables[$0] }, clock: { now }, utcOffset: { _, _ in TestDesk.utcOffset },
        login: "chenting", host: "desk", terminal: Terminal(width: 80, height: 40), ask: nil,
        nextLine: { nil }, memoryPath: nil, send: { write(String(decoding: $0, as: UTF8.self)) },
        complain: { write($0) })
      surroundings.pause = { _ in goesOn() }
      _ = Program(surroundings: surroundings).run(TestDesk.words(line))
    }

    /// The JSON that a line answers.
    public func json(_ line: String) throws -> JSON {
      try JSON.parse(run(line + " --json").out)
    }

    /// The records under a name of the object that a line answers.
    public func records(_ line: String, _ name: String = "rows") throws -> [JSON] {
      guard case .array(let records)? = try json(line)[name] else { return [] }
      return records
    }

    /// Writes a file in the desk's folder; returns its path.
    public func file(_ name: String, _ text: String) throws -> String {
      let path = folder + "/" + name
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return path
    }

    /// Seconds by which the desk's clock is east of Greenwich.
    public static let utcOffset = 8 * 3600

    private struct BadTime: Error { let text: String }

    /// `2026-03-16 08:05` at the desk.
    public static func instant(_ text: String) throws -> Instant {
      let parts = text.split { $0 == " " || $0 == ":" }
      guard parts.count == 3, let day = Day(parts[0]), let hour = Int(parts[1]), let minute = Int(parts[2]),
        let instant = Instant(day, hour: hour, minute: minute, utcOffset: utcOffset)
      else { throw BadTime(text: text) }
      return instant
    }

    /// The words of a line; single and double quotes keep spaces, and an empty pair is an empty word.
    public static func words(_ line: String) -> [String] {
      var words: [String] = []
      var word: String?
      var quote: Character?
      for character in line {
        if let open = quote {
          if character == open { quote = nil } else { word = (word ?? "") + String(character) }
        } else if character == "\"" || character == "'" {
          quote = character
          word = word ?? ""
        } else if character == " " {
          words += word.map { [$0] } ?? []
          word = nil
        } else {
          word = (word ?? "") + String(character)
        }
      }
      return words + (word.map { [$0] } ?? [])
    }
  }
#endif
