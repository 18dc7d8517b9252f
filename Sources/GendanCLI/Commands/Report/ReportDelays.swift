import ArgumentParser
import Gendan
import GendanOutput

/// Deliveries that were late: which, or how many days by cause, department, step or customer.
struct ReportDelays: BookCommand {
  static let sheet = CommandSheet(
    id: "report.delays", word: "delays", chinese: ["延误分析", "延誤分析"],
    about: Text("what was late, by cause, department …", "超期分析: 按原因 部门", "逾期分析: 按原因 部門"),
    usage: "[-p PERIOD] [--by cause|dept|step|customer] [--pareto] [--basis first|latest|want]",
    examples: ["report delays", "report delays -p lastmonth --by cause --pareto"], part: .supervisor)

  @Flag var pareto = false
  @Option var basis: String?
  @OptionGroup var global: GlobalOptions

  /// By what late deliveries are put together.
  enum Grouping: String, CaseIterable, Worded {
    case cause, dept, step, customer

    var words: Text {
      switch self {
      case .cause: OrderField.cause.words
      case .dept: OrderField.dept.words
      case .step: Noun.step.heading
      case .customer: OrderField.customer.words
      }
    }

    func name(_ late: LateDelivery, _ language: Language) -> String {
      switch self {
      case .cause: late.cause?.words[language] ?? ""
      case .dept: late.department ?? ""
      case .step: late.step ?? ""
      case .customer: late.customer
      }
    }
  }

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let grouping: Grouping? = try desk.grouping() ?? (pareto ? .cause : nil)
      let basis = try desk.basis(
        basis, standard: Basis(rawValue: reading.settings()[.otdBasis]) ?? .first)
      let period = try desk.period(in: reading) ?? .month(of: reading.today)
      let late = try LateDelivery.all(period, basis, in: reading)
      var page = try ReportPage(
        "delays",
        Text("Late deliveries  ", "超期分析  ", "逾期分析  ") + period.description
          + Text("   against the ", "   口径: ", "   口徑: ") + basis.words, at: desk)
      if let grouping {
        try page.table(groups(late, grouping, desk.language))
      } else {
        let dates = try desk.dateWords(reading)
        try page.table(Self.listing(desk.language, dates).table(late), numbers: late.map(\.no))
      }
      let sum = late.reduce(0) { $0 + $1.days }
      page.line(
        Text(
          "late \(late.count), calendar days \(sum)", "超期 \(late.count) 行, 共 \(sum) 个日历天",
          "逾期 \(late.count) 列, 共 \(sum) 個日曆天"))
      page.note(
        Text(
          "cause: of the last moved promise or the delay case; department and step: as ruled (why)",
          "原因: 最近改期或延误登记; 部门和工序: 按认定 (why)", "原因: 最近改期或延誤登記; 部門和工序: 按認定 (why)"))
      page.extra = [.init("basis", .string(basis.rawValue)), .init("days", .integer(Int64(sum)))]
      return page.answer()
    }
  }

  /// The late deliveries of one group, and the share of all days up to it.
  private struct Group {
    let name: String
    let late: [LateDelivery]
    let days: Int
    var upTo: Ratio?
  }

  private func groups(_ late: [LateDelivery], _ grouping: Grouping, _ language: Language) -> Table {
    let sum = late.reduce(0) { $0 + $1.days }
    var groups = Dictionary(grouping: late) { grouping.name($0, language) }
      .map { Group(name: $0.key, late: $0.value, days: $0.value.reduce(0) { $0 + $1.days }) }
      .sorted { ($1.days, $0.name) < ($0.days, $1.name) }
    var upTo = 0
    for index in groups.indices {
      upTo += groups[index].days
      groups[index].upTo = Ratio(upTo, of: sum)
    }
    var fields: [Listing<Group>.Field] = [
      .init(grouping.rawValue, grouping.words, shrinks: true) { group in
        // Programs read a cause by its id in every language.
        grouping == .cause && !group.name.isEmpty
          ? group.late.first?.cause.map { Cell(id: $0, language) } ?? .none
          : Cell(group: group.name, language)
      },
      .init("late", Text("Late", "行数", "列數"), .trailing) { Cell(number: $0.late.count) },
      .init("orders", Text("Orders", "订单", "訂單"), .trailing) { Cell(number: Set($0.late.map(\.no)).count) },
      .init("days", Text("Days", "天数", "天數"), .trailing) { Cell(number: $0.days) },
      .init("mean", Text("Mean", "平均", "平均"), .trailing) { Cell.mean($0.days, of: $0.late.count) },
      .init("share", Text("Share", "占比", "佔比"), .trailing) { Cell(share: Ratio($0.days, of: sum)) },
    ]
    if pareto {
      fields.append(.init("up_to", Text("Up to", "累计", "累計"), .trailing) { Cell(share: $0.upTo) })
    }
    return Listing(id: "delays", language: language, fields: fields).table(groups)
  }

  private static func listing(_ language: Language, _ dates: DateWords) -> Listing<LateDelivery> {
    Listing(
      id: "delays", language: language,
      fields: [
        .init("no", OrderField.no.words) { Cell($0.no) },
        .init("line", OrderField.line.words, .trailing, priority: 5) { Cell(number: $0.lineNo) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("product", OrderField.product.words, priority: 2, shrinks: true) { Cell($0.product) },
        .init("due", OrderField.due.words) { Cell(day: $0.dueOn, dates) },
        .init("completed", OrderField.completed.words) { late in
          late.cancelledOn == nil || late.completedOn != nil
            ? Cell(day: late.completedOn, dates) : Cell(OrderState.cancelled.words[language], value: .null)
        },
        .init("days", Text("Days", "天数", "天數"), .trailing) { late in
          var cell = Cell(number: late.days)
          if late.completedOn == nil && late.cancelledOn == nil { cell.style = .overdue }
          return cell
        },
        .init("cause", OrderField.cause.words) { late in late.cause.map { Cell(id: $0, language) } ?? .none },
        .init("dept", OrderField.dept.words, priority: 1) { Cell(optional: $0.department) },
        .init("step", Noun.step.heading, priority: 3) { Cell(optional: $0.step) },
      ])
  }
}
