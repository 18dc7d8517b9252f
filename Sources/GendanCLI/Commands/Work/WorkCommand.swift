import ArgumentParser
import Gendan
import GendanOutput

/// Production orders.
struct WorkCommand: NounCommand {
  static let word = "work"
  static let chinese = ["生产单", "生產單"]
  static let about = Text("production orders", "生产单", "生產單")
  static let verbs: [any BookCommand.Type] = [
    WorkList.self, WorkShow.self, WorkCheck.self, WorkPrint.self, WorkPackaging.self, WorkStock.self,
    WorkSuggest.self, WorkMerge.self, WorkReissue.self, WorkCancel.self, WorkWarn.self, WorkUrge.self,
    WorkHold.self,
    WorkResume.self, WorkSteps.self,
  ]
}

/// Lists production orders as of a day.
struct WorkList: BookCommand {
  static let sheet = CommandSheet(
    id: "work.list", word: "list", short: "ls", chinese: ["列表"],
    about: Text("list production orders", "列出生产单", "列出生產單"),
    usage: "[WORD…] [--late] [--open] [--no-reply] [--as-of DATE] [-p PERIOD] [--by product|month]",
    examples: [
      "work list --open", "work list --no-reply", "work list --late --as-of 2026-03-31",
      "work list -p lastmonth --by product",
    ],
    part: .supervisor)

  @Argument var words: [String] = []
  @Flag var late = false
  @Flag var open = false
  @Flag(name: .customLong("no-reply")) var noReply = false
  @Option(name: .customLong("as-of")) var asOf: String?
  @OptionGroup var global: GlobalOptions

  /// By what production orders are put together.
  enum Grouping: String, CaseIterable, Worded {
    case product, month

    var words: Text {
      switch self {
      case .product: TableField.product.words
      case .month: Text("month", "月", "月")
      }
    }
  }

  func run(at desk: Desk) throws -> Answer {
    let grouping: Grouping? = try global.by.map { try Spelling.read($0, as: Text("group", "分组", "分組")) }
    let (list, entries) = try desk.read { reading in
      let context = DateContext(today: reading.today, calendar: try reading.calendar(), direction: .view)
      var list = ProductionList(
        asOf: try asOf.map { try DatePhrase.parse($0, in: context) } ?? reading.today)
      if let period = global.period { list.due = try PeriodPhrase.parse(period, in: context) }
      list.words = words
      list.isLate = late
      list.isOpen = open
      list.isUnanswered = noReply
      return (list, try list.entries(in: reading))
    }
    let total = WorkFigures(entries)
    let table =
      if let grouping { Self.table(of: entries, by: grouping, desk.language) } else {
        try Self.table(of: entries, limit: desk.limit(), desk.language)
      }
    var answer = Answer("work", Document([.table(table)]))
    answer.asOf = list.asOf
    answer.extra = [JSON.Member("totals", total.json)]
    answer.title = Text("Production orders", "生产单", "生產單")
    return answer
  }

  private static func table(
    of entries: [ProductionList.Entry], limit: Int?, _ language: Language
  ) -> Table {
    func column(_ field: TableField, _ alignment: Alignment = .leading, priority: Int = 0) -> Column {
      Column(field.rawValue, field.words[language], alignment, priority: priority)
    }
    // Columns that nobody has anything in make room for the others.
    let isAnswered = entries.contains { $0.commitment != nil }
    let isUrged = entries.contains { $0.urges > 0 }
    let columns = [
      column(.no), column(.order, priority: 6),
      Column("product", TableField.product.words[language], priority: 1, shrinks: true),
      column(.qty, .trailing), column(.good, .trailing, priority: 3), column(.scrap, .trailing, priority: 4),
      column(.released, priority: 5), column(.due), column(.finished, priority: 2),
      Column("late", OrderField.late.words[language], .trailing),
      Column("late_days", Text("Calendar days late", "超期日历天", "逾期日曆天")[language], .trailing, priority: 9),
      Column("open", Text("Open", "在产", "在產")[language], priority: 7),
      Column("product_code", Text("Product code", "产品编号", "產品編號")[language], priority: 8),
      Column("reply_start", Text("Answered start", "答复开工", "答覆開工")[language], priority: 8),
      Column("reply_finish", Text("Answered finish", "答复完工", "答覆完工")[language], priority: isAnswered ? 3 : 9),
      Column("urges", Text("Urges", "加急", "加急")[language], .trailing, priority: isUrged ? 5 : 9),
    ]
    let rows = entries.prefix(limit ?? .max).map { entry -> Table.Row in
      let production = entry.production
      func amount(_ number: Int64) -> Cell {
        let quantity = production.quantity.with(number)
        return Cell(quantity.text, value: .decimal(quantity.plain))
      }
      func day(_ day: Day?) -> Cell { day.map { Cell($0.description) } ?? .none }
      return .cells([
        Cell(production.no), production.orderNo.map { Cell($0) } ?? .none, Cell(production.product),
        amount(production.quantity.smallest), amount(production.good), amount(production.scrap),
        day(production.releasedOn), day(production.dueOn), day(entry.finishedOn),
        entry.lateness.map { late in
          Cell(
            DateWords.late(late)[language], value: .integer(Int64(late.workingDays)),
            style: late.isLate && entry.isOpen ? .overdue : nil)
        } ?? .none,
        entry.lateness.map { Cell(String($0.days), value: .integer(Int64($0.days))) } ?? .none,
        Cell(entry.isOpen ? Text("open", "在产", "在產")[language] : "", value: .bool(entry.isOpen)),
        Cell(production.productCode), day(entry.commitment?.startOn), day(entry.commitment?.finishOn),
        Cell(entry.urges > 0 ? String(entry.urges) : "", value: .integer(Int64(entry.urges))),
      ])
    }
    return Table("work", columns: columns, rows: rows)
  }

  private static func table(
    of entries: [ProductionList.Entry], by grouping: Grouping, _ language: Language
  ) -> Table {
    var groups: [String: [ProductionList.Entry]] = [:]
    for entry in entries {
      let name =
        grouping == .product
        ? entry.production.product : entry.production.dueOn.map { String($0.description.prefix(7)) } ?? "-"
      groups[name, default: []].append(entry)
    }
    let columns =
      [Column(grouping.rawValue, grouping.words[language])] + WorkFigures.columns(language)
    let rows = groups.sorted { $0.key < $1.key }.map { name, entries -> Table.Row in
      .cells([Cell(name)] + WorkFigures(entries).cells)
    }
    return Table("work", columns: columns, rows: rows)
  }
}

/// Counts and sums over production orders.
struct WorkFigures {
  private(set) var count = 0
  private(set) var late = 0
  private(set) var onTime = OnTimeRate()
  private(set) var open = 0
  private(set) var overdue = 0
  private(set) var worst = 0
  private(set) var worstOpen = 0
  private(set) var withScrap = 0
  /// Sums with the decimals that the most precise product has.
  private var sums: [Int64] = [0, 0, 0]
  private let decimals: Int

  init(_ entries: [ProductionList.Entry]) {
    decimals = entries.map { $0.production.quantity.decimals }.max() ?? 0
    for entry in entries {
      let production = entry.production
      count += 1
      if entry.isLate { late += 1 }
      if entry.finishedOn != nil { onTime.count(isOnTime: !entry.isLate, isDelivered: true) }
      if entry.isOpen { open += 1 }
      if entry.isOpen && entry.isLate { overdue += 1 }
      worst = max(worst, entry.lateness?.days ?? 0)
      if entry.isOpen { worstOpen = max(worstOpen, entry.lateness?.days ?? 0) }
      if production.scrap > 0 { withScrap += 1 }
      let scale = Decimal.scale(decimals - production.quantity.decimals)
      for (place, number) in [production.quantity.smallest, production.good, production.scrap].enumerated() {
        sums[place] += number * scale
      }
    }
  }

  private var members: [(id: String, title: Text, value: JSON)] {
    [
      ("count", Text("Orders", "单数", "單數"), .integer(Int64(count))),
      ("late", Text("Late", "超期", "逾期"), .integer(Int64(late))),
      ("on_time_pct", Text("On time %", "准时 %", "準時 %"), rate),
      ("open", Text("Open", "在产", "在產"), .integer(Int64(open))),
      ("overdue", Text("Overdue", "在产超期", "在產逾期"), .integer(Int64(overdue))),
      ("worst", Text("Worst", "最长", "最長"), .integer(Int64(worst))),
      ("worst_open", Text("Worst open", "在产最长", "在產最長"), .integer(Int64(worstOpen))),
      ("qty", TableField.qty.words, sum(0)), ("good", TableField.good.words, sum(1)),
      ("scrap", TableField.scrap.words, sum(2)),
      ("with_scrap", Text("With scrap", "有报废", "有報廢"), .integer(Int64(withScrap))),
    ]
  }

  /// The share of the finished ones that were on time; no data is not 100 %.
  private var rate: JSON {
    onTime.deliveredRate.map { .decimal(Decimal.text(Int64($0.basisPoints), decimals: 2)) } ?? .null
  }

  private func sum(_ place: Int) -> JSON { .decimal(Decimal.text(sums[place], decimals: decimals)) }

  var json: JSON { .object(members.map { JSON.Member($0.id, $0.value) }) }
  var cells: [Cell] { members.map { Cell($0.value == .null ? "-" : $0.value.text, value: $0.value) } }

  static func columns(_ language: Language) -> [Column] {
    WorkFigures([]).members.enumerated().map {
      Column($0.element.id, $0.element.title[language], .trailing, priority: $0.offset)
    }
  }
}
