import ArgumentParser
import Gendan
import GendanOutput

/// What goes wrong, one line a problem, or by kind or department (R-163, R-169, R-182, R-183).
struct ProblemList: BookCommand {
  static let sheet = CommandSheet(
    id: "problem.list", word: "list", short: "ls", chinese: ["列表"],
    about: Text("list problems", "列出异常", "列出異常"),
    usage: "[FILTER…] [--kind KIND] [--dept D] [--open | --all] [-p PERIOD] [--by kind|dept|resource]",
    examples: [
      "problem list", "problem list --kind 缺料 --dept 采购", "problem list -p lastmonth --all --by kind",
    ],
    part: .follow)

  @Argument var words: [String] = []
  @Option var kind: String?
  @Option var dept: String?
  @Flag var open = false
  @Flag var all = false
  @OptionGroup var global: GlobalOptions

  /// By what problems are put together.
  enum Grouping: String, CaseIterable, Worded {
    case kind, dept, resource

    var words: Text {
      switch self {
      case .kind: Text("kind", "类别", "類別")
      case .dept: OrderField.dept.words
      case .resource: Noun.resource.words
      }
    }
  }

  func run(at desk: Desk) throws -> Answer {
    let grouping: Grouping? = try global.by.map { try Spelling.read($0, as: Text("group", "分组", "分組")) }
    return try desk.read { reading in
      var filter = ProblemFilter()
      (filter.words, filter.orders) = try desk.wordsAndOrders(words, in: reading)
      filter.kind = try kind.map(Cause.read)
      filter.department = try dept.map { try Department.named($0, in: reading.db).id }
      filter.opened = try desk.period(in: reading)
      filter.isOpen = open || !all
      let found = try Problem.list(filter, in: reading)
      var answer: Answer
      if let grouping {
        answer = Answer("problems_by", Self.figures(found, by: grouping, reading.now, desk.language))
      } else {
        let shown = try desk.limit().map { Array(found.prefix($0)) } ?? found
        answer = Answer(
          "problems", Problem.listing(desk, try desk.dateWords(reading), reading.now).list(shown))
        answer.columns = [
          "no", "order", "customer", "step", "kind", "text", "qty", "dept", "until", "level", "state",
          "opened",
        ]
        answer.rows = shown.map { $0.orderNo ?? $0.productionNo ?? $0.no }
      }
      answer.title = Noun.problem.heading
      return answer
    }
  }

  private static func figures(
    _ problems: [Problem], by grouping: Grouping, _ now: Instant, _ language: Language
  ) -> Document {
    func name(_ problem: Problem) -> Cell {
      switch grouping {
      case .kind: Cell(id: problem.kind, language)
      case .dept: Cell(problem.finding?.department ?? problem.department ?? "-")
      case .resource: Cell(problem.resource ?? "-")
      }
    }
    let groups = Dictionary(grouping: problems) { name($0).text }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
    func count(
      _ id: String, _ heading: Text, _ isCounted: @escaping (Problem) -> Bool
    ) -> Listing<[Problem]>.Field {
      .init(id, heading, .trailing) { Cell(number: $0.filter(isCounted).count) }
    }
    return Listing<[Problem]>(
      id: "problems_by", language: language,
      fields: [
        .init(grouping.rawValue, grouping.heading) { $0.first.map(name) ?? .none },
        count("n", Text("Count", "件数", "件數")) { _ in true },
        count("open", Text("Open", "未关闭", "未關閉")) { $0.isOpen },
        count("severe", Text("Severe", "严重", "嚴重")) { $0.isSevere },
        count("taken_up", Text("Taken up", "已上报", "已上報")) { $0.escalation != nil },
        .init("days", Text("Days in all", "合计天数", "合計天數"), .trailing) { group in
          Cell(days: group.reduce(0) { $0 + (($1.closedAt ?? now) - $1.openedAt) / 60 })
        },
      ]
    ).list(groups)
  }
}

/// One problem with its remedies, where it was taken, and what happened (R-163, R-174, R-185).
struct ProblemShow: BookCommand {
  static let sheet = CommandSheet(
    id: "problem.show", word: "show", chinese: ["看"],
    about: Text("show a problem and what is done about it", "看一件异常的经过", "看一件異常的經過"), usage: "NO",
    examples: ["problem show PB2603-0001"], part: .follow)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let problem = try desk.problem(&words, in: reading)
      let dates = try desk.dateWords(reading)
      let remedies = Self.remedies(desk, dates).table(try Remedy.of(problem, in: reading.db))
      let escalations = Self.escalations(desk, dates).table(try Escalation.of(problem, in: reading.db))
      let listing = Problem.listing(desk, dates, reading.now)
      var document = listing.card(
        problem, with: [.init("remedies", remedies.json), .init("escalations", escalations.json)])
      // People see nothing that was not said.
      let said = listing.fields.filter { !["", "0.0"].contains($0.cell(problem).text) }
      document.blocks = Listing(id: "problem", language: desk.language, fields: said).card(problem).blocks
      for table in [remedies, escalations] where !table.rows.isEmpty {
        document.blocks += [.blank, .table(table)]
      }
      document.blocks += [.blank]
      let names = try User.names(in: reading)
      document.blocks += try Journal.events(subject: problem.no, limit: 50, in: reading).map { event in
        let reason = event.reason.map { event.line.contains($0) ? "" : " (\($0))" } ?? ""
        let time = dates.time(event.at, utcOffset: desk.utcOffset(event.at))
        return .line(" \(time)  \(names[event.login] ?? event.login)  \(event.line)\(reason)")
      }
      var answer = Answer("problem", document)
      answer.touched = problem.orderNo.map { [$0] } ?? []
      return answer
    }
  }

  private static func remedies(_ desk: Desk, _ dates: DateWords) -> Listing<Remedy> {
    Listing(
      id: "remedies", language: desk.language,
      fields: [
        .init("n", Text(verbatim: "#"), .trailing) { Cell(number: $0.seq) },
        .init("remedy", Noun.remedy.heading, shrinks: true) { Cell($0.text) },
        .init("corrective", Text("Corrective", "整改", "整改"), priority: 2, shrinks: true) {
          Cell(optional: $0.corrective)
        },
        .init("preventive", Text("Preventive", "预防", "預防"), priority: 2, shrinks: true) {
          Cell(optional: $0.preventive)
        },
        .init("dept", OrderField.dept.words) { Cell(optional: $0.department) },
        .init("due", Text("Due", "期限", "期限")) { remedy in
          guard let day = remedy.dueOn else { return .none }
          var cell = Cell(day: day, dates)
          if remedy.doneOn == nil && day < dates.today { cell.style = .overdue }
          return cell
        },
        .init("done", Text("Done", "完成", "完成")) { remedy in
          remedy.doneOn.map { Cell(day: $0, dates) } ?? .none
        },
        .init("by", Text("By", "提出", "提出"), priority: 3) { Cell($0.by) },
      ])
  }

  private static func escalations(_ desk: Desk, _ dates: DateWords) -> Listing<Escalation> {
    Listing(
      id: "escalations", language: desk.language,
      fields: [
        .init("level", Text("Level", "级", "級"), .trailing) { Cell(number: $0.level) },
        .init("role", Text("Taken to", "已上报", "已上報")) { Cell(id: $0.role, desk.language) },
        .init("person", Text("Who", "人员", "人員")) { Cell(optional: $0.person) },
        .init("at", Text("When", "时间", "時間")) { escalation in
          Cell(
            dates.time(escalation.at, utcOffset: desk.utcOffset(escalation.at)),
            value: .string(escalation.at.description))
        },
        .init("by", Text("By", "上报人", "上報人")) { Cell($0.by) },
        .init("note", OrderField.note.words, shrinks: true) { Cell(optional: $0.note) },
      ])
  }
}

extension Desk {
  /// Words that are looked for in the thing itself, and terms such as `customer:宏达` about its order.
  func wordsAndOrders(
    _ words: [String], in reading: Reading
  ) throws -> (words: [String], orders: OrderFilter?) {
    let isTerm = { (word: String) in folded(word).contains(":") }
    let terms = words.filter(isTerm)
    return (
      words.filter { !isTerm($0) }.map(folded), chosen(terms).isEmpty ? nil : try filter(terms, in: reading)
    )
  }
}
