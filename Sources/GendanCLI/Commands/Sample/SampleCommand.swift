import ArgumentParser
import Gendan
import GendanOutput

/// `sample`: what is shown to the customer or the salesperson before the bulk, kept and lent.
struct SampleCommand: NounCommand {
  static let word = "sample"
  static let chinese = ["样品", "樣品"]
  static let about = Text("samples", "样品", "樣品")
  static let verbs: [any BookCommand.Type] = [
    SampleAdd.self, SampleSend.self, SampleFollow.self, SampleReplied.self, SampleAgain.self,
    SampleFirst.self, SampleRetain.self, SampleLend.self, SampleReturn.self, SampleList.self, SampleShow.self,
  ]
}

extension Sample {
  /// `S2603-0001 宏达机械 法兰 DN50: `, with which every line about a sample begins.
  var label: Text { Text(verbatim: "\(no) \(customer) \(product): ") }

  static func round(_ number: Int) -> Text {
    Text("round \(number)", "第 \(number) 轮", "第 \(number) 輪")
  }

  /// What is shown of a sample; some fields of its newest round stand between its head and its state.
  static func listing(
    _ desk: Desk, _ rounds: [Listing<SampleRound>.Field], on today: Day
  ) -> Listing<Sample> {
    let language = desk.language
    return Listing(
      id: "samples", language: language,
      fields: [
        .init("no", Text("Sample", "样品", "樣品")) { Cell($0.no) },
        .init("kind", Text("Kind", "类别", "類別"), priority: 4) { Cell(id: $0.kind, language) },
        .init("order", OrderField.no.words, priority: 3) { Cell(optional: $0.orderNo) },
        .init("production", Text("Production order", "生产单", "生產單"), priority: 6) {
          Cell(optional: $0.productionNo)
        },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("product", OrderField.product.words, shrinks: true) { Cell($0.product) },
        .init("requirement", Text("Must show", "样品要求", "樣品要求"), priority: 7, shrinks: true) {
          Cell(optional: $0.requirement)
        },
        .init("maker", Text("Supplier", "纸箱厂", "紙箱廠"), priority: 7, shrinks: true) {
          Cell(optional: $0.maker)
        },
        .init("place", Text("Kept at", "存放处", "存放處"), priority: 6, shrinks: true) {
          Cell(optional: $0.place)
        },
        .init("borrower", Text("Lent to", "借用人", "借用人"), priority: 6, shrinks: true) {
          Cell(optional: $0.loan?.borrower)
        },
        .init("lent", Text("Lent", "借出", "借出"), priority: 6) { Cell(optional: $0.loan?.lentOn.description) },
        .init("back", Text("Back by", "归还期限", "歸還期限"), priority: 5) { sample in
          guard let loan = sample.loan else { return .none }
          return Cell(
            loan.backOn.description, value: .string(loan.backOn.description),
            style: loan.isLate(on: today) ? .overdue : nil)
        },
      ]
        + rounds.map { field in
          .init(
            field.column.id, field.heading, field.column.alignment, priority: field.column.priority,
            shrinks: field.column.shrinks
          ) { field.cell($0.round) }
        } + [
          .init("state", OrderField.status.words) { Cell(id: $0.state, language) },
          .init("waits_for", Text("Waits for", "等谁", "等誰")) { sample in
            sample.state.awaits.map { Cell(id: $0, language) } ?? .none
          },
        ])
  }
}

extension SampleRound {
  /// What is shown of a round.
  static func fields(_ desk: Desk) -> [Listing<SampleRound>.Field] {
    let language = desk.language
    func instant(_ at: Instant?, _ words: (Instant) -> String) -> Cell {
      at.map { Cell(words($0), value: .string($0.description)) } ?? .none
    }
    func day(_ day: Day?) -> Cell { day.map { Cell($0.description) } ?? .none }
    return [
      .init("round", Text("Round", "轮次", "輪次"), .trailing, priority: 2) { Cell(number: $0.number) },
      .init("qty", OrderField.qty.words, .trailing, priority: 5) {
        Cell($0.quantity.text, value: .decimal($0.quantity.plain))
      },
      .init("due", OrderField.due.words, priority: 1) { day($0.dueOn) },
      .init("machine", Text("Machine", "机台", "機台"), priority: 6) { Cell(optional: $0.machine) },
      .init("made", Text("Taken at", "取样", "取樣"), priority: 6) { instant($0.madeAt, desk.stamp) },
      .init("sent", Text("Sent", "寄出", "寄出"), priority: 1) { day($0.sentOn) },
      .init("carrier", OrderField.carrier.words, priority: 6) { Cell(optional: $0.carrier) },
      .init("tracking", Text("Tracking", "运单号", "運單號"), priority: 6) { Cell(optional: $0.tracking) },
      .init("followed", Text("Asked", "回访", "回訪"), priority: 6) { day($0.followedOn) },
      .init("answer", Text("Answer", "答复", "答覆"), priority: 6) { round in
        round.answer.map { Cell(id: $0, language) } ?? .none
      },
      .init("answered", Text("Answered", "答复日", "答覆日"), priority: 1) { day($0.answeredOn) },
      .init("answered_at", Text("At", "时刻", "時刻"), priority: 6) {
        instant($0.answeredAt, desk.time)
      },
      .init("answered_by", Text("By", "答复人", "答覆人"), priority: 6) { Cell(optional: $0.answeredBy) },
      .init("note", OrderField.note.words, priority: 3, shrinks: true) { Cell(optional: $0.note) },
    ]
  }
}

/// The register of samples.
struct SampleList: BookCommand {
  static let sheet = CommandSheet(
    id: "sample.list", word: "list", chinese: ["列表"],
    about: Text("list samples and who is waited for", "列出样品, 等谁", "列出樣品, 等誰"),
    usage: "[WORDS…] [--open | --out] \(CustomerOptions.usage)",
    examples: ["sample list --open", "sample list --out", "sample list 宏达 --mine"], part: .follow)

  @Argument var words: [String] = []
  @Flag var open = false
  @Flag var out = false
  @OptionGroup var customers: CustomerOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let found = try Sample.list(
        containing: words.map { folded($0) }, try customers.filter(at: desk, in: reading), isOpen: open,
        isOut: out, in: reading.db)
      var answer = Answer(
        "samples", Sample.listing(desk, SampleRound.fields(desk), on: reading.today).list(found))
      answer.columns =
        ["no", "order", "customer", "product"]
        + (out
          ? ["kind", "borrower", "lent", "back"] : ["round", "qty", "due", "sent", "state", "waits_for"])
      return answer
    }
  }
}

/// One sample with its rounds.
struct SampleShow: BookCommand {
  static let sheet = CommandSheet(
    id: "sample.show", word: "show", chinese: ["看"],
    about: Text("show a sample and its rounds", "看一个样品的各轮", "看一個樣品的各輪"), usage: "NO",
    examples: ["sample show S2603-0001"], part: .follow)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let sample = try desk.sample(words, in: reading)
      let rounds = try SampleRound.of(sample.id, in: reading.db)
      let fields = SampleRound.fields(desk)
      let records = rounds.map { round in
        JSON.object(fields.map { .init($0.column.id, $0.cell(round).value) })
      }
      let loans = try SampleLoan.of(sample, in: reading.db)
      var document = Sample.listing(desk, fields, on: reading.today).card(
        sample, with: [.init("rounds", .array(records)), .init("loans", Self.loans(desk).table(loans).json)])
      // People see the rounds one below the other, and nothing that no round has.
      let said = fields.filter { field in rounds.contains { field.cell($0) != .none } }
      let head = Sample.listing(desk, [], on: reading.today).fields.filter { $0.cell(sample) != .none }
      document.blocks =
        Listing(id: "sample", language: desk.language, fields: head).card(sample).blocks + [.blank]
        + Listing(id: "rounds", language: desk.language, fields: said).list(rounds).blocks
      if !loans.isEmpty { document.blocks += [.blank] + Self.loans(desk).list(loans).blocks }
      return Answer("sample", document)
    }
  }

  /// Who took the sample out, and when it was back.
  private static func loans(_ desk: Desk) -> Listing<SampleLoan> {
    Listing(
      id: "loans", language: desk.language,
      fields: [
        .init("borrower", Text("Lent to", "借用人", "借用人"), shrinks: true) { Cell($0.borrower) },
        .init("lent", Text("Lent", "借出", "借出")) { Cell($0.lentOn.description) },
        .init("back", Text("Back by", "归还期限", "歸還期限")) { Cell($0.backOn.description) },
        .init("returned", Text("Returned", "归还", "歸還")) { Cell(optional: $0.returnedOn?.description) },
      ])
  }
}

extension Desk {
  /// The sample that the words name by its number or its end.
  func sample(_ words: [String], in reading: Reading) throws -> Sample {
    let name = try words.name(Noun.sample.words, try: "gendan sample list")
    return try Sample.named(folded(name), in: reading.db)
  }

  /// Where a sample stands: `第 2 轮 已确认 2026-03-20 周五 10:20`.
  func standing(_ sample: Sample, _ dates: DateWords) -> Text {
    let round = sample.round
    var text = Sample.round(round.number) + " " + sample.state.words
    if let day = round.answeredOn ?? round.sentOn { text = text + " " + dates.full(day) }
    return round.answeredAt.map { text + " " + time($0) } ?? text
  }

  /// Does something to the sample that the words name, and says what.
  func actOnSample(
    _ words: [String], _ body: (Sample, Writing, DateWords) throws -> (Sample, Text)
  ) throws -> Answer {
    try write { writing, answer in
      let (sample, line) = try body(try sample(words, in: writing), writing, try dateWords(writing))
      answer.echo = [sample.label + line]
      answer.touched = sample.orderNo.map { [$0] } ?? []
    }
  }
}
