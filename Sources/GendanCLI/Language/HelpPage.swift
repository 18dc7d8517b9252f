import GendanOutput

/// The overview, and a page a command: examples first, at most 80 cells wide.
enum HelpPage {
  static func text(_ topic: String?, _ language: Language) throws -> String {
    ""
  }
}
