import ArgumentParser
import Gendan

/// Puts orders into production.
struct WorkRelease: BookCommand {
  static let sheet = CommandSheet(
    id: "work.release", word: "release", chinese: ["下达", "下達"],
    about: Text("release an order to production", "下达生产单", "下達生產單"),
    usage: "REF… [--qty N] [--route R] [--start DATE]",
    examples: ["release 118", "release 118 --start 下周一 --route flange"], part: .follow, right: .produce)

  @Argument var words: [String] = []
  @Option var qty: String?
  @Option var route: String?
  @Option var start: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let dates = try desk.dateWords(writing)
      let orders = try desk.references(&words, in: writing)
      for referenced in orders {
        var request = ReleaseRequest()
        request.route = route
        request.startOn = try start.map { try desk.day($0, .plan, of: referenced.order, in: writing) }
        if let qty {
          let decimals =
            try Schedule.of(referenced.order.id, line: referenced.line, in: writing.db)
            .first?.quantity.decimals ?? 0
          request.quantity = try OrderNew.quantity(qty, decimals: decimals)
        }
        for production in try writing.release(referenced.order, line: referenced.line, request) {
          let steps = try Operation.of(production.id, in: writing.db)
          var line =
            referenced.order.label
            + Text("production order ", "生产单 ", "生產單 ")
            + "\(production.no)  \(production.product) \(production.quantity.text)  "
            + Text("\(steps.count) steps", "\(steps.count) 道工序", "\(steps.count) 道工序")
          if let finish = steps.compactMap(\.planFinishOn).max() {
            line = line + Text(", planned to finish ", ", 计划完成 ", ", 計劃完成 ") + dates.echo(finish)
            if let due = production.dueOn, finish > due {
              line = line + Text(", after the due date \(due)", ", 晚于交期 \(due)", ", 晚於交期 \(due)")
            }
          }
          answer.echo.append(line)
        }
        answer.touched.append(referenced.order.no)
      }
    }
  }
}
