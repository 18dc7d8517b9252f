import ArgumentParser
import Gendan
import GendanOutput

/// Notes who takes a sample out, and until when (R-129).
struct SampleLend: BookCommand {
  static let sheet = CommandSheet(
    id: "sample.lend", word: "lend", chinese: ["借出"],
    about: Text("note who takes a sample out", "登记样品借出", "登記樣品借出"),
    usage: "NO --to WHO --back DATE [--on DATE]",
    examples: ["sample lend S2603-0001 --to 质检林芳 --back 3/15"], part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var to: String?
  @Option var back: String?
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard let borrower = to.filled, let back = back.filled else {
      throw Complaint.missing(
        Text("--to WHO and --back DATE", "--to 借用人 和 --back 归还日", "--to 借用人 和 --back 歸還日"),
        try: "gendan sample lend \(words.first ?? "S2603-0001") --to WHO --back +3d")
    }
    return try desk.actOnSample(words) { sample, writing, dates in
      let until = try desk.day(back, .plan, in: writing)
      let sample = try writing.lend(
        sample, to: borrower, until: until, on: try desk.factDay(on, in: writing) ?? writing.today)
      return (
        sample,
        Text("lent to \(borrower), back by ", "借给 \(borrower), 归还期限 ", "借給 \(borrower), 歸還期限 ")
          + dates.echo(until)
      )
    }
  }
}

/// Notes that a sample is back (R-129).
struct SampleReturn: BookCommand {
  static let sheet = CommandSheet(
    id: "sample.return", word: "return", chinese: ["归还", "歸還"],
    about: Text("note that a sample is back", "登记样品归还", "登記樣品歸還"), usage: "NO [--on DATE]",
    examples: ["sample return S2603-0001"], part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.actOnSample(words) { sample, writing, dates in
      let day = try desk.factDay(on, in: writing) ?? writing.today
      let borrower = sample.loan?.borrower ?? ""
      let sample = try writing.takeBack(sample, on: day)
      return (
        sample,
        Text("back from \(borrower) ", "\(borrower) 已归还 ", "\(borrower) 已歸還 ") + dates.full(day)
      )
    }
  }
}

/// Keeps a piece of the first print run (R-130).
struct SampleRetain: BookCommand {
  static let sheet = CommandSheet(
    id: "sample.retain", word: "retain", chinese: ["留样", "留樣"],
    about: Text("keep a piece of the first print run", "首次印刷留样", "首次印刷留樣"),
    usage: "REF | PRODUCTION-ORDER --place PLACE [--qty N] [--on DATE]",
    examples: ["sample retain MO2603-0007 --place 样品柜A3"], part: .follow, right: .report)

  @Argument var words: [String] = []
  @Option var place: String?
  @Option var qty: String?
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard let place = place.filled else {
      throw Complaint.missing(
        Text("--place, where it is kept", "--place 存放处", "--place 存放處"),
        try: "gendan sample retain \(words.first ?? "MO2603-0007") --place PLACE")
    }
    return try desk.write { writing, answer in
      let production = try desk.runningProduction(words, in: writing)
      let decimals = production.quantity.decimals
      let sample = try writing.retain(
        production,
        quantity: try qty.map { try OrderNew.quantity($0, decimals: decimals) } ?? Decimal.scale(decimals),
        place: place, on: try desk.factDay(on, in: writing) ?? writing.today)
      answer.echo = [
        sample.label + sample.kind.words + Text(" of ", ", 取自 ", ", 取自 ") + production.no + ", " + place
      ]
      answer.touched = sample.orderNo.map { [$0] } ?? []
      answer.extra = [.init("sample", .string(sample.no))]
    }
  }
}
