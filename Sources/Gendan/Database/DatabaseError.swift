/// What can go wrong between a book and the engine that keeps it. The words are the CLI's.
public enum DatabaseError: Error, Equatable {
  /// There is no book at this place.
  case missing(String)
  /// The place cannot be opened or created: its path, and the engine's reason.
  case cannotOpen(String, reason: String)
  /// The file is no book of ours.
  case notABook(String)
  /// The book was written by a newer program.
  case newer(found: Int, known: Int)
  /// The book must be brought up to date first, which this reader may not do.
  case outdated(found: Int, known: Int)
  /// Another program held the book for longer than the wait, in seconds.
  case busy(seconds: Int)
  /// The stored bytes are damaged: the engine's words.
  case damaged(String)
  /// No room is left on the disk.
  case full
  /// The book or its folder cannot be written.
  case readOnly
  /// Reading or writing the disk failed: the engine's words.
  case io(String)
  /// The file is on a network file system, where SQLite is not safe.
  case networkFileSystem(String)
  /// A rule of the schema refused the rows: the engine's words.
  case constraint(String)
  /// The server cannot be reached: its words.
  case unreachable(String)
  /// The program was built without this engine.
  case engineMissing(String)
  /// The engine has no such act.
  case unsupported(String)
  /// A column holds something that its type cannot mean.
  case unexpectedValue(String)
  /// Any other refusal of the engine: its words and the statement.
  case failed(String, statement: String)
}
