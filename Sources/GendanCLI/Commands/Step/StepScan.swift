import ArgumentParser
import Gendan
import GendanOutput

/// Posts what is scanned, line by line, each at once and by itself.
struct StepScan: BookCommand {
  static let sheet = CommandSheet(
    id: "step.scan", word: "scan", chinese: ["扫码", "掃碼"],
    about: Text("post reports as they are scanned", "扫码报工, 一扫一笔", "掃碼報工, 一掃一筆"),
    usage: "[--by WORKER]", examples: ["step scan", "step scan --by 早班"], part: .follow, right: .report)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    if global.output != nil {
      throw Complaint(
        .usage, Text("scans are answered as they come", "扫码是边扫边答的", "掃碼是邊掃邊答的"),
        try: "gendan step scan > scans.txt")
    }
    var loop = ScanLoop(desk)
    while let line = desk.nextLine(loop.prompt) {
      // Esc, however the terminal hands it over, or nothing at all.
      if line.trimmed.isEmpty || line.first == "\u{1B}" { break }
      try loop.take(line)
    }
    var answer = desk.answersJSON ? Answer.silent : Answer([loop.summary])
    answer.exit = loop.refused == 0 ? .ok : .data
    return answer
  }
}

/// What was scanned so far, and what it came to.
struct ScanLoop {
  private let desk: Desk
  private var picked = Picked()
  private var lines = 0
  private var posted: [Int64] = []
  private(set) var refused = 0

  /// The order and the step that were scanned, to which a quantity alone belongs.
  private struct Picked {
    var work: String?
    var step: String?
  }

  init(_ desk: Desk) { self.desk = desk }

  var prompt: String { [picked.work, picked.step].compactMap { $0 }.joined(separator: "*") + "> " }

  var summary: Text {
    Text(
      "\(posted.count) posted, \(refused) refused", "已报工 \(posted.count) 笔, 拒绝 \(refused) 笔",
      "已報工 \(posted.count) 筆, 拒絕 \(refused) 筆")
  }

  /// Takes one line: posts it or notes what it picks, and says so; a refusal is said, and the loop goes on.
  mutating func take(_ line: String) throws {
    lines += 1
    do {
      // The shift lasts longer than a command: each scan has its own time.
      try desk.renew()
      let answer = try answer(to: line)
      try Presentation(desk).show(answer)
      desk.remember(answer)
    } catch let gone as Program.ReaderGone {
      throw gone
    } catch {
      refused += 1
      if desk.surroundings.terminal != nil { try desk.surroundings.write("\u{7}") }
      let complaint = Complaint.of(error)
      desk.complain(desk.surroundings.ask == nil ? complaint.at(line: lines) : complaint)
    }
  }

  private mutating func answer(to line: String) throws -> Answer {
    let words = Self.words(of: line)
    if words.count == 1, EventUndo.sheet.words.contains(folded(words[0])) { return try takeBack() }
    // Several words say it all; one alone belongs to those before it.
    var picked = words.count > 1 ? Picked() : self.picked
    var quantity: String?
    for word in words {
      let isNumber = folded(word).allSatisfy { "0123456789.,+".contains($0) }
      if picked.work == nil {
        picked.work = word
      } else if quantity != nil {
        throw Self.unreadable(line)
      } else if isNumber, picked.step != nil {
        quantity = word
      } else if try !isNumber && isDocument(word, besidesStepsOf: picked.work) {
        picked = Picked(work: word)
      } else {
        picked.step = word
      }
    }
    guard let work = picked.work else { throw Self.unreadable(line) }
    guard let step = picked.step, let quantity else {
      let answer = try pick(work, picked.step)
      self.picked = picked
      return answer
    }
    let answer = try post(work, step, quantity)
    self.picked = picked
    return answer
  }

  /// The words of a line: a bar code such as SO2603-0042*30 or MO2603-0001/30 is two.
  private static func words(of line: String) -> [String] {
    line.split(whereSeparator: \.isWhitespace).flatMap { word -> [String] in
      let parts = word.split(maxSplits: 1, omittingEmptySubsequences: false) { "*/＊／".contains($0) }
      guard parts.count == 2, Reference(String(parts[0])) != nil else { return [String(word)] }
      return parts.filter { !$0.isEmpty }.map(String.init)
    }
  }

  private static func unreadable(_ line: String) -> Complaint {
    Complaint(
      .usage, Text("cannot read the scan \"\(line)\"", "看不懂扫码 \"\(line)\"", "看不懂掃碼 \"\(line)\""),
      facts: [
        Text(
          "order or production order, step, quantity: SO2603-0042*30 500",
          "单号或生产单号, 工序, 数量: SO2603-0042*30 500",
          "單號或生產單號, 工序, 數量: SO2603-0042*30 500")
      ], try: "gendan help scan")
  }

  /// Whether a word is the number of another document, and no step that looks like one.
  private func isDocument(_ word: String, besidesStepsOf work: String?) throws -> Bool {
    guard case .number = Reference(word) else { return false }
    return try desk.read { reading in
      guard let work else { return true }
      let productions = try desk.work(named: work, in: reading).productions(in: reading.db)
      return try !productions.contains { production in
        try Operation.of(production.id, in: reading.db).contains { $0.name == word }
      }
    }
  }

  /// Says what was picked, and how far it is.
  private func pick(_ work: String, _ step: String?) throws -> Answer {
    try desk.read { reading in
      let work = try desk.work(named: work, in: reading)
      let label = try desk.label(work, in: reading)
      guard let step else {
        let steps = try work.productions(in: reading.db)
          .flatMap { try Operation.of($0.id, in: reading.db) }.filter { $0.finishedOn == nil }
        return Answer([
          label + Text("which step? ", "哪道工序? ", "哪道工序? ")
            + steps.map { "\($0.seq) \($0.name)" }.joined(separator: ", ")
        ])
      }
      let (production, operation) = try reading.operation(step, of: work)
      let done = production.quantity.with(operation.good).text
      return Answer([
        label + Text(verbatim: "\(operation.name) \(done)/\(production.quantity.text)")
          + Text(", how many?", ", 数量?", ", 數量?")
      ])
    }
  }

  private mutating func post(_ work: String, _ step: String, _ quantity: String) throws -> Answer {
    let line = "step scan \(work)*\(step) \(quantity)"
    let answer = try desk.write(as: (desk.command, line)) { writing, answer in
      let work = try desk.work(named: work, in: writing)
      var report = ProgressReport(good: try work.pieces(quantity, in: writing), day: writing.today)
      report.worker = desk.options.by
      let made = try writing.progress(work, step: step, report)
      let entry = made.entry.map(\.no) ?? ""
      answer.echo = [
        try desk.label(work, in: writing) + StepProgress.echo(made) + Text(verbatim: "  \(entry)")
      ]
      answer.extra = [.init("entry", .string(entry))]
      answer.touched = try work.customerOrder(in: writing.db).map { [$0.no] } ?? []
    }
    if let event = answer.event, !desk.options.dryRun { posted.append(event) }
    return answer
  }

  /// Takes back the last report of this loop that stands.
  private mutating func takeBack() throws -> Answer {
    guard let last = posted.last else { throw JournalError.noSuchEvent(nil) }
    var undone: Event?
    var answer = try desk.write(as: (EventUndo.sheet.id, "undo e\(last)")) { writing, answer in
      let event = try Journal.event(last, in: writing)
      try Journal.undo(event, in: writing)
      undone = event
    }
    answer.echo = undone.map { [EventUndo.line($0, Text("undone", "已撤销", "已復原"))] } ?? []
    answer.remedy = "redo"
    posted.removeLast()
    return answer
  }
}

extension Complaint {
  /// The same of one line of several.
  fileprivate func at(line: Int) -> Complaint {
    var complaint = Complaint(
      code, Text("line \(line): ", "第 \(line) 行: ", "第 \(line) 行: ") + what, facts: facts, tries: tries)
    complaint.gates = gates
    return complaint
  }
}
