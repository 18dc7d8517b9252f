import ArgumentParser
import Gendan
import GendanOutput

/// Looks through the whole book: silent when it is well.
struct BookCheck: BookCommand {
  static let sheet = CommandSheet(
    id: "book.check", word: "check", chinese: ["体检", "體檢"],
    about: Text("look through the whole book for faults", "检查整本账有没有毛病", "檢查整本帳有沒有毛病"),
    usage: "[RULE…] [--fix]", examples: ["check", "check -v", "check journal figures", "check --fix"],
    part: .admin)

  @Argument var words: [String] = []
  @Flag var fix = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let rules = try chosen()
    let fixed = fix ? try fixFigures(at: desk) : nil
    if let fixed, desk.options.dryRun { return fixed }
    let inspection = try desk.book().inspect(rules)
    let faults = inspection.findings.filter { !$0.isAttention }
    let isForPeople = [.table, .text].contains(try Presentation(desk).format())
    guard isForPeople && faults.isEmpty else {
      return document(inspection.findings, fixed, isFaulty: !faults.isEmpty, at: desk)
    }
    var answer = fixed ?? Answer()
    // Cron hears nothing of a book that is well; who asks at a terminal is answered.
    if desk.options.verbose || (desk.surroundings.terminal != nil && !desk.options.quiet) {
      let (rows, events) = (inspection.rows, inspection.events)
      answer.echo.insert(
        Text(
          "sound: \(rows) rows, \(events) events", "良好: \(rows) 行, \(events) 笔流水",
          "良好: \(rows) 列, \(events) 筆流水"), at: 0)
    }
    answer.warnings = inspection.findings.map { finding in
      Complaint(
        .ok, Text("note: ", "注意: ", "注意: ") + finding.words,
        try: "gendan calendar import \(finding.about)-cn.csv")
    }
    return answer
  }

  private func chosen() throws -> [BookRule] {
    let ids = try words.map {
      try Spelling.read($0, as: Text("rule", "规则", "規則")) as BookRuleID
    }
    return ids.isEmpty ? BookRule.all : BookRule.all.filter { ids.contains($0.id) }
  }

  private func fixFigures(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      let count = try writing.correctKeptFigures().count
      answer.echo = [
        Text(
          "\(count) kept figure\(count == 1 ? "" : "s") recomputed", "重算了 \(count) 个留存数字",
          "重算了 \(count) 個留存數字")
      ]
    }
  }

  private func document(_ findings: [Finding], _ fixed: Answer?, isFaulty: Bool, at desk: Desk) -> Answer {
    var table = Table(
      "findings",
      columns: [
        Column("rule", desk.say(Text("Rule", "规则", "規則"))),
        Column("about", desk.say(Text("About", "对象", "對象"))),
        Column("finding", desk.say(Text("Finding", "问题", "問題")), shrinks: true, minimumWidth: 20),
        Column("level", desk.say(Text("Level", "程度", "程度"))),
        Column("kind", desk.say(Text("Kind", "类别", "類別"))),
        Column("field", desk.say(Text("Field", "字段", "欄位"))),
        Column("stored", desk.say(Text("Stored", "现值", "現值"))),
        Column("right", desk.say(Text("Right", "应为", "應為"))),
      ])
    table.rows = findings.map { .cells(cells($0, at: desk)) }
    var document = Document([.table(table)])
    if let fixed { document.blocks.insert(contentsOf: fixed.echo.map { .line(desk.say($0)) }, at: 0) }
    if findings.contains(where: { $0.rule == .figures }) {
      let hint = Text(
        "kept figures: gendan check --fix", "重算留存数字: gendan check --fix", "重算留存數字: gendan check --fix")
      document.blocks += [.blank, .line(desk.say(hint), .faint)]
    }
    var answer = Answer("findings", document)
    answer.columns = ["rule", "about", "finding"]
    answer.title = Text("Findings", "体检结果", "體檢結果")
    answer.event = fixed?.event
    answer.exit = isFaulty ? .attention : .ok
    return answer
  }

  private func cells(_ finding: Finding, at desk: Desk) -> [Cell] {
    var cells = [
      Cell(desk.say(finding.rule.words), code: finding.rule.rawValue),
      finding.about.isEmpty ? .none : Cell(finding.about),
      Cell(
        desk.say(finding.words), value: .string(finding.words.english),
        style: finding.isAttention ? .attention : .overdue),
      Cell(finding.isAttention ? "attention" : "fault"), Cell(finding.kind),
    ]
    if case .figure(let figure) = finding {
      cells += [Cell(figure.field), cell(figure.stored), cell(figure.right)]
    }
    return cells
  }

  private func cell(_ value: SQLValue) -> Cell {
    switch value {
    case .integer(let number): Cell(String(number), value: .integer(number))
    case .real(let number): Cell(String(number), value: .decimal(String(number)))
    case .text(let text): Cell(text)
    case .null: .none
    }
  }
}
