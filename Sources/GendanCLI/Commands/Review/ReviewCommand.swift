import ArgumentParser
import Gendan
import GendanOutput

/// `review`: what an order lacks, what was answered, and who signed.
struct ReviewCommand: NounCommand {
  static let word = "review"
  static let chinese = ["评审", "評審"]
  static let about = Text("the review of orders", "订单评审", "訂單評審")
  static let verbs: [any BookCommand.Type] = [
    ReviewCheck.self,
    ReviewSet.self,
    ReviewShow.self,
    ReviewCost.self,
    ReviewPropose.self,
  ]
}

/// Lists every fault of an order at once, with what settles each.
struct ReviewCheck: BookCommand {
  static let sheet = CommandSheet(
    id: "review.check", word: "check", chinese: ["检查", "檢查"],
    about: Text("all that an order lacks", "订单还缺什么", "訂單還缺什麼"), usage: "REF",
    examples: ["review check 118"], part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let order = try desk.reference(&words, in: reading).order
      let findings = try OrderCheck.of(order, in: reading).findings
      let answers = try ReviewAnswer.all(order: order, in: reading.db)
      let table = Self.listing(order, desk.language).table(findings)
      let ticks = desk.say(order.label + Self.ticks(answers))
      var answer = Answer("review_check", Document([.line(ticks)]))
      if findings.isEmpty {
        answer.document?.blocks.append(.line(desk.say(Text("nothing is lacking", "齐全无误", "齊全無誤"))))
        answer.document?.records = table
      } else {
        answer.document?.blocks.append(.table(table))
      }
      answer.extra = [
        .init(
          "ticked",
          .object(Advice.tickList.map { .init($0.rawValue, .bool(answers[$0]?.isWell ?? false)) }))
      ]
      answer.exit = findings.contains(where: \.isInForce) ? .attention : .ok
      answer.touched = [order.no]
      return answer
    }
  }

  /// `[x] colour  [ ] quantity  [x] delivery clause`: what is talked over when an order is placed.
  private static func ticks(_ answers: [ReviewItem: ReviewAnswer]) -> Text {
    Advice.tickList.map { item in
      Text(verbatim: answers[item]?.isWell ?? false ? "[x] " : "[ ] ") + item.words
    }.joined("  ")
  }

  private static func listing(_ order: Order, _ language: Language) -> Listing<OrderCheck.Finding> {
    Listing(
      id: "review_check", language: language,
      fields: [
        .init("fault", Text("Lacking", "缺什么", "缺什麼"), shrinks: true, minimumWidth: 28) {
          Cell($0.fault.words[language])
        },
        .init("gate", Text("Asked by", "由谁检查", "由誰檢查"), priority: 1) { finding in
          finding.gate.map { Cell(id: $0, language) } ?? finding.advice.map { Cell(id: $0, language) }
            ?? .none
        },
        .init("in_force", Text("In force", "有效", "有效"), priority: 2) { Cell(flag: $0.isInForce, language) },
        // What is there to be typed is never cut.
        .init("try", Text("What settles it", "怎么办", "怎麼辦")) { finding in
          let line = finding.fault.remedy(order.no, of: .order, isAgreed: order.isAgreed)
          return Cell(OfferedLine.text(line, language), value: .string(line))
        },
      ])
  }
}

/// Answers points of a review: `review set 118 callback=ok process=no:缺模具`.
struct ReviewSet: BookCommand {
  static let sheet = CommandSheet(
    id: "review.set", word: "set", chinese: ["填"],
    about: Text("answer points of a review", "填评审项目", "填評審項目"), usage: "REF ITEM=ok|no[:NOTE]…",
    examples: ["review set 118 callback=ok delivery=ok payment=ok", "review set 118 process=no:缺模具"],
    part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (name, values) = try FieldValue.read(words, try: "gendan review set 118 callback=ok")
    let answers = try values.map { try Point($0) }
    return try desk.act(on: [name]) { act in
      for point in answers {
        try act.writing.answer(point.item, of: act.order, isWell: point.isWell, note: point.note)
      }
      return answers.map { $0.item.words + " " + ($0.isWell ? "ok" : "no") }.joined(", ")
    }
  }

  /// One point, and what is answered to it.
  private struct Point {
    let item: ReviewItem
    let isWell: Bool
    let note: String?

    init(_ value: FieldValue) throws {
      item = try value.key()
      let parts = try value.required().split(maxSplits: 1) { $0 == ":" || $0 == "：" }
      switch folded(String(parts[0])) {
      case "ok", "yes", "是", "可": isWell = true
      case "no", "否", "不": isWell = false
      default:
        throw Complaint(
          .usage,
          Text(
            "\"\(value.value)\" is neither ok nor no", "\"\(value.value)\" 不是 ok 或 no",
            "\"\(value.value)\" 不是 ok 或 no"),
          try: "\(value.field)=ok", "\(value.field)=no:TEXT")
      }
      note = parts.count > 1 ? String(parts[1]).filledText : nil
    }
  }
}

/// What was answered and signed of an order's version, and who is awaited.
struct ReviewShow: BookCommand {
  static let sheet = CommandSheet(
    id: "review.show", word: "show", chinese: ["看"],
    about: Text("who signed, and who is awaited", "会签到哪一步", "會簽到哪一步"), usage: "REF",
    examples: ["review show 118"], part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let order = try desk.reference(&words, in: reading).order
      let trail = try ApprovalTrail.of(order, in: reading)
      let answers = try ReviewAnswer.all(order: order, in: reading.db)
      let head =
        order.label + order.review.words
        + Text("  version \(order.version)", "  第 \(order.version) 版", "  第 \(order.version) 版")
      let steps =
        ReviewItem.allCases.compactMap { answers[$0] }.map { Step($0) }
        + trail.acts.map { Step($0, isSame: trail.sameSigners.contains($0.by)) }
        + trail.awaited.map { Step($0) }
      let table = try listing(desk, reading).list(steps)
      let form = try ReviewForm(order, at: desk, in: reading)
      let lines = form.lines.map { Document.Block.line("  " + desk.say($0)) }
      var answer = Answer("review", Document([.line(desk.say(head), .strong)] + lines + table.blocks))
      answer.touched = [order.no]
      answer.extra =
        [
          .init("no", .string(order.no)), .init("review", .string(order.review.rawValue)),
          .init("version", .integer(Int64(order.version))),
        ] + form.json
      return answer
    }
  }

  /// One line of a review: an answer, an act, or a signature that is awaited.
  private struct Step {
    let what: Text
    let who: String?
    let at: Instant?
    let note: Text

    init(_ answer: ReviewAnswer) {
      what = answer.item.words + (answer.isWell ? " ok" : " no")
      who = answer.by
      at = answer.at
      note = Text(verbatim: answer.note ?? "")
    }

    init(_ act: Approval, isSame: Bool) {
      what = act.act.words + (act.role.map { Text(verbatim: " ") + $0.words } ?? Text(verbatim: ""))
      who = act.by
      at = act.at
      let same = isSame && act.act == .sign ? Text("same signer ", "同一人多签 ", "同一人多簽 ") : Text(verbatim: "")
      note = same + (act.note ?? "")
    }

    init(_ signer: Signer) {
      what = Text("to sign: ", "待签: ", "待簽: ") + signer.role.words
      who = nil
      at = nil
      note = Text(verbatim: "")
    }
  }

  private func listing(_ desk: Desk, _ reading: Reading) throws -> Listing<Step> {
    let language = desk.language
    let dates = try desk.dateWords(reading)
    return Listing(
      id: "review", language: language,
      fields: [
        .init("what", Text("Step", "步骤", "步驟")) { Cell($0.what[language]) },
        .init("who", Text("Who", "谁", "誰")) { Cell(optional: $0.who) },
        .init("at", Text("When", "时间", "時間")) { step in
          step.at.map { Cell(dates.time($0, utcOffset: reading.utcOffset), value: .string($0.description)) }
            ?? .none
        },
        .init("note", OrderField.note.words, shrinks: true) { Cell($0.note[language]) },
      ])
  }
}
