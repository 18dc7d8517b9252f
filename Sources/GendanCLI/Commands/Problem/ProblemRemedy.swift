import ArgumentParser
import Gendan

/// Writes down why it happened, and who answers for it (R-184).
struct ProblemExplain: BookCommand {
  static let sheet = CommandSheet(
    id: "problem.cause", word: "cause", chinese: ["原因"],
    about: Text("write down why, and who answers for it", "写明原因和责任部门", "寫明原因和責任部門"),
    usage: "NO TEXT [--dept D] [--side own|customer|supplier|force-majeure]",
    examples: [
      "problem cause PB2603-0001 供应商发错规格 --dept 采购 --side supplier"
    ], part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var dept: String?
  @Option var side: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let side: FaultSide? = try side.map { try Spelling.read($0, as: Text("side", "责任方", "責任方")) }
    return try desk.actOnProblem(words) { problem, words, writing, _ in
      let example = "gendan problem cause \(problem.no) TEXT --dept DEPARTMENT"
      let text = try words.name(Text("the cause", "原因", "原因"), try: example)
      let department = try desk.department(
        dept ?? problem.finding?.department ?? problem.department, try: example, in: writing)
      let problem = try writing.explain(problem, text, responsible: department.id, side: side)
      return Text("cause ", "原因 ", "原因 ") + text + Text(", answers for it: ", ", 责任部门 ", ", 責任部門 ")
        + department.name
        + (problem.finding.map { Text(verbatim: " (") + $0.side.words + ")" } ?? Text("", "", ""))
    }
  }
}

/// Decides what is done about it: now, for good, and against its coming back (R-168, R-170, R-185).
struct ProblemRemedy: BookCommand {
  static let sheet = CommandSheet(
    id: "problem.remedy", word: "remedy", chinese: ["对策", "對策"],
    about: Text("decide what is done about it", "定对策", "定對策"),
    usage: "NO TEXT [--corrective TEXT] [--preventive TEXT] [--dept D] [--due DATE]",
    examples: [
      "problem remedy PB2603-0001 全检挑选返喷 --corrective 换喷枪 --preventive 每班首件比色 --dept 质检 --due 周五"
    ], part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var corrective: String?
  @Option var preventive: String?
  @Option var dept: String?
  @Option var due: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.actOnProblem(words) { problem, words, writing, dates in
      var remedy = NewRemedy(
        try words.name(
          Text("what is done", "对策内容", "對策內容"),
          try: "gendan problem remedy \(problem.no) TEXT --dept DEPARTMENT --due +2wd"))
      remedy.corrective = corrective.filled
      remedy.preventive = preventive.filled
      remedy.department = try dept.map { try Department.named($0, in: writing.db).id }
      remedy.dueOn = try due.map { try desk.day($0, .plan, in: writing) }
      let problem = try writing.decide(remedy, of: problem)
      guard let decided = try Remedy.of(problem, in: writing.db).last else { return Text("", "", "") }
      var text = Noun.remedy.words + " \(decided.seq): \(decided.text)"
      if let department = decided.department { text = text + " (\(department))" }
      if let day = decided.dueOn { text = text + Text(", by ", ", 期限 ", ", 期限 ") + dates.echo(day) }
      return text
    }
  }
}

/// Notes that a remedy was carried out.
struct ProblemDone: BookCommand {
  static let sheet = CommandSheet(
    id: "problem.done", word: "done", chinese: ["完成"],
    about: Text("note that a remedy was carried out", "登记对策已完成", "登記對策已完成"), usage: "NO [N] [--on DATE]",
    examples: ["problem done PB2603-0001", "problem done PB2603-0001 2 --on 昨天"], part: .follow,
    right: .report)

  @Argument var words: [String] = []
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.actOnProblem(words) { problem, words, writing, dates in
      let example = "gendan problem done \(problem.no) 1"
      guard words.count <= 1 else { throw Complaint.missing(Self.which, try: example) }
      let seq = try words.first.map { word in
        guard let number = Int(folded(word)) else { throw Complaint.missing(Self.which, try: example) }
        return number
      }
      let day = try desk.factDay(on, in: writing) ?? writing.today
      let remedy = try writing.finish(remedy: seq, of: problem, on: day)
      return Noun.remedy.words + " \(remedy.seq)" + Text(" done ", " 已完成 ", " 已完成 ") + dates.full(day)
        + ": \(remedy.text)"
    }
  }

  private static let which = Text("the remedy's number", "对策的序号", "對策的序號")
}

/// Moves the day until which it is expected to block (R-166).
struct ProblemUntil: BookCommand {
  static let sheet = CommandSheet(
    id: "problem.until", word: "until", chinese: ["预计", "預計"],
    about: Text("move the day until which it blocks", "改预计解决日", "改預計解決日"),
    usage: "NO DATE --reason TEXT",
    examples: ["problem until PB2603-0001 下周三 --reason 供应商再延两天"], part: .follow, right: .report)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let reason = try global.why(
      try: "gendan problem until \(words.first ?? "PB2603-0001") DATE --reason TEXT")
    var warnings: [Complaint] = []
    var answer = try desk.actOnProblem(words) { problem, words, writing, dates in
      let before = problem.untilOn.map { dates.short($0) + " -> " } ?? ""
      let day = try desk.day(
        try words.name(
          Text("the day", "日期", "日期"), try: "gendan problem until \(problem.no) +2wd --reason TEXT"),
        .plan, in: writing)
      warnings = try desk.warning(of: try writing.expect(problem, until: day), in: writing)
      return Text("until ", "预计到 ", "預計到 ") + before + dates.echo(day) + ", \(reason)"
    }
    answer.warnings = warnings
    return answer
  }
}

/// Takes it to a superior (R-174, R-196).
struct ProblemEscalate: BookCommand {
  static let sheet = CommandSheet(
    id: "problem.escalate", word: "escalate", chinese: ["上报", "上報"],
    about: Text("take it to a superior", "上报给上级", "上報給上級"), usage: "NO [TEXT] [--to USER|ROLE] [--note TEXT]",
    examples: ["problem escalate PB2603-0001", "problem escalate PB2603-0001 --to gm --note 供应商停产"],
    part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var to: String?
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.actOnProblem(words) { problem, words, writing, _ in
      let target: EscalationTarget =
        if let to { try Self.target(to, in: writing) } else { .next }
      let problem = try writing.escalate(problem, to: target, note: words.continuing(note))
      guard let escalation = problem.escalation else { return Text("", "", "") }
      return Text("taken to ", "已上报 ", "已上報 ") + escalation.role.words
        + (escalation.person.map { " \($0)" } ?? "")
        + Text(", level \(escalation.level)", ", 第 \(escalation.level) 级", ", 第 \(escalation.level) 級")
        + (escalation.note.map { ": \($0)" } ?? "")
    }
  }

  private static func target(_ text: String, in reading: Reading) throws -> EscalationTarget {
    if let role: Role = Spelling.match(text) { return .role(role) }
    return .person(try User.named(text, in: reading.db))
  }
}

/// Closes what is settled (R-168, R-184).
struct ProblemClose: BookCommand {
  static let sheet = CommandSheet(
    id: "problem.close", word: "close", chinese: ["关闭", "關閉"],
    about: Text("close what is settled", "关闭已解决的异常", "關閉已解決的異常"), usage: "NO [TEXT] [--note TEXT]",
    examples: ["problem close PB2603-0001 --note 材料已到"], part: .follow)

  @Argument var words: [String] = []
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.actOnProblem(words) { problem, words, writing, _ in
      let problem = try writing.close(problem, note: words.continuing(note))
      let minutes = (writing.now - problem.openedAt) / 60
      var text = Text("closed after ", "已关闭, 历时 ", "已關閉, 歷時 ") + Elapsed.text(minutes: minutes)
      if problem.openRemedies > 0 {
        text =
          text
          + Text(
            ", \(problem.openRemedies) remedies still to do", ", 还有 \(problem.openRemedies) 条对策未完成",
            ", 還有 \(problem.openRemedies) 條對策未完成")
      }
      return problem.closeNote.map { text + ": \($0)" } ?? text
    }
  }
}

extension [String] {
  /// The note that an option begins and the words left on the line go on with: nothing typed is lost.
  func continuing(_ note: String?) -> String? {
    ([note.filled].compactMap { $0 } + self).joined(separator: " ").filledText
  }
}

extension Desk {
  /// The department that is named, or else the person's own; throws where neither is known.
  func department(_ name: String?, try example: String, in writing: Writing) throws -> Department {
    let own = try Member.named(writing.user.login, in: writing.db).department
    guard let name = name ?? own else {
      throw Complaint.missing(Text("--dept DEPARTMENT", "--dept 部门", "--dept 部門"), try: example)
    }
    return try Department.named(name, in: writing.db)
  }
}
