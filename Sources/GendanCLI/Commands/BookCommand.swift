import ArgumentParser
import Gendan

/// A command: its sheet tells what it is called and what it is for, and `run` gives its answer.
protocol BookCommand: ParsableCommand {
  static var sheet: CommandSheet { get }
  /// The words of the line that are no options.
  var words: [String] { get }
  var global: GlobalOptions { get }
  func run(at desk: Desk) throws -> Answer
}

extension BookCommand {
  var words: [String] { [] }

  static var configuration: CommandConfiguration {
    // Said to be part of another program, it is spared the parser's two looks for a request of a
    // completion script, a fifth of what a short command costs.
    CommandConfiguration(
      commandName: sheet.word, _superCommandName: "gendan", abstract: sheet.about.english, helpNames: [],
      aliases: sheet.aliases)
  }

  /// The command with its options read from words; nil where they ask for something else, such as help.
  /// The cast is to this very type: one to `any BookCommand` searches the program's conformances.
  static func parsed(_ words: [String]) throws -> Self? { try parseAsRoot(words) as? Self }
}

/// What `help`, completion and the command line know of a command.
struct CommandSheet: Sendable {
  /// The canonical form, noun and verb, as the journal names it: `order.promise`.
  let id: String
  /// The daily word.
  let word: String
  /// The short word, where there is one.
  var short: String?
  /// The Chinese words, both scripts.
  let chinese: [String]
  /// One line on what it is for.
  let about: Text
  /// What follows the word.
  var usage: String
  /// Lines that can be pasted, without `gendan`; each parses.
  let examples: [String]
  /// Which part of the day it belongs to on the overview.
  let part: DayPart
  /// What it asks of a person; to look at the book asks for nothing.
  var right: Right = .follow
  /// The noun whose verbs the word leads to as well: `ship 118` ships, `ship list` lists shipments.
  var noun: String?
  /// Whether it may stay on the screen and be painted anew: `-w`.
  var repaints = false

  var aliases: [String] { (short.map { [$0] } ?? []) + chinese.filter { $0 != word } }
  /// Every word that names it at the top level.
  var words: [String] { [word] + aliases }
}

/// The parts of a working day under which the overview lists commands.
enum DayPart: CaseIterable, Sendable {
  case morning, taking, follow, delivery, evening, supervisor, admin

  var title: Text {
    switch self {
    case .morning: Text("Morning", "早上", "早上")
    case .taking: Text("Taking", "接单", "接單")
    case .follow: Text("Follow", "跟进", "跟進")
    case .delivery: Text("Delivery", "出货", "出貨")
    case .evening: Text("Evening", "收尾", "收尾")
    case .supervisor: Text("Supervisor", "主管", "主管")
    case .admin: Text("Admin", "管理", "管理")
    }
  }
}
