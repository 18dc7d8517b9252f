import Gendan
import GendanOutput

/// What a command finds around it. Only the entry point asks the operating system; tests hand in
/// their own.
struct Surroundings {
  /// The environment variable of a name. Asked one by one: a daily command reads five of them.
  var environment: (_ name: String) -> String?
  /// The clock, which a loop asks again.
  var clock: () -> Instant
  /// Seconds east of UTC at an instant in a zone; an empty zone is the machine's own.
  var utcOffset: (_ zone: String, _ at: Instant) -> Int
  /// The operating system's name of the person.
  var login: String
  /// The machine.
  var host: String
  /// The terminal on standard output; nil for a pipe or file.
  var terminal: Terminal?
  /// Asks a person a question and reads the answer; nil where nobody can be asked.
  var ask: ((String) -> String?)?
  /// The next line of standard input; nil at its end.
  var nextLine: () -> String?
  /// An editor for lines that a person types, with the history of a file and what the Tab key offers; nil: a line is
  /// typed as the terminal lets it.
  var editor: (_ history: String?, _ completing: @escaping LineEditor.Completing) -> LineEditor? = { _, _ in
    nil
  }
  /// Shows a text through a pager's command line; false where there is no such pager.
  var page: ((_ text: String, _ pager: String) throws -> Bool)?
  /// The terminal as large as it is now, which a person may have changed; nil where it is as it was.
  var measured: () -> Terminal? = { nil }
  /// Waits so many seconds; false where nobody looks any more.
  var pause: (_ seconds: Int) -> Bool = { _ in false }
  /// Hands a line to the person's own shell.
  var runShell: (String) -> Void = { _ in }
  /// Where row numbers and the last touched orders of this terminal are remembered; nil: nowhere.
  var memoryPath: String?
  /// Writes bytes to standard output; throws once nobody reads them any more.
  var send: ([UInt8]) throws -> Void
  /// Writes a line to standard error.
  var complain: (String) -> Void

  /// Now by the clock.
  var now: Instant { clock() }

  /// Writes text to standard output.
  func write(_ text: String) throws { try send(Array(text.utf8)) }
}

/// A terminal that shows the output.
struct Terminal: Equatable {
  /// In cells.
  var width: Int
  /// In lines.
  var height: Int
}
