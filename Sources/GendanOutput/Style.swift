/// What a colour stands for; the words or signs beside it say the same without colour.
public enum Style: String, Sendable, Equatable, CaseIterable {
  /// Past its day: red.
  case overdue
  /// At risk, or due today: yellow.
  case attention
  /// Done before its day: green.
  case early
  /// Closed, or a day of rest: dim.
  case faint
  /// The row acted on: bold.
  case strong

  /// `text` between the ANSI sequences that switch the style on and off.
  func coloured(_ text: String) -> String {
    "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private var code: Int {
    switch self {
    case .overdue: 31
    case .attention: 33
    case .early: 32
    case .faint: 2
    case .strong: 1
    }
  }
}
