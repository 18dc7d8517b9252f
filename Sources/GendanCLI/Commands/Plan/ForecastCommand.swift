import ArgumentParser
import Gendan
import GendanOutput

/// `forecast`: what is expected of open deliveries, and how far that can be trusted.
struct ForecastCommand: NounCommand {
  static let word = "forecast"
  static let chinese = ["预测", "預測"]
  static let about = Text("what is expected, and how far to trust it", "交期预测和它的准确程度", "交期預測和它的準確程度")
  static let verbs: [any BookCommand.Type] = [
    ForecastRunCommand.self, ForecastAcknowledge.self, ForecastBacktest.self,
  ]
}

/// How forecasts would have done on what this book's workshop finished.
struct ForecastBacktest: BookCommand {
  static let sheet = CommandSheet(
    id: "forecast.backtest", word: "backtest", chinese: ["回测", "回測"],
    about: Text("judge forecasts by the past", "用历史检验预测", "用歷史檢驗預測"), usage: "[--since DATE]",
    examples: ["forecast backtest", "forecast backtest --since 2026-01-01"], part: .supervisor)

  @Option var since: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let first = try since.map { try desk.day($0, .view, in: reading) }
      let stages = try reading.forecastRecord(from: first).stages
      var blocks: [Document.Block] = [.table(Self.listing(desk.language).table(stages))]
      let note =
        stages.isEmpty
        ? Text(
          "n/a: no production order is finished yet", "n/a: 还没有完工的生产单", "n/a: 還沒有完工的生產單")
        : Text(
          "mean error in working days; held: finishes within their 80 % range; in doubt: ranges of more than a day",
          "平均误差按工作日; 命中: 落在八成把握范围内; 有疑: 范围超过一天的", "平均誤差按工作日; 命中: 落在八成把握範圍內; 有疑: 範圍超過一天的")
      blocks += [.blank, .line(desk.say(note))]
      var answer = Answer("backtest", Document(blocks))
      answer.title = Self.sheet.about
      return answer
    }
  }

  private static func listing(_ language: Language) -> Listing<Forecast.Backtest.Stage> {
    func days(
      _ id: String, _ heading: Text, _ value: @escaping (Forecast.Backtest.Stage) -> Double
    ) -> Listing<Forecast.Backtest.Stage>.Field {
      .init(id, heading, .trailing) { stage in
        let text = Decimal.text(Int64((value(stage) * 100).rounded()), decimals: 2)
        return Cell(text, value: .decimal(text))
      }
    }
    func share(
      _ id: String, _ heading: Text, _ part: @escaping (Forecast.Backtest.Stage) -> (Int, Int)
    ) -> Listing<Forecast.Backtest.Stage>.Field {
      .init(id, heading, .trailing) { stage in
        let (part, whole) = part(stage)
        guard let ratio = Ratio(part, of: whole) else { return Cell("n/a", value: .null) }
        let text = Decimal.text(Int64(ratio.basisPoints), decimals: 2)
        return Cell("\(text)%", value: .decimal(text))
      }
    }
    return Listing(
      id: "backtest", language: language,
      fields: [
        .init("stage", Text("As of", "时点", "時點")) { stage in
          Cell(stage.stage.words[language], code: stage.stage.id)
        },
        .init("n", Text(verbatim: "n"), .trailing) { Cell(number: $0.count) },
        days("plan", Text("Plan", "计划误差", "計劃誤差")) { $0.planMeanError },
        days("median", Text("Median", "中位数误差", "中位數誤差")) { $0.productMeanError },
        days("forecast", Text("Forecast", "预测误差", "預測誤差")) { $0.meanError },
        share("held", Text("Held", "命中", "命中")) { ($0.held, $0.withInterval) },
        days("width", Text("Width", "范围宽", "範圍寬")) { $0.meanWidth },
        share("held_in_doubt", Text("Held in doubt", "有疑命中", "有疑命中")) { ($0.heldInDoubt, $0.inDoubt) },
      ])
  }
}

extension Forecast.LifeStage: Worded {
  /// Its name for programs.
  var id: String {
    switch self {
    case .ahead: "ahead"
    case .released: "released"
    case .quarter: "25%"
    case .half: "50%"
    case .threeQuarters: "75%"
    case .overdue: "overdue"
    }
  }

  var words: Text {
    switch self {
    case .ahead: Text("the evening before", "开工前一晚", "開工前一晚")
    case .released: Text("its first evening", "开工当晚", "開工當晚")
    case .quarter: Text("25 % of its plan", "计划过 25 %", "計劃過 25 %")
    case .half: Text("50 % of its plan", "计划过 50 %", "計劃過 50 %")
    case .threeQuarters: Text("75 % of its plan", "计划过 75 %", "計劃過 75 %")
    case .overdue: Text("past its plan", "计划已过", "計劃已過")
    }
  }
}
