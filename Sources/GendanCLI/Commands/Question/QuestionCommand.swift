import ArgumentParser
import Gendan
import GendanOutput

/// `question`: what is unclear of orders, and who was asked (R-089).
struct QuestionCommand: NounCommand {
  static let word = "question"
  static let chinese = ["疑问", "疑問"]
  static let about = Text("what is unclear of orders", "订单疑问", "訂單疑問")
  static let verbs: [any BookCommand.Type] = [QuestionList.self]
}

/// Puts a question to a department or person (R-089).
struct QuestionAsk: BookCommand {
  static let sheet = CommandSheet(
    id: "question.add", word: "ask", chinese: ["询问", "詢問"],
    about: Text("ask a department or person about an order", "向部门或人员询问", "向部門或人員詢問"),
    usage: "REF DEPARTMENT|WHO TEXT [--due DATE]",
    examples: ["ask 118 质检 外观按哪个标准验 --due 周三", "ask ^ lijia \"which carton?\""], part: .follow)

  @Argument var words: [String] = []
  @Option var due: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let order = try desk.reference(&words, in: writing).order
      let example = "gendan ask \(order.no) DEPARTMENT TEXT"
      guard let name = words.first else {
        throw Complaint.missing(Text("who is asked", "问谁", "問誰"), try: example)
      }
      let text = try Array(words.dropFirst()).name(Text("the question", "询问内容", "詢問內容"), try: example)
      let question = try writing.ask(
        try Addressee.named(name, in: writing.db), about: order, text,
        dueOn: try due.map { try desk.day($0, .plan, of: order, in: writing) })
      answer.echo = [
        order.label + Text("question \(question.seq) to ", "疑问 \(question.seq) 问 ", "疑問 \(question.seq) 問 ")
          + question.addressee + Text(", answer by ", ", 答复期限 ", ", 答覆期限 ")
          + (try desk.dateWords(writing).echo(question.dueOn))
      ]
      answer.touched = [order.no]
    }
  }
}

/// Writes down the answer to a question.
struct QuestionAnswer: BookCommand {
  static let sheet = CommandSheet(
    id: "question.answer", word: "answer", chinese: ["解答"],
    about: Text("write down the answer to a question", "登记疑问的答复", "登記疑問的答覆"), usage: "REF [N] TEXT",
    examples: ["answer 118 按 GB/T 9124 验", "answer 118 2 用五层纸箱"], part: .follow, right: .report)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let order = try desk.reference(&words, in: writing).order
      // A number is the question's only if a question of this order has it; otherwise it begins the text.
      let number = words.count > 1 ? words.first.flatMap { Int(folded($0)) } : nil
      let seq = try Question.list(order: order.id, in: writing.db).first { $0.seq == number }?.seq
      if seq != nil { words.removeFirst() }
      let text = try words.name(
        Text("the answer", "答复内容", "答覆內容"), try: "gendan answer \(order.no) TEXT")
      let question = try writing.answer(seq, of: order, text)
      answer.echo = [
        order.label
          + Text(
            "question \(question.seq) answered", "疑问 \(question.seq) 已答复", "疑問 \(question.seq) 已答覆")
          + "  \(question.text) -> \(text)"
      ]
      answer.touched = [order.no]
    }
  }
}

/// Questions and their answers.
struct QuestionList: BookCommand {
  static let sheet = CommandSheet(
    id: "question.list", word: "list", chinese: ["列表"],
    about: Text("list questions about orders", "列出订单疑问", "列出訂單疑問"), usage: "[REF] [--open] [--by dept]",
    examples: ["question list --open", "question list 118", "question list --open --by dept"], part: .follow)

  @Argument var words: [String] = []
  @Flag var open = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let order = words.isEmpty ? nil : try desk.reference(&words, in: reading).order
      let found = try Question.list(order: order?.id, isOpen: open, in: reading.db)
      let now = reading.now
      if let grouping: WaitingGroup = try desk.grouping() {
        var answer = Answer("questions", grouping.listing(desk.language, now).list(grouping.groups(found)))
        answer.title = Self.sheet.about
        return answer
      }
      var answer = Answer("questions", Question.listing(desk, try desk.dateWords(reading), now).list(found))
      answer.rows = found.map(\.orderNo)
      answer.title = Self.sheet.about
      return answer
    }
  }

  /// Those who were asked, with what waits for them: whom to press so that the customer gets his answer (R-403).
  private enum WaitingGroup: String, CaseIterable, Worded {
    case dept

    var words: Text { OrderField.dept.words }

    /// Questions by whom they were put to, the most first.
    func groups(_ questions: [Question]) -> [(addressee: String, questions: [Question])] {
      Dictionary(grouping: questions, by: \.addressee).map { ($0.key, $0.value) }
        .sorted { ($1.questions.count, $0.addressee) < ($0.questions.count, $1.addressee) }
    }

    func listing(_ language: Language, _ now: Instant) -> Listing<(addressee: String, questions: [Question])>
    {
      Listing(
        id: "questions", language: language,
        fields: [
          .init("to", Text("Asked", "问谁", "問誰")) { Cell($0.addressee) },
          .init("n", Text("Questions", "疑问数", "疑問數"), .trailing) { Cell(number: $0.questions.count) },
          .init("open", Text("Waiting", "待答", "待答"), .trailing) {
            Cell(number: $0.questions.count(where: \.isOpen))
          },
          .init("waited", Text("Longest h", "最久小时", "最久小時"), .trailing) {
            Cell(number: $0.questions.map { $0.hoursWaited(at: now) }.max())
          },
          .init("chased", Text("Chased", "催过", "催過"), .trailing) {
            Cell(number: $0.questions.reduce(0) { $0 + $1.chased })
          },
        ])
    }
  }
}

extension Question {
  static func listing(_ desk: Desk, _ dates: DateWords, _ now: Instant) -> Listing<Question> {
    Listing(
      id: "questions", language: desk.language,
      fields: [
        .init("no", OrderField.no.words) { Cell($0.orderNo) },
        .init("n", Text(verbatim: "#"), .trailing) { Cell(number: $0.seq) },
        .init("customer", OrderField.customer.words, priority: 2, shrinks: true) { Cell($0.customer) },
        .init("to", Text("Asked", "问谁", "問誰")) { Cell($0.addressee) },
        .init("text", Text("Question", "内容", "內容"), shrinks: true) { Cell($0.text) },
        .init("due", Text("Due", "期限", "期限")) { question in
          var cell = Cell(day: question.dueOn, dates)
          if question.isOpen && question.dueOn < dates.today { cell.style = .overdue }
          return cell
        },
        .init("waited", Text("Hours", "小时", "小時"), .trailing, priority: 1) {
          Cell(number: $0.hoursWaited(at: now))
        },
        .init("chased", Text("Chased", "催过", "催過"), .trailing, priority: 2) { Cell(number: $0.chased) },
        .init("answer", Text("Answer", "答复", "答覆"), shrinks: true) { Cell(optional: $0.answer) },
        .init("asked_by", Text("By", "提问", "提問"), priority: 3) { Cell($0.askedBy) },
        .init("answered_by", Text("Answered by", "答复人", "答覆人"), priority: 4) {
          Cell(optional: $0.answeredBy)
        },
      ])
  }

  /// What production is warned of: nobody has answered what it might depend on.
  static func warnings(_ order: Order, in reading: Reading) throws -> [Complaint] {
    try list(order: order.id, isOpen: true, in: reading.db).map { question in
      Complaint(
        .ok,
        order.label + Text("open question to ", "疑问未答复, 问 ", "疑問未答覆, 問 ")
          + "\(question.addressee): \(question.text)", try: "gendan answer \(order.no) \(question.seq) TEXT")
    }
  }
}
