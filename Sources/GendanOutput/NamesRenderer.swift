/// Writes what the first column for programs of each record says, for `xargs`.
public struct NamesRenderer: Sendable {
  /// What follows each name: a line end, or NUL for `xargs -0`.
  public enum Terminator: Sendable, Equatable {
    case lineEnd, nul
  }

  /// What follows each name.
  public var terminator: Terminator

  /// Names with a line end after each, unless it is said.
  public init(terminator: Terminator = .lineEnd) {
    self.terminator = terminator
  }

  /// The names of all records of all tables; records without one are left out.
  public func render(_ document: Document) -> String {
    let names = document.tablesForPrograms.flatMap(\.records).compactMap(\.first?.text.printable)
    return names.filter { !$0.isEmpty }.map { $0 + (terminator == .nul ? "\0" : "\n") }.joined()
  }
}
