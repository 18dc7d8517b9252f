import ArgumentParser
import Gendan
import GendanOutput

/// What is still to leave today, looked at before noon (R-282, P11).
struct ReportNoon: BookCommand {
  static let sheet = CommandSheet(
    id: "report.noon", word: "noon", chinese: ["午检", "午檢"],
    about: Text("what is still to leave today", "今天还要发的货", "今天還要出的貨"), usage: "[--check]",
    examples: ["report noon", "report noon --check -q"], part: .delivery)

  @Flag var check = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      try Departure.page(
        "noon", Text("To leave today  ", "今天待发  ", "今天待出  "), .day(reading.today), reading, check, at: desk)
    }
  }
}

/// What leaves until the next working day, for those who pack, load and drive (R-285, P12).
struct ReportNextDay: BookCommand {
  static let sheet = CommandSheet(
    id: "report.nextday", word: "nextday", chinese: ["次日发货", "次日出貨"],
    about: Text("what leaves on the next working day", "次日发货计划", "次日出貨計劃"), usage: "[--check]",
    examples: ["report nextday", "report nextday -O csv"], part: .delivery)

  @Flag var check = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let tomorrow = reading.today.adding(days: 1)
      let period = Period(first: tomorrow, last: try reading.calendar().nextWorking(onOrAfter: tomorrow))
      return try Departure.page(
        "nextday", Text("Next day's shipments  ", "次日发货计划  ", "次日出貨計劃  "), period, reading, check, at: desk)
    }
  }
}

extension Departure {
  /// The page of what leaves in a period.
  fileprivate static func page(
    _ id: String, _ title: Text, _ period: Period, _ reading: Reading, _ check: Bool, at desk: Desk
  ) throws -> Answer {
    let goods = try all(in: period, reading)
    let dates = try desk.dateWords(reading)
    var page = try ReportPage(id, title + dates.span(period), at: desk)
    try page.table(listing(id, desk.language, dates).table(goods), numbers: goods.map(\.no))
    let ready = goods.count(where: \.isReady)
    page.line(
      Text(
        "rows \(goods.count), all made \(ready)", "\(goods.count) 行, 已备齐 \(ready)",
        "\(goods.count) 行, 已備齊 \(ready)"))
    page.note(
      Text(
        "by the latest promise, less the days of travel where it means the arrival; with what is made and late",
        "按最新答复交期, 交期指到货的减去运输天数; 含已完工而过期的",
        "按最新答覆交期, 交期指到貨的減去運輸天數; 含已完工而過期的"))
    return page.answer(check: check)
  }

  private static func listing(_ id: String, _ language: Language, _ dates: DateWords) -> Listing<Departure> {
    func text(
      _ id: String, _ heading: Text, priority: Int = 0, _ value: @escaping (Departure) -> String?
    ) -> Listing<Departure>.Field {
      .init(id, heading, priority: priority, shrinks: true) { Cell(optional: value($0)) }
    }
    return Listing(
      id: id, language: language,
      fields: [
        .init("leave", Text("Leaves", "发货", "出貨")) { goods in
          var cell = Cell(day: goods.leaveOn, dates)
          if goods.leaveOn < dates.today { cell.style = .overdue }
          return cell
        },
        .init("no", OrderField.no.words) { Cell($0.no) },
        .init("line", OrderField.line.words, .trailing, priority: 6) { Cell(number: $0.lineNo) },
        text("customer", OrderField.customer.words) { $0.customer },
        text("address", CustomerField.address.words.capitalized, priority: 2) { $0.address },
        text("contact", CustomerField.contact.words.capitalized, priority: 3) { $0.contact },
        text("phone", CustomerField.phone.words.capitalized, priority: 4) { $0.phone },
        text("product", OrderField.product.words) { $0.product },
        .init("qty", OrderField.qty.words, .trailing) { Cell($0.quantity) },
        .init("ready", Text("Made", "已完", "已完"), .trailing) { goods in
          var cell = Cell(goods.quantity.with(goods.ready))
          if !goods.isReady { cell.style = .attention }
          return cell
        },
        .init("cartons", Text("Cartons", "箱数", "箱數"), .trailing, priority: 1) { goods in
          goods.cartons.map { Cell(String($0), value: .integer($0)) } ?? .none
        },
        text("packing", Text("Packing", "包装", "包裝"), priority: 5) { $0.packing },
        .init("ruling", Text("Decision", "决定", "決定"), priority: 1) { goods in
          if goods.isHeld { return Cell(Text("on hold", "暂停", "暫停")[language], value: "held") }
          return goods.ruling.map { Cell(id: $0, language) } ?? .none
        },
        text("carrier", OrderField.carrier.words, priority: 4) { $0.carrier },
        text("clerk", OrderField.clerk.words, priority: 5) { $0.clerk },
      ])
  }
}
