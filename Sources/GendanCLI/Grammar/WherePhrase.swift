import Gendan

/// `--where 'is:overdue or (prio:H and due:..+3d)'`: the terms of a filter joined by `and`, `or` and `not`, with
/// parentheses wherever `and` stands beside `or`.
struct WherePhrase {
  /// What a word stands for in the expression.
  private enum Token: Equatable {
    case and, or, not, open, close
    case term(String)
  }

  private let text: String
  private var tokens: ArraySlice<Token> = []
  /// Deeper than any person nests.
  private static let deepest = 30

  init(_ text: String) { self.text = text }

  /// Reads it; `term` reads each of its terms.
  func parse(_ term: (String) throws -> OrderFilter) throws -> OrderFilter {
    guard let words = LineWords.split(text) else {
      throw complaint(Text("a quote is not closed", "引号没有配对", "引號沒有配對"))
    }
    var phrase = self
    phrase.tokens = words.flatMap(Self.tokens)[...]
    let filter = try phrase.chain(0, term)
    guard phrase.tokens.isEmpty else {
      throw complaint(Text("a ) closes nothing", "多了一个 )", "多了一個 )"))
    }
    return filter
  }

  /// Parentheses stand before and after a term, without a space between; those within it are its own.
  private static func tokens(_ word: String) -> [Token] {
    var inner = word.replacing("（", with: "(").replacing("）", with: ")")[...]
    var before: [Token] = []
    var after: [Token] = []
    while inner.first == "(" {
      before.append(.open)
      inner.removeFirst()
    }
    while inner.last == ")", inner.count(where: { $0 == ")" }) > inner.count(where: { $0 == "(" }) {
      after.append(.close)
      inner.removeLast()
    }
    let token: Token? =
      switch folded(String(inner)) {
      case "": nil
      case "and", "且", "并且", "並且": .and
      case "or", "或", "或者": .or
      case "not", "非", "不": .not
      default: .term(String(inner))
      }
    return before + (token.map { [$0] } ?? []) + after
  }

  /// Operands with one kind of joint between them; two that stand side by side are joined by `and`.
  private mutating func chain(
    _ depth: Int, _ term: (String) throws -> OrderFilter
  ) throws -> OrderFilter {
    guard depth < Self.deepest else {
      throw complaint(Text("nested too deeply", "括号套得太深", "括號套得太深"))
    }
    var operands = [try operand(depth, term)]
    var joint: Token?
    while let next = tokens.first, next != .close {
      let found: Token = next == .or ? .or : .and
      if next == .or || next == .and { tokens.removeFirst() }
      guard joint == nil || joint == found else {
        throw complaint(
          Text("\"and\" beside \"or\" needs parentheses", "and 和 or 混用要加括号", "and 和 or 混用要加括號"))
      }
      joint = found
      operands.append(try operand(depth, term))
    }
    if operands.count == 1 { return operands[0] }
    return joint == .or ? .any(operands) : .all(operands)
  }

  private mutating func operand(
    _ depth: Int, _ term: (String) throws -> OrderFilter
  ) throws -> OrderFilter {
    var isDenied = false
    while tokens.first == .not {
      tokens.removeFirst()
      isDenied.toggle()
    }
    let filter: OrderFilter
    switch tokens.popFirst() {
    case .term(let word): filter = try term(word)
    case .open:
      filter = try chain(depth + 1, term)
      guard tokens.popFirst() == .close else {
        throw complaint(Text("a ( is not closed", "少了一个 )", "少了一個 )"))
      }
    case .and, .or, .not, .close, nil:
      throw complaint(Text("a term is missing", "缺少一个条件", "缺少一個條件"))
    }
    return isDenied ? .not(filter) : filter
  }

  private func complaint(_ fact: Text) -> Complaint {
    Complaint(
      .usage, Text("cannot read --where \"\(text)\"", "看不懂 --where \"\(text)\"", "看不懂 --where \"\(text)\""),
      facts: [fact], try: "gendan list --where 'is:overdue or (prio:H due:..+3d)'")
  }
}
