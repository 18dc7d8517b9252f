/// The side of its column that a text stands on.
public enum Alignment: Sendable, Equatable {
  /// Text.
  case leading
  /// Numbers.
  case trailing
}

/// A column of a table: its names, and what becomes of it where room is short.
public struct Column: Sendable, Equatable {
  /// The name for programs, the same in every language: `due`, `late_wd`.
  public var id: String
  /// The name for people, in their language.
  public var title: String
  /// The side its texts stand on.
  public var alignment: Alignment
  /// The order of leaving: the highest number is dropped first, 0 never.
  public var priority: Int
  /// Whether it was asked for by name: it is shown whole, beyond the edge of a narrow page if need be.
  public var stays = false
  /// Whether its texts may be cut.
  public var shrinks: Bool
  /// The cells a column that shrinks keeps at least.
  public var minimumWidth: Int
  /// Whether programs do without it, like the number of a line: it is in no CSV, JSON or list of names.
  public var isForPeopleOnly: Bool

  /// A column that is never dropped and never cut, unless it is said.
  public init(
    _ id: String, _ title: String, _ alignment: Alignment = .leading, priority: Int = 0,
    shrinks: Bool = false, minimumWidth: Int = 8, isForPeopleOnly: Bool = false
  ) {
    self.id = id
    self.title = title
    self.alignment = alignment
    self.priority = priority
    self.shrinks = shrinks
    self.minimumWidth = minimumWidth
    self.isForPeopleOnly = isForPeopleOnly
  }
}
