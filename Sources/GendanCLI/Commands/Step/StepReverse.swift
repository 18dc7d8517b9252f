import ArgumentParser
import Gendan
import GendanOutput

/// Takes an entry of progress back by an opposite one, which names it.
struct StepReverse: BookCommand {
  static let sheet = CommandSheet(
    id: "step.reverse", word: "reverse", chinese: ["冲销", "沖銷"],
    about: Text("take a report back by its number", "按编号冲销一笔报工", "按編號沖銷一筆報工"),
    usage: "ENTRY --reason TEXT", examples: ["step reverse p128 --reason 报错工序"], part: .follow, right: .report
  )

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard let word = words.first, words.count == 1 else {
      throw Complaint.missing(Text("entry", "报工编号", "報工編號"), try: "gendan step list 118")
    }
    let reason = try global.why(try: "gendan step reverse \(word) --reason TEXT")
    return try desk.write(reason: reason) { writing, answer in
      let entry = try ProgressEntry.named(folded(word), in: writing.db)
      let reversal = try writing.reverse(entry)
      guard let production = try ProductionOrder.numbered(entry.productionNo, in: writing.db) else {
        throw BookError.notFound(.production, entry.productionNo, near: [])
      }
      let what = Text(verbatim: "\(entry.no) \(entry.step ?? entry.productionNo) \(entry.good.text)")
      var echo =
        try desk.label(production, in: writing) + what
        + StepProgress.losses(scrap: entry.scrap, rework: entry.rework)
        + Text(" of ", ", ", ", ") + desk.dateWords(writing).short(entry.day)
        + Text(", reversed by \(reversal.no)", ", 由 \(reversal.no) 冲销", ", 由 \(reversal.no) 沖銷")
      let operations = try Operation.of(entry.production, in: writing.db)
      if let operation = operations.first(where: { $0.id == entry.operation }) {
        let done = production.quantity.with(operation.good).text
        echo = echo + Text(verbatim: "; \(operation.name) \(done)/\(production.quantity.text)")
      }
      answer.echo = [echo]
      answer.touched = production.orderNo.map { [$0] } ?? []
      answer.extra = [
        .init("entry", .string(reversal.no)), .init("reverses", .string(entry.no)),
      ]
    }
  }
}
