import ArgumentParser
import Gendan
import GendanOutput

/// Tells all forecasts anew and keeps them: what `today`, `list is:risk` and `show` tell of risks follows.
struct ForecastRunCommand: BookCommand {
  static let sheet = CommandSheet(
    id: "forecast.run", word: "run", chinese: ["更新"],
    about: Text("tell all forecasts anew", "重新预测全部未交订单", "重新預測全部未交訂單"), usage: "[--check]",
    examples: ["forecast run"], part: .supervisor)

  @Flag var check = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let run = try desk.book().alone { try $0.keepForecasts() }
    var answer = Answer([
      Text(
        "\(run.told) deliveries forecast, \(run.unknown) cannot be: \(run.atRisk) late or at risk (\(run.news) newly), \(run.recovered) out of risk",
        "已预测 \(run.told) 行, 无法预测 \(run.unknown) 行: 超期或有风险 \(run.atRisk) 行 (新增 \(run.news)), 解除 \(run.recovered) 行",
        "已預測 \(run.told) 行, 無法預測 \(run.unknown) 行: 逾期或有風險 \(run.atRisk) 行 (新增 \(run.news)), 解除 \(run.recovered) 行"
      )
    ])
    func number(_ number: Int) -> JSON { .integer(Int64(number)) }
    answer.extra = [
      .init("forecast", number(run.told)), .init("unknown", number(run.unknown)),
      .init("at_risk", number(run.atRisk)), .init("news", number(run.news)),
      .init("recovered", number(run.recovered)),
    ]
    if check && run.atRisk > 0 { answer.exit = .attention }
    return answer
  }
}

/// Notes that one knows that an order is at risk: it is not told again until it gets materially worse.
struct ForecastAcknowledge: BookCommand {
  static let sheet = CommandSheet(
    id: "forecast.ack", word: "ack", chinese: ["已知"],
    about: Text("note that a risk is known", "已知风险, 变坏再提", "已知風險, 變壞再提"),
    usage: "REF[.LINE]… [--reason TEXT]",
    examples: ["forecast ack 118 --reason 周六加班赶", "forecast ack 118.2 120"], part: .follow)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write(reason: global.reason.filled) { writing, answer in
      let found = try desk.references(only: words, in: writing)
      let dates = try desk.dateWords(writing)
      for one in found {
        let known = try writing.acknowledgeRisk(
          of: one.order, line: one.line, reason: global.reason.filled)
        for (schedule, behind) in known {
          answer.echo.append(
            Text(verbatim: "\(one.order.no).\(schedule.place) \(one.order.customer)  ")
              + Text("at risk, known: expected late by ", "风险已知: 预计迟 ", "風險已知: 預計遲 ") + DateWords.days(behind)
              + (schedule.dueOn.map { Text(", due ", ", 交期 ", ", 交期 ") + dates.short($0) } ?? Text("", "", ""))
          )
        }
      }
      answer.touched = found.map(\.order.no)
    }
  }
}
