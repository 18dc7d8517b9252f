import ArgumentParser
import Gendan
import GendanOutput

/// A production order as it stands.
struct WorkShow: BookCommand {
  static let sheet = CommandSheet(
    id: "work.show", word: "show", chinese: ["看"],
    about: Text("show a production order", "看一张生产单", "看一張生產單"), usage: "MO",
    examples: ["work show MO2603-0001", "work show 0001"], part: .follow)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let page = try WorkPage(try desk.production(&words, in: reading), at: desk, in: reading)
      var answer = Answer("production", page.document)
      answer.touched = page.shares.map(\.orderNo)
      answer.title = Noun.production.words
      return answer
    }
  }
}

/// A production order with what belongs to it.
struct WorkPage {
  let production: ProductionOrder
  let shares: [ProductionShare]
  let customer: String?
  let steps: [Operation]
  let notices: [Notice]
  let sample: Sample?
  let problems: [Problem]
  let entries: [ProgressEntry]
  let commitments: [Commitment]
  let urges: [Urge]
  let desk: Desk
  let dates: DateWords
  private let approval: ApprovalTrail?
  private let now: Instant
  private let zone: Int

  init(_ production: ProductionOrder, at desk: Desk, in reading: Reading) throws {
    self.production = production
    self.desk = desk
    dates = try desk.dateWords(reading)
    now = reading.now
    zone = reading.utcOffset
    shares = try production.shares(in: reading.db)
    customer = try production.customerOrder(in: reading.db)?.customer
    steps = try Operation.of(production.id, in: reading.db)
    notices = try Notice.list(production: production.id, in: reading.db)
    sample = try Sample.followed(by: production.id, in: reading.db)
    entries = try ProgressEntry.of(production.id, in: reading.db)
    problems = try Problem.open(of: production.id, in: reading.db)
    commitments = try Commitment.of(production.id, in: reading.db)
    urges = try Urge.of(production.id, in: reading.db)
    approval = production.schedule == nil ? try ApprovalTrail.of(production, in: reading) : nil
  }

  var document: Document {
    let stepTable = StepTable(desk: desk, dates: dates).table(production, steps)
    let noticeTable = Notice.listing(desk, dates, now: now, isOfOne: true).table(notices)
    var problemTable = Problem.listing(desk, dates, now).table(problems)
    let progress = ProgressEntry.listing(desk.language, dates, zone: zone)
    var document = listing.card(
      self,
      with: [
        JSON.Member("steps", stepTable.json), JSON.Member("notices", noticeTable.json),
        JSON.Member("problems", problemTable.json), JSON.Member("replies", commitmentTable.json),
        JSON.Member("urges", urgeTable.json), JSON.Member("progress", progress.table(entries).json),
      ])
    document.records = document.tables.first
    if !steps.isEmpty { document.blocks += part(Noun.step.words, stepTable) }
    if !entries.isEmpty {
      // The last ones are those that somebody may have to take back.
      let table = progress.table(entries.suffix(Self.mostEntries)).selecting([
        "entry", "day", "step", "good", "scrap", "worker", "by", "reverses", "reversed_by",
      ])
      document.blocks += part(StepList.sheet.about, table)
      if entries.count > Self.mostEntries {
        let more = Text("all of them: ", "全部: ", "全部: ") + "gendan step list \(production.no)"
        document.blocks.append(.line(desk.say(more)))
      }
    }
    if !problems.isEmpty {
      problemTable = problemTable.selecting(["no", "step", "kind", "text", "qty", "dept", "until", "state"])
      document.blocks += part(Noun.problem.words, problemTable)
    }
    if !commitments.isEmpty {
      document.blocks += part(Text("production's answers", "生产答复", "生產答覆"), commitmentTable)
    }
    if !urges.isEmpty {
      document.blocks += part(
        Text("urges: \(urges.count)", "加急 \(urges.count) 次", "加急 \(urges.count) 次"), urgeTable)
    }
    if !notices.isEmpty { document.blocks += part(Noun.notice.words, noticeTable) }
    return document
  }

  /// How many entries of progress the page tells.
  private static let mostEntries = 10

  func part(_ heading: Text, _ table: Table) -> [Document.Block] {
    [.blank, .line(desk.say(heading), .strong), .table(table)]
  }

  var listing: Listing<WorkPage> {
    func text(_ id: String, _ heading: Text, _ value: @escaping (WorkPage) -> String?)
      -> Listing<WorkPage>.Field
    {
      .init(id, heading) { Cell(optional: value($0)) }
    }
    let production = production
    let language = desk.language
    let dates = dates
    func day(_ day: Day?) -> Cell {
      day.map { Cell(dates.full($0)[language], value: .string($0.description)) } ?? .none
    }
    return Listing(
      id: "production", language: language,
      fields: [
        text("no", Noun.production.words) { $0.production.no },
        .init("status", OrderField.status.words) { $0.status },
        .init("orders", Noun.order.words) { $0.orders },
        text("customer", OrderField.customer.words) { $0.customer },
        text("version", Text("Version", "版本", "版本")) { "v\($0.production.version)" },
        text("product", OrderField.product.words) { "\($0.production.productCode) \($0.production.product)" },
        .init("qty", OrderField.qty.words) {
          let quantity = $0.production.quantity
          return Cell("\(quantity.text) \(quantity.unit)", value: .decimal(quantity.plain))
        },
        .init("good", TableField.good.words) { Cell($0.production.quantity.with($0.production.good)) },
        .init("due", OrderField.due.words) { _ in day(production.dueOn) },
        .init("start", Text("Planned start", "计划开工", "計劃開工")) { _ in day(production.startOn) },
        text("color", OrderTerm.color.words) { $0.production.color },
        text("spec", OrderTerm.spec.words) { $0.production.spec },
        text("requirement", OrderTerm.requirement.words) { $0.production.requirement },
        text("inspection", Text("Statutory inspection", "商检要求", "商檢要求")) { $0.production.inspection },
        .init("packing", OrderWord.packing.words) {
          let (packing, quantity) = ($0.production.packing, $0.production.quantity)
          let carton = packing.perCarton.map(quantity.with)
          return Cell(packing.words(carton: carton)[language], value: packing.json(carton: carton))
        },
        .init("sample", Noun.sample.words) { $0.sampleCell },
        text("maker", Text("Made by", "外协厂", "外協廠")) { $0.production.maker },
      ])
  }

  /// The sample that it follows, and the day on which the customer approved it.
  private var sampleCell: Cell {
    guard let sample else { return .none }
    let approved = sample.round.answeredOn.map {
      Text(", approved ", ", 确认 ", ", 確認 ") + dates.full($0)
    }
    return Cell(sample.no + (approved.map(desk.say) ?? ""), value: .string(sample.no))
  }

  private var orders: Cell {
    let parts = shares.map { share in
      shares.count == 1
        ? share.orderNo : "\(share.orderNo).\(share.lineNo) \(production.quantity.with(share.quantity).text)"
    }
    return parts.isEmpty
      ? Cell(desk.say(Text("for stock", "备库存", "備庫存")), value: .null)
      : Cell(
        parts.joined(separator: ", "),
        value: .array(
          shares.map {
            [
              "no": .string($0.orderNo), "line": .integer(Int64($0.lineNo)),
              "qty": .decimal(production.quantity.with($0.quantity).plain),
              "good": .decimal(production.quantity.with($0.good).plain),
            ]
          }))
  }

  private var status: Cell {
    let (id, words) = production.standing(approval)
    return Cell(desk.say(words), code: id, style: id == "held" ? .overdue : nil)
  }
}

extension ProductionOrder {
  /// Why nothing more is made of it, or that it is held; nil where it runs or is finished.
  var ending: Text? {
    if cancelledOn != nil {
      guard let successor else { return Text("cancelled", "已取消", "已取消") }
      return cancelReason == successor
        ? Text("merged into \(successor)", "已并入 \(successor)", "已併入 \(successor)")
        : Text(
          "ended at \(quantity.with(good).text), followed by \(successor)",
          "做到 \(quantity.with(good).text) 为止, 由 \(successor) 接替",
          "做到 \(quantity.with(good).text) 為止, 由 \(successor) 接替")
    }
    return heldReason.map { Text("held: ", "停产: ", "停產: ") + $0 }
  }

  /// Where it stands, for machines and for people.
  func standing(_ approval: ApprovalTrail?) -> (id: String, words: Text) {
    if let ending {
      let id = heldReason != nil && cancelledOn == nil ? "held" : successor == nil ? "cancelled" : "succeeded"
      return (id, ending)
    }
    if finishedOn != nil { return ("finished", Text("finished", "已完工", "已完工")) }
    if let approval, !approval.acts.isEmpty, approval.state != .approved {
      return (
        approval.state.rawValue,
        approval.state.words + Text(": missing ", ": 缺签字 ", ": 缺簽字 ")
          + approval.awaited.map(\.role.words).joined(", ")
      )
    }
    return ("open", Text("in production", "生产中", "生產中"))
  }
}
