import ArgumentParser
import Gendan
import GendanOutput

/// A prompt that takes lines as the command line does, for one who types many.
struct ShellCommand: BookCommand {
  static let sheet = CommandSheet(
    id: "shell", word: "shell", chinese: ["交互", "互動"],
    about: Text("a prompt for many commands", "连着敲命令的提示符", "連著敲命令的提示符號"),
    usage: "[REF]", examples: ["shell", "shell 118"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    var shell = try Shell(desk)
    if let word = words.first { try shell.use([word]) }
    let isTyped = desk.surroundings.ask != nil && !global.noInput
    let editor = isTyped ? desk.surroundings.editor(desk.historyPath, shell.completions) : nil
    while let line = editor?.line(shell.prompt) ?? (editor == nil ? desk.nextLine(shell.prompt) : nil) {
      guard try shell.take(line) else { break }
      editor?.hand = shell.hand
    }
    editor?.save()
    var answer = Answer.silent
    answer.exit = isTyped ? .ok : shell.exit
    return answer
  }
}

/// A session with an order in hand, to which lines without an order belong.
struct Shell {
  private let desk: Desk
  private let session: Session
  /// The order in hand.
  private(set) var hand: String?
  /// How the worst line ended.
  private(set) var exit = ExitCode.ok

  init(_ desk: Desk) throws {
    self.desk = desk
    session = try Session(desk)
  }

  var prompt: String { (hand ?? "gendan") + "> " }

  /// Does a line; false where it ends the shell. What goes wrong is said, and the shell goes on.
  mutating func take(_ line: String) throws -> Bool {
    let text = line.trimmed
    if text.hasPrefix("!") {
      desk.surroundings.runShell(String(text.dropFirst()))
      return true
    }
    var words: [String] = []
    do {
      guard let split = LineWords.split(String(text)) else {
        throw Complaint(.usage, Text("a quote is not closed", "引号没有配对", "引號沒有配對"), try: "gendan help shell")
      }
      words = split
      if let sign = words.first(where: { ["|", ">", ">>", "&&"].contains($0) }) {
        throw Complaint(
          .usage,
          Text(
            "\"\(sign)\" belongs to the system's shell, not to this one", "\"\(sign)\" 是系统命令行的写法, 这里不认",
            "\"\(sign)\" 是系統命令列的寫法, 這裡不認"),
          try: "!gendan \(text)")
      }
      if ["gendan", "gd"].contains(words.first) { words.removeFirst() }
      guard let first = words.first.map(folded) else { return true }
      switch first {
      case "exit", "quit", "退出", "離開", "离开": return false
      case "use", "用": try use(Array(words.dropFirst()))
      case "?": exit = worse(try session.perform(["help"] + words.dropFirst()))
      default: exit = worse(try session.perform(Self.completed(words, with: hand)))
      }
    } catch let gone as Program.ReaderGone {
      throw gone
    } catch {
      exit = worse(Complaint.of(error).code)
      session.report(error, of: words)
    }
    return true
  }

  private func worse(_ other: ExitCode) -> ExitCode { other == .ok ? exit : other }

  /// Takes an order in hand; without a word lays it down.
  mutating func use(_ words: [String]) throws {
    guard !words.isEmpty else {
      hand = nil
      return
    }
    var words = words
    let found = try desk.read { try desk.reference(&words, in: $0) }
    hand = found.order.no
    desk.remember(touched: found.order.no)
    try desk.surroundings.write("\(found.order.no)  \(found.order.customer)".printable + "\n")
  }

  /// What the word at the cursor may become.
  var completions: LineEditor.Completing {
    let desk = desk
    return { line, hand in
      let typed = LineWords.typed(line)
      let words = Self.completed(Array(typed.dropLast()), with: hand) + [typed.last ?? ""]
      do {
        return try Completion(words.first == "use" ? ["show"] + words.dropFirst() : words, at: desk)
          .suggestions()
      } catch {
        // A line that is being typed is no place for a complaint.
        return []
      }
    }
  }

  /// The words with the order in hand, where the command acts on one and the line names none.
  static func completed(_ words: [String], with hand: String?) -> [String] {
    guard let hand, let first = words.first.map(folded) else { return words }
    var place = 1
    var sheet = GendanCommand.verb { $0.words.contains(first) }?.sheet
    if sheet == nil, let noun = GendanCommand.nouns.first(where: { $0.words.contains(first) }),
      words.count > 1
    {
      sheet = noun.verbs.first { $0.sheet.words.contains(folded(words[1])) }?.sheet
      place = 2
    }
    guard let usage = sheet?.usage, usage.hasPrefix("REF"),
      !words.dropFirst(place).prefix(1).contains(where: { Reference($0) != nil })
    else { return words }
    return words[..<place] + [hand] + words[place...]
  }
}

extension Desk {
  /// Where the lines typed in the shell are kept, one file a person.
  fileprivate var historyPath: String? {
    surroundings.memoryPath.map { path in
      path.lastIndex(of: "/").map { String(path[...$0]) + "history" } ?? "history"
    }
  }
}
