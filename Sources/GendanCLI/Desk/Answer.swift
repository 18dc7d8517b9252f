import Gendan
import GendanOutput

/// What a command answers: short lines about what it did, or a document.
struct Answer {
  /// What was understood and done, at most three lines.
  var echo: [Text] = []
  /// A report or a list.
  var document: Document?
  /// The rows of the document's first table, with the columns that were chosen of it, where they are too many to be
  /// held and are read while they are written.
  var feed: ((_ table: Table, _ write: (Table.Row) throws -> Void) throws -> Void)?
  /// The columns that people see unless they choose others; JSON has them all. nil: all.
  var columns: [String]?
  /// The name in JSON's schema, such as `orders` for `gendan.orders/1`.
  var schema = "done"
  /// More members of the JSON head.
  var extra: [JSON.Member] = []
  /// The newest event that it knows; the book is asked where nil.
  var newest: Int64?
  /// As of which day it speaks; the desk's today where nil.
  var asOf: Day?
  /// The title of a printed page.
  var title: Text?
  /// Whether its page goes to a customer, who is not told with what and by whom it was made.
  var isOutward = false
  /// The event that a write left; nil where nothing changed.
  var event: Int64?
  /// Whether it was a write, which `undo` can take back.
  var isWrite = false
  /// The command that takes the write back.
  var remedy = "undo"
  /// How the command ends.
  var exit = ExitCode.ok
  /// Warnings for stderr.
  var warnings: [Complaint] = []
  /// Orders that the answer numbers, row by row, for the next command.
  var rows: [String]?
  /// Whether its rows are as `-s` and `-L` want them.
  var isArranged = false
  /// Orders that the command acted on.
  var touched: [String] = []
  /// To whom it goes, where it is a message.
  var envelope = Envelope()
  /// The page's width in cells where neither a person nor a terminal says one.
  var width = 100
  /// The desk whose options show it, where another command's line made it; nil for the line's own.
  var presenter: Desk?
  /// Text that is the answer as it is, such as a completion script.
  var verbatim: String?

  /// An answer of lines.
  init(_ echo: [Text] = []) { self.echo = echo }

  /// An answer of a document under a schema.
  init(_ schema: String, _ document: Document) {
    self.schema = schema
    self.document = document
  }

  /// The page as what a write answers: its event and its echo are told with it.
  func of(_ written: Answer) -> Answer {
    var page = self
    page.isWrite = written.isWrite
    page.event = written.event
    page.echo = written.echo
    return page
  }

  /// An answer of not one byte, in whatever format.
  static var silent: Answer {
    var answer = Answer()
    answer.verbatim = ""
    return answer
  }
}
