import ArgumentParser
import Gendan
import GendanOutput

/// What is in hand: open orders, what they are worth, late and at risk, by group.
struct ReportBoard: BookCommand {
  static let sheet = CommandSheet(
    id: "report.board", word: "board", chinese: ["在手"],
    about: Text("open orders, their worth, late, at risk", "在手订单: 金额, 超期, 风险", "在手訂單: 金額, 逾期, 風險"),
    usage: "[FILTER…] [--by clerk|customer|dept|step|product]",
    examples: ["board", "board --by customer", "board 客户:宏达 --by dept"], part: .supervisor)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let grouping = try OrderGrouping(desk.options.by ?? "clerk", in: reading)
      let language = desk.language
      let board = try Board.read(
        try desk.filter(words, in: reading), by: { grouping.name($0, language) }, in: reading)
      let dates = try desk.dateWords(reading)
      var page = try ReportPage(
        "board", Text("In hand  as of ", "在手订单  截至 ", "在手訂單  截至 ") + dates.full(reading.today), at: desk)
      let listing = Self.listing(language, grouping.words, isForecast: board.toldOn != nil)
      var table = listing.table(board.groups)
      if !board.groups.isEmpty {
        table.total = listing.fields.map { $0.cell(board.total) }
        table.total?[0] = Cell(Text("total", "合计", "合計")[language], value: .null)
      }
      try page.table(table)
      page.note(
        Text(
          "worth: what is owed, at order prices; late: past the latest promise",
          "金额: 未交部分, 按订单价; 超期: 过最新答复交期",
          "金額: 未交部分, 按訂單價; 逾期: 過最新答覆交期"))
      page.note(try KeptForecast.basis(in: reading, dates))
      return page.answer()
    }
  }

  private static func listing(
    _ language: Language, _ group: Text, isForecast: Bool
  ) -> Listing<Board.Figures> {
    func count(
      _ id: String, _ heading: Text, priority: Int = 0, _ style: Style? = nil,
      _ value: @escaping (Board.Figures) -> Int
    ) -> Listing<Board.Figures>.Field {
      .init(id, heading, .trailing, priority: priority) { Cell(count: value($0), style: style) }
    }
    return Listing(
      id: "board", language: language,
      fields: [
        .init("group", group, shrinks: true) { Cell($0.group) },
        count("orders", Text("Orders", "订单", "訂單")) { $0.orders },
        count("deliveries", Text("Deliveries", "未交行", "未交行"), priority: 3) { $0.deliveries },
        .init("worth", Text("Worth", "未交金额", "未交金額"), .trailing) { Cell(amounts: $0.worth) },
        count("unpriced", Text("Unpriced", "无价行", "無價行"), priority: 4) { $0.unpriced },
        count("today", Text("Due today", "今日到期", "今日到期"), priority: 2, .attention) { $0.dueToday },
        count("overdue", Text("Late", "超期", "逾期"), .overdue) { $0.overdue },
        .init("at_risk", Text("At risk", "有风险", "有風險"), .trailing) {
          // Without a forecast nobody knows.
          isForecast ? Cell(count: $0.atRisk, style: .attention) : .none
        },
      ])
  }
}

extension OrderGrouping {
  /// What it groups by, as it stands above a column.
  var words: Text { field.words }
}
