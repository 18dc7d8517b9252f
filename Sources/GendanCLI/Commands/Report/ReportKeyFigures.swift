import ArgumentParser
import Gendan
import GendanOutput

/// The figures of a month beside those of the month before (R-439, P29).
struct ReportKeyFigures: BookCommand {
  static let sheet = CommandSheet(
    id: "report.kpi", word: "kpi", chinese: ["指标", "指標"],
    about: Text("the month's figures: on time, answered …", "月度指标: 准交率 回复率 …", "月度指標: 準交率 回覆率 …"),
    usage: "[--month MONTH | -p MONTH]", examples: ["report kpi", "report kpi --month lastmonth"],
    part: .supervisor)

  @Option var month: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let month = try desk.month(month, in: reading)
      let before = Period.month(of: (month.first ?? reading.today).adding(days: -1))
      let (figures, last) = (try KeyFigures.of(month, in: reading), try KeyFigures.of(before, in: reading))
      let rows = KeyFigures.Measure.allCases.map { Row(measure: $0, figure: figures[$0], last: last[$0]) }
      func name(_ period: Period) -> String { String(period.first?.description.prefix(7) ?? "") }
      var page = try ReportPage(
        "kpi",
        Text("Key figures  ", "月度指标  ", "月度指標  ") + name(month)
          + Text("  as of ", "  截至 ", "  截至 ") + "\(reading.today)", at: desk)
      try page.table(Self.listing(desk.language, last: name(before)).table(rows))
      page.note(
        Text(
          "on time: deliveries whose promise lay in the month; others: what came or happened in it",
          "准交: 答复交期在本月的交货行; 其余: 本月来单或发生的", "準交: 答覆交期在本月的交貨行; 其餘: 本月來單或發生的"))
      return page.answer()
    }
  }

  /// A measure in both months.
  private struct Row {
    let measure: KeyFigures.Measure
    let figure: KeyFigures.Figure?
    let last: KeyFigures.Figure?
  }

  private static func listing(_ language: Language, last: String) -> Listing<Row> {
    func rate(_ figure: KeyFigures.Figure?) -> Cell {
      guard let figure, let whole = figure.whole else { return .none }
      return Cell(figure.ratio, isTooFew: whole < 5)
    }
    return Listing(
      id: "kpi", language: language,
      fields: [
        .init("measure", Text("Measure", "指标", "指標"), shrinks: true) { Cell(id: $0.measure, language) },
        .init("n", Text("Number", "数", "數"), .trailing) { Cell(number: $0.figure?.part) },
        .init("of", Text("Of", "总数", "總數"), .trailing) { Cell(number: $0.figure?.whole) },
        .init("rate", Text("Rate", "率", "率"), .trailing) { rate($0.figure) },
        .init("last_n", Text(verbatim: last), .trailing) { Cell(number: $0.last?.part) },
        .init("last_of", Text("Of", "总数", "總數"), .trailing) { Cell(number: $0.last?.whole) },
        .init("last_rate", Text("Rate", "率", "率"), .trailing) { rate($0.last) },
      ])
  }
}

extension Desk {
  /// The month of `--month` or `-p`; this month where neither is given.
  func month(_ text: String?, in reading: Reading) throws -> Period {
    guard let text else { return .month(of: try period(in: reading)?.first ?? reading.today) }
    let context = DateContext(today: reading.today, calendar: try reading.calendar(), direction: .view)
    return .month(of: try PeriodPhrase.parse(text, in: context).first ?? reading.today)
  }
}

extension KeyFigures.Measure: Worded {
  var words: Text {
    switch self {
    case .onTimeFirst: Text("on time, first promise", "准交 (首次答复)", "準交 (首次答覆)")
    case .onTimeLatest: Text("on time, latest promise", "准交 (最新答复)", "準交 (最新答覆)")
    case .withinTwoDays: Text("at most 2 days late", "超期不过 2 天", "逾期不過 2 天")
    case .inFull: Text("on time and in full", "按时足量", "按時足量")
    case .answered: Text("orders answered in time", "按时回复订单", "按時回覆訂單")
    case .told: Text("remittances told in time", "按时报款", "按時報款")
    case .passed: Text("orders passed on in time", "按时交单", "按時交單")
    case .cancelled: Text("orders cancelled", "取消订单", "取消訂單")
    case .moved: Text("promises moved", "改期次数", "改期次數")
    case .settled: Text("problems settled", "异常已解决", "異常已解決")
    case .reported: Text("delays reported in time", "延误按时上报", "延誤按時上報")
    case .overrides: Text("rules overridden", "越权放行", "越權放行")
    }
  }
}
