import ArgumentParser
import Gendan
import GendanOutput

/// `plan`: what is made where and when (R-156, R-161, R-162, R-179, R-180).
struct PlanCommand: NounCommand {
  static let word = "plan"
  static let chinese = ["计划", "計劃"]
  static let about = Text("what is made where and when", "生产排程", "生產排程")
  static let verbs: [any BookCommand.Type] = [
    PlanRunCommand.self, PlanShow.self, PlanWeek.self, PlanDay.self, PlanSettle.self, PlanReply.self,
    PlanMove.self, PlanInsert.self, PlanFreeze.self, PlanThaw.self,
    PlanBaseline.self,
  ]
}

/// Plans the open work: backward from what is promised, on what the resources can do.
struct PlanRunCommand: BookCommand {
  static let sheet = CommandSheet(
    id: "plan.run", word: "run", chinese: ["排产", "排產"],
    about: Text("plan the open work", "排产", "排產"), usage: "[--moves N] [--reason TEXT] [--dry-run]",
    examples: ["plan run", "plan run --dry-run", "plan run --yes --reason 急单插入"], part: .supervisor,
    right: .produce)

  @Option var moves: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let budget = try moves.map(Self.count)
    // Planning takes its time; nobody waits for it at the door of the book.
    let (proposal, version) = try desk.read { (try $0.plan(moves: budget), try Journal.newest(in: $0)) }
    if !proposal.moved.isEmpty {
      let text = try desk.read { try PlanPage(desk, $0).question(proposal) }
      try desk.confirm(text)
    }
    return try desk.write(reason: global.reason.filled) { writing, answer in
      let isCurrent = try Journal.newest(in: writing) == version
      let run = try isCurrent ? proposal : writing.plan(moves: budget)
      try writing.save(run, reason: global.reason.filled)
      let page = try PlanPage(desk, writing)
      answer.echo = page.echo(run)
      answer.extra = page.members(run)
    }
  }

  private static func count(_ text: String) throws -> Int {
    guard let count = Int(folded(text)), 0...100_000_000 ~= count else {
      throw Complaint(
        .usage,
        Text("--moves \"\(text)\" is no count", "--moves \"\(text)\" 不是次数", "--moves \"\(text)\" 不是次數"),
        try: "--moves 100000")
    }
    return count
  }
}

/// The saved plan: where each step stands, and why.
struct PlanShow: BookCommand {
  static let sheet = CommandSheet(
    id: "plan.show", word: "show", chinese: ["看"],
    about: Text("where each step stands, and why", "每道工序排在哪里, 为什么", "每道工序排在哪裡, 為什麼"),
    usage: "[REF | MO | RESOURCE]", examples: ["plan show", "plan show 118", "plan show CNC1"], part: .follow)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let lines = try PlanLine.saved(in: reading).filter { line in
        words.allSatisfy { word in line.names.contains { folded($0).contains(folded(word)) } }
      }
      if lines.isEmpty, let word = words.first {
        throw BookError.notFound(.production, word, near: [])
      }
      var answer = Answer("plan", try PlanPage(desk, reading).listing(showsWhy: true).list(lines))
      answer.title = Text("Plan", "生产计划", "生產計劃")
      return answer
    }
  }
}

/// Wants nothing of a production order begun before a day, and plans anew (R-179).
struct PlanMove: BookCommand {
  static let sheet = CommandSheet(
    id: "plan.move", word: "move", chinese: ["调整", "調整"],
    about: Text("begin a production order no earlier", "推后某张生产单", "推後某張生產單"),
    usage: "MO --to DATE --reason TEXT", examples: ["plan move MO2603-0001 --to 3/20 --reason 等料"],
    part: .supervisor, right: .supervise)

  @Argument var words: [String] = []
  @Option var to: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let reason = try global.why(try: "gendan plan move \(words.first ?? "MO") --to DATE --reason TEXT")
    guard let to = to.filled else {
      throw Complaint.missing(
        Text("--to DATE", "--to 日期", "--to 日期"), try: "gendan plan move \(words.first ?? "MO") --to +3wd")
    }
    return try desk.write(reason: reason) { writing, answer in
      var words = words
      let production = try desk.production(&words, in: writing)
      let day = try desk.day(to, .plan, in: writing)
      try writing.postpone(production, until: day)
      let run = try writing.plan()
      try writing.save(run, reason: reason)
      let page = try PlanPage(desk, writing)
      let begin = Text("begins no earlier than ", "不早于 ", "不早於 ") + (try desk.dateWords(writing)).echo(day)
      answer.echo = [Text(verbatim: "\(production.no): ") + begin] + page.echo(run)
      answer.touched = production.orderNo.map { [$0] } ?? []
      answer.extra = page.members(run)
    }
  }
}

/// Makes an order a rush order and plans anew, once it is known who would slip, and by how much (R-076).
struct PlanInsert: BookCommand {
  static let sheet = CommandSheet(
    id: "plan.insert", word: "insert", chinese: ["插单", "插單"],
    about: Text("insert a rush order", "插入急单", "插入急單"), usage: "REF --reason TEXT [--dry-run]",
    examples: ["plan insert 118 --reason 客户停线 --dry-run", "plan insert 118 --reason 客户停线"],
    part: .supervisor, right: .supervise)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let reason = try global.why(try: "gendan plan insert \(words.first ?? "118") --reason TEXT")
    let (no, slips, summary) = try desk.read { reading in
      var words = words
      let order = try desk.reference(&words, in: reading).order
      let difference = try reading.difference(.rush(order: order.no))
      let page = try DifferencePage(desk, reading)
      return (order.no, page.delayed(difference), page.summary(difference))
    }
    let question = Text("\(no) first, ", "\(no) 插单: ", "\(no) 插單: ") + summary
    try desk.confirm((slips + [question + Text("; insert it?", "; 确定插单?", "; 確定插單?")]).joined("\n"))
    return try desk.write(reason: reason) { writing, answer in
      guard let order = try Order.numbered(no, in: writing.db) else {
        throw BookError.notFound(.order, no, near: [])
      }
      var change = OrderChange()
      change.priority = .high
      try writing.set(order, change)
      let run = try writing.plan()
      try writing.save(run, reason: reason)
      answer.echo = [question] + slips
      answer.touched = [no]
      answer.extra = try PlanPage(desk, writing).members(run)
    }
  }
}

/// Leaves a production order where the plan has put it (R-189).
struct PlanFreeze: BookCommand {
  static let sheet = CommandSheet(
    id: "plan.freeze", word: "freeze", chinese: ["锁定", "鎖定"],
    about: Text("leave a production order where it is planned", "锁定排程", "鎖定排程"), usage: "MO",
    examples: ["plan freeze MO2603-0001"], part: .supervisor, right: .supervise)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.freeze(words, true, Text("stays where it is planned", "已锁定, 排产不动", "已鎖定, 排產不動"))
  }
}

/// Lets a frozen production order move again.
struct PlanThaw: BookCommand {
  static let sheet = CommandSheet(
    id: "plan.thaw", word: "thaw", chinese: ["解锁", "解鎖"],
    about: Text("let a frozen production order move", "解除锁定", "解除鎖定"), usage: "MO",
    examples: ["plan thaw MO2603-0001"], part: .supervisor, right: .supervise)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.freeze(words, false, Text("moves with the plan again", "已解锁, 随排产移动", "已解鎖, 隨排產移動"))
  }
}

extension Desk {
  fileprivate func freeze(_ words: [String], _ isFrozen: Bool, _ echo: Text) throws -> Answer {
    try write { writing, answer in
      var words = words
      let production = try production(&words, in: writing)
      try writing.freeze(production, isFrozen)
      answer.echo = [Text(verbatim: "\(production.no): ") + echo]
      answer.touched = production.orderNo.map { [$0] } ?? []
    }
  }
}
