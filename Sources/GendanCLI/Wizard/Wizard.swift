import Gendan
import GendanOutput

/// Asks for what a line has left out, one thing after the other; nothing is written before the last yes.
///
/// Enter takes what stands in brackets, `-` leaves it empty, `<` goes back and keeps what was typed, `?` lists what
/// fits, `.` goes to the end.
struct Wizard {
  /// A question, made from the answers before it.
  typealias Asking = (_ answers: [String]) throws -> Prompt

  private let desk: Desk
  private let typed: [String]
  private let place: Place
  private let ask: (String, CompletionSlot?) -> String?

  /// nil where nobody can be asked; `typed` are the words of the line that stand already.
  init?(_ desk: Desk, after typed: [String] = []) {
    guard let plain = desk.surroundings.ask, !desk.options.noInput else { return nil }
    self.desk = desk
    self.typed = typed
    let place = Place()
    self.place = place
    let editor = desk.surroundings.editor(nil) { line, _ in
      guard let slot = place.slot else { return [] }
      do {
        return try Completion(place.line + [line], at: desk).suggestions(for: slot)
      } catch {
        // What is being typed is no place for a complaint; the answer will be read.
        return []
      }
    }
    ask = { prompt, slot in
      place.slot = slot
      return editor.map { $0.line(prompt) } ?? plain(prompt)
    }
  }

  /// Where the person types now: what belongs there, and the words before it.
  private final class Place {
    var slot: CompletionSlot?
    var line: [String] = []
  }

  /// The answers, an empty text where there is none; throws where the person stops.
  func answers(to questions: [Asking], keeping kept: [String] = []) throws -> [String] {
    if kept.isEmpty { desk.surroundings.complain(desk.say(Self.keys)) }
    var kept = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.offset, $0.element) })
    var answers: [String] = []
    while answers.count < questions.count {
      let place = answers.count
      let question = try questions[place](answers)
      self.place.line = typed + answers
      let standard = kept[place] ?? question.standard ?? ""
      let mark = standard.isEmpty ? "" : " [\(standard.printable)]"
      guard let typed = ask(desk.say(question.label) + mark + ": ", question.slot)?.trimmed else {
        throw Complaint(.cancelled, Text("nothing was changed", "什么也没改", "什麼也沒改"))
      }
      switch typed {
      case "<":
        if let last = answers.popLast() { kept[place - 1] = last }
      case "?", "？": try list(question)
      case ".", "。":
        answers += try rest(questions, after: answers, kept)
      default:
        if let answer = try answer(String(typed), standard, to: question) {
          kept[place] = answer
          answers.append(answer)
        }
      }
    }
    return answers
  }

  /// Asks whether it is right: yes, no, or once more from the start.
  func isRight(_ summary: [Text]) throws -> Bool? {
    for line in summary { desk.surroundings.complain(desk.say(line)) }
    while let typed = ask(desk.say(Text("do it? [Y/n/e] ", "执行? [Y/n/e] ", "執行? [Y/n/e] ")), nil)?.trimmed
      .lowercased()
    {
      switch typed {
      case "", "y", "yes", "是": return true
      case "e", "<", "改": return nil
      case "n", "no", "否": return false
      default: desk.surroundings.complain(desk.say(Self.choices))
      }
    }
    return false
  }

  private static let choices = Text(
    "  y or Enter: do it   n: leave it   e: change an answer", "  y 或回车: 执行   n: 不做   e: 改前面的回答",
    "  y 或 Enter: 執行   n: 不做   e: 改前面的回答")

  private static let free = Text("  nothing to choose from: type it", "  没有可选的, 请直接填", "  沒有可選的, 請直接填")

  private static let keys = Text(
    "Enter: as in [ ]   -: leave empty   <: back   ?: what fits   .: to the end",
    "回车: 用 [ ] 里的   -: 不填   <: 退一步   ?: 列出可选   .: 到底", "Enter: 用 [ ] 裡的   -: 不填   <: 退一步   ?: 列出可選   .: 到底")

  private static let needed = Text("  this is needed", "  这一项要填", "  這一項要填")

  /// What was meant; nil where it could not be understood, which is said.
  private func answer(_ typed: String, _ standard: String, to question: Prompt) throws -> String? {
    // What must be said may still be said to be nothing, as `--fax -` on the line.
    let isNothing = typed == "-" && !(question.isNeeded && question.option != nil)
    let text = isNothing ? "" : typed.isEmpty ? standard : typed
    guard !text.isEmpty else {
      if question.isNeeded { desk.surroundings.complain(desk.say(Self.needed)) }
      return question.isNeeded ? nil : ""
    }
    do {
      let understood = try question.read(text)
      if let echo = understood.echo { desk.surroundings.complain("  " + desk.say(echo)) }
      return understood.value
    } catch {
      for line in Complaint.of(error).lines(desk.language, on: desk.surroundings.terminal) {
        desk.surroundings.complain("  " + line)
      }
      return nil
    }
  }

  /// What Enter would take of every question that is left; stops at one that needs an answer.
  private func rest(_ questions: [Asking], after answers: [String], _ kept: [Int: String]) throws -> [String]
  {
    var all = answers
    while all.count < questions.count {
      let question = try questions[all.count](all)
      guard let answer = try answer("", kept[all.count] ?? question.standard ?? "", to: question) else {
        break
      }
      all.append(answer)
    }
    return Array(all.dropFirst(answers.count))
  }

  private func list(_ question: Prompt) throws {
    let fitting =
      try question.slot.map { try Completion(place.line + [""], at: desk).suggestions(for: $0) } ?? []
    if fitting.isEmpty { desk.surroundings.complain(desk.say(Self.free)) }
    let width = fitting.prefix(15).map { CellWidth.of($0.value) }.max() ?? 0
    for suggestion in fitting.prefix(15) {
      desk.surroundings.complain(
        "  " + CellWidth.pad(suggestion.value.printable, to: width) + "  " + suggestion.note.printable)
    }
    if fitting.count > 15 { desk.surroundings.complain("  .. +\(fitting.count - 15)") }
  }
}
