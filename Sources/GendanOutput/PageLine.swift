/// A line of text on its way to a page, and how it stands to the page's end.
struct PageLine {
  /// What a line is to the lines below it.
  enum Role {
    /// A line by itself.
    case prose
    /// The name of what follows.
    case title
    /// The titles of a table's columns, which every page of the table repeats.
    case header
    /// The name of a group of rows, repeated where the group goes on.
    case heading
    /// A line of a table.
    case row
  }

  /// The line.
  var content: TextLine
  /// What it is to the lines below it.
  let role: Role
  /// Whether no page ends between it and the next line.
  var staysWithNext: Bool

  init(_ content: TextLine, _ role: Role) {
    self.content = content
    self.role = role
    staysWithNext = role == .title || role == .header || role == .heading
  }
}
