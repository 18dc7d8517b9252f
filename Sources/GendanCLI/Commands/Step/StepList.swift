import ArgumentParser
import Gendan
import GendanOutput

/// The entries of progress of an order or a production order, each with the number by which it is taken back
///
struct StepList: BookCommand {
  static let sheet = CommandSheet(
    id: "step.list", word: "list", short: "ls", chinese: ["列表"],
    about: Text("what was reported, entry by entry", "报工记录, 每笔一行", "報工記錄, 每筆一列"),
    usage: "REF[.LINE]|MO [STEP]", examples: ["step list 118", "step list MO2603-0001 机加 --json"],
    part: .follow)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let work = try desk.work(&words, in: reading)
      let productions = try work.productions(in: reading.db)
      if let step = words.first {
        let names = try productions.flatMap { try Operation.of($0.id, in: reading.db) }
        guard names.contains(where: { $0.name == step }) else {
          throw BookError.noSuchStep(
            step, order: work.no, steps: names.map(\.name), of: work is ProductionOrder ? .production : .order
          )
        }
      }
      let entries = try productions.flatMap { try ProgressEntry.of($0.id, in: reading.db) }
        .filter { entry in words.first.map { $0 == entry.step } ?? true }
      let listing = ProgressEntry.listing(desk.language, try desk.dateWords(reading), zone: reading.utcOffset)
      var answer = Answer("progress", listing.list(entries))
      answer.touched = try work.customerOrder(in: reading.db).map { [$0.no] } ?? []
      answer.title = Self.sheet.about
      return answer
    }
  }
}

extension ProgressEntry {
  /// A row for each entry.
  static func listing(_ language: Language, _ dates: DateWords, zone: Int) -> Listing<ProgressEntry> {
    Listing(
      id: "progress", language: language,
      fields: [
        .init("entry", Text("Entry", "编号", "編號")) { Cell($0.no) },
        .init("day", TableField.day.words) { Cell(dates.short($0.day), value: .string($0.day.description)) },
        .init("production", Noun.production.heading, priority: 5) { Cell($0.productionNo) },
        .init("step", Noun.step.heading, shrinks: true) { Cell(optional: $0.step) },
        .init("good", TableField.good.words, .trailing) { Cell($0.good) },
        .init("scrap", TableField.scrap.words, .trailing, priority: 1) { Cell($0.scrap) },
        .init("rework", TableField.rework.words, .trailing, priority: 2) { Cell($0.rework) },
        .init("worker", TableField.worker.words, priority: 3) { Cell(optional: $0.worker) },
        .init("by", Text("Entered by", "录入", "錄入"), priority: 4) { Cell(optional: $0.by) },
        .init("at", Text("Entered", "录入时间", "錄入時間"), priority: 6) {
          Cell(dates.time($0.enteredAt, utcOffset: zone), value: .string($0.enteredAt.description))
        },
        .init("reverses", Text("Reverses", "冲销", "沖銷")) { Cell(optional: $0.reverses?.no) },
        .init("reversed_by", Text("Reversed by", "被冲销于", "被沖銷於")) { Cell(optional: $0.reversedBy?.no) },
        .init("note", TableField.note.words, priority: 7, shrinks: true) { Cell(optional: $0.note) },
      ])
  }
}
