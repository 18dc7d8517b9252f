import ArgumentParser
import Gendan
import GendanOutput

/// The table of new customers in development, the week's with `--week`.
struct CustomerProspects: BookCommand {
  static let sheet = CommandSheet(
    id: "customer.prospects", word: "prospects", chinese: ["意向"],
    about: Text("customers in development, and what follows", "新客户开发一览表", "新客戶開發一覽表"),
    usage: "[--week | -p PERIOD] \(CustomerOptions.usage)",
    examples: ["customer prospects", "customer prospects --week --mine"], part: .follow)

  @Flag var week = false
  @OptionGroup var customers: CustomerOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let period = try week ? .week(of: reading.today) : desk.period(in: reading)
      let found = try Prospect.list(
        try customers.filter(at: desk, in: reading), during: period, in: reading)
      return Answer(
        "prospects", CustomerProspects.listing(try desk.dateWords(reading), desk.language).list(found))
    }
  }

  private static func listing(_ dates: DateWords, _ language: Language) -> Listing<Prospect> {
    func day(_ day: Day?) -> Cell {
      day.map { Cell(dates.short($0), value: .string($0.description)) } ?? .none
    }
    return Listing(
      id: "prospects", language: language,
      fields: [
        .init("code", Text("Code", "编号", "編號")) { Cell($0.code) },
        .init("name", CustomerWord.name.heading, shrinks: true) { Cell($0.name) },
        .init("source", CustomerWord.source.heading, priority: 3, shrinks: true) {
          Cell(optional: $0.source)
        },
        .init("first", Text("First", "首次", "首次"), priority: 4) { day($0.firstOn) },
        .init("stage", Text("Stage", "阶段", "階段")) { Cell(id: $0.stage, language) },
        .init("last", Text("Last", "最近", "最近"), priority: 2) { day($0.last?.happenedOn) },
        .init("said", Text("Said", "内容", "內容"), priority: 2, shrinks: true) {
          Cell(optional: $0.last?.text)
        },
        .init("next", Text("Next", "下次", "下次")) { day($0.next?.nextOn) },
        .init("discussion", ContactKind.discussion.heading, priority: 5, shrinks: true) {
          Cell(optional: $0.discussion.map { $0.result ?? $0.text })
        },
        .init("clerk", CustomerWord.clerk.heading, priority: 1) { Cell(optional: $0.clerk) },
      ])
  }
}
