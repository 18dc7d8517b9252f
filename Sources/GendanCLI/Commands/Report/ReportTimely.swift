import ArgumentParser
import Gendan
import GendanOutput

/// Whether orders were answered, remittances told and approved orders passed on in time: rates by month and
/// clerk, and the late ones by name.
struct ReportTimely: BookCommand {
  static let sheet = CommandSheet(
    id: "report.timely", word: "timely", chinese: ["及时率", "及時率"],
    about: Text("orders answered, told and passed on in time", "三个及时: 回复, 报款, 交单", "三個及時: 回覆, 報款, 交單"),
    usage: "[-p PERIOD] [--every month] [--by clerk] [--for CLERK] [--all]",
    examples: ["timely", "timely -p 2026q1 --every month --by clerk", "timely --for chenting --all"],
    part: .supervisor)

  @Option var every: String?
  @Option(name: .customLong("for")) var clerk: String?
  @Flag var all = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var report = TimelyReport()
      report.period = try desk.period(in: reading) ?? Period.month(of: reading.today)
      report.clerk = try clerk.map { try User.named($0, in: reading.db).login }
      report.isByMonth = try Self.asks(every, for: "month", as: "--every")
      report.isByClerk = try Self.asks(desk.options.by, for: "clerk", as: "--by")
      let orders = try report.orders(in: reading)
      let figures = report.figures(of: orders, at: reading.now).filter { $0.rate.counted + $0.rate.open > 0 }
      let shown = all ? orders : orders.filter { $0.isLate(at: reading.now) }
      var blocks: [Document.Block] = [.line(desk.say(title(report.period)), .strong), .blank]
      blocks.append(.table(Self.rates(desk.language).table(figures)))
      if figures.isEmpty {
        blocks.append(.line(desk.say(Text("n/a: no order came", "n/a: 没有来单", "n/a: 沒有來單"))))
      }
      let table = Self.orders(desk, try desk.dateWords(reading), reading.now).table(shown)
      if !shown.isEmpty || desk.options.json != nil {
        let heading = all ? Text("Orders", "订单", "訂單") : Text("Late", "迟的", "遲的")
        blocks += [.blank, .line(desk.say(heading) + " \(shown.count)", .strong), .table(table)]
      }
      var answer = Answer("timely", Document(blocks))
      answer.columns =
        (report.isByMonth ? ["month"] : []) + (report.isByClerk ? ["by_clerk"] : []) + [
          "step", "n", "in_time", "late", "open", "rate", "mean_hours", "no", "customer", "clerk", "came",
          "answered", "told", "passed",
        ]
      answer.rows = shown.map(\.no)
      answer.title = title(report.period)
      return answer
    }
  }

  /// Whether a grouping is asked for; there is only one of its kind.
  private static func asks(_ text: String?, for word: String, as option: String) throws -> Bool {
    guard let text else { return false }
    guard folded(text) == word else {
      throw Complaint(
        .usage,
        Text("\(option) \"\(text)\" is unknown", "\(option) 没有 \"\(text)\"", "\(option) 沒有 \"\(text)\""),
        facts: [Text("known: ", "可用: ", "可用: ") + word], try: "gendan timely \(option) \(word)")
    }
    return true
  }

  private func title(_ period: Period) -> Text {
    Text("In time  ", "三个及时  ", "三個及時  ") + period.description
  }

  private static func rates(_ language: Language) -> Listing<TimelyReport.Figures> {
    func number(
      _ id: String, _ heading: Text, _ value: @escaping (TimelyRate) -> Int
    ) -> Listing<TimelyReport.Figures>.Field {
      .init(id, heading, .trailing) { Cell(number: value($0.rate)) }
    }
    return Listing(
      id: "rates", language: language,
      fields: [
        .init("month", Text("Month", "月份", "月份")) { figures in
          figures.month.map { Cell(String($0.description.prefix(7))) } ?? .none
        },
        .init("by_clerk", OrderField.clerk.words) { Cell(optional: $0.clerk) },
        .init("step", Text("Step", "步骤", "步驟")) { Cell(id: $0.step, language) },
        number("n", Text(verbatim: "n")) { $0.counted },
        number("in_time", Text("In time", "及时", "及時")) { $0.inTime },
        number("late", Text("Late", "迟", "遲")) { $0.late },
        number("open", Text("Running", "未到时", "未到時")) { $0.open },
        .init("rate", Text("Rate", "及时率", "及時率"), .trailing) {
          Cell($0.rate.rate, isTooFew: $0.rate.isTooFew)
        },
        .init("mean_hours", Text("Mean hours", "平均小时", "平均小時"), .trailing) { figures in
          figures.rate.meanMinutes.map { Cell(hours: $0) } ?? .none
        },
      ])
  }

  private static func orders(_ desk: Desk, _ dates: DateWords, _ now: Instant) -> Listing<TimelyOrder> {
    let language = desk.language
    return Listing(
      id: "orders", language: language,
      fields: [
        .init("no", OrderField.no.words) { Cell($0.no) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("clerk", OrderField.clerk.words, priority: 2) { order in
          Cell(order.clerkName ?? "", code: order.clerk)
        },
        .init("came", Text("Came", "来单", "來單"), priority: 1) { Cell(day: $0.cameOn, dates) },
      ]
        + TimelyStep.allCases.map { step in
          .init(step.rawValue, step.words + Text(" h", "小时", "小時"), .trailing) { order in
            order.clock(step, at: now).map { Cell($0, at: now, language) } ?? .none
          }
        }
        + TimelyStep.allCases.map { step in
          .init(step.rawValue + "_late_minutes", Text(verbatim: step.rawValue + "_late_minutes"), .trailing) {
            order in
            order.clock(step, at: now).map { Cell(number: Int($0.minutesLate(at: now))) } ?? .none
          }
        })
  }
}

extension TimelyStep: Worded {
  var words: Text {
    switch self {
    case .answered: Text("answered", "回复", "回覆")
    case .told: Text("finance told", "报款", "報款")
    case .passed: Text("passed on", "交单", "交單")
    }
  }
}

extension Cell {
  /// Minutes as hours with one decimal, rounded down.
  fileprivate init(hours minutes: Int64) {
    let text = Decimal.text(minutes / 6, decimals: 1)
    self.init(text, value: .decimal(text))
  }

  /// The hours of a clock; how late it is where it is.
  fileprivate init(_ clock: TimelyClock, at now: Instant, _ language: Language) {
    self.init(hours: clock.minutes(at: now))
    let late = clock.minutesLate(at: now)
    guard late > 0 else { return }
    text += (Text(" late ", " 迟 ", " 遲 ") + Elapsed.text(minutes: late))[language]
    style = .overdue
  }

  /// `89.1%`; counts alone where there are too few, `n/a` where there is nothing.
  init(_ ratio: Ratio?, isTooFew: Bool) {
    guard let ratio else {
      self.init("n/a", value: .null)
      return
    }
    guard !isTooFew else {
      self.init("\(ratio.part)/\(ratio.whole)", value: .null)
      return
    }
    self.init(
      ReportOnTime.percent(ratio),
      value: .string(Decimal.text(Int64(ratio.basisPoints), decimals: 4)))
  }
}
