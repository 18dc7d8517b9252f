import ArgumentParser
import Gendan
import GendanOutput

/// `enquiry`: what a customer asks before ordering.
struct EnquiryCommand: NounCommand {
  static let word = "enquiry"
  static let chinese = ["询盘", "詢盤"]
  static let about = Text("what customers ask", "客户询盘", "客戶詢盤")
  static let verbs: [any BookCommand.Type] = [EnquiryAdd.self, EnquiryList.self, EnquiryAnswer.self]
}

/// Registers an enquiry.
struct EnquiryAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "enquiry.add", word: "add", chinese: ["新增"],
    about: Text("register what a customer asks", "登记客户询盘", "登記客戶詢盤"),
    usage: "CUSTOMER TEXT… [--via CHANNEL] [--clerk USER] [--at \"DATE HH:MM\"]",
    examples: [
      "enquiry add 宏达机械 法兰 DN80 500 件什么价 --via phone", "enquiry add C-0001 \"DN80, 500 pcs\" --at 9:30",
    ],
    part: .taking)

  @Argument var words: [String] = []
  @Option var via: String?
  @Option var clerk: String?
  @Option var at: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let example = "gendan enquiry add 宏达机械 法兰 DN80 500 件什么价"
    guard let name = words.first else { throw Complaint.missing(Noun.customer.words, try: example) }
    let text = try Array(words.dropFirst()).name(Text("what is asked", "询问内容", "詢問內容"), try: example)
    let channel: Channel? = try via.map { try Spelling.read($0, as: Text("channel", "方式", "方式")) }
    return try desk.write { writing, answer in
      let enquiry = try writing.enquire(
        try Customer.named(name, in: writing.db), text, via: channel,
        at: try desk.moment(at, in: writing).began(utcOffset: writing.utcOffset),
        clerk: try clerk.map { try User.named($0, in: writing.db).id })
      answer.echo = [
        Text("enquiry ", "已登记询盘 ", "已登記詢盤 ") + "\(enquiry.no)  \(enquiry.customer)  \(enquiry.text)"
      ]
      answer.extra = [.init("no", .string(enquiry.no))]
    }
  }
}

/// Writes down the answer.
struct EnquiryAnswer: BookCommand {
  static let sheet = CommandSheet(
    id: "enquiry.answer", word: "answer", chinese: ["答复", "答覆"],
    about: Text("say what was answered", "登记对询盘的答复", "登記對詢盤的答覆"),
    usage: "NO TEXT… [--at \"DATE HH:MM\"]", examples: ["enquiry answer E2603-0001 已报价 15.00"],
    part: .taking)

  @Argument var words: [String] = []
  @Option var at: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let example = "gendan enquiry answer E2603-0001 已报价 15.00"
    guard let no = words.first else { throw Complaint.missing(Noun.enquiry.words, try: example) }
    let text = try Array(words.dropFirst()).name(Text("the answer", "答复内容", "答覆內容"), try: example)
    return try desk.write { writing, answer in
      let enquiry = try writing.answer(
        try Enquiry.named(folded(no), in: writing.db), text,
        at: try desk.moment(at, in: writing).ended(utcOffset: writing.utcOffset))
      answer.echo = [
        Text(verbatim: "\(enquiry.no) \(enquiry.customer): ")
          + Text("answered after ", "已答复, 用时 ", "已答覆, 用時 ")
          + EnquiryList.hours(enquiry.age(at: writing.now)) + "  \(text)"
      ]
    }
  }
}

/// Enquiries with their age.
struct EnquiryList: BookCommand {
  static let sheet = CommandSheet(
    id: "enquiry.list", word: "list", chinese: ["列表"],
    about: Text("list enquiries that wait for an answer", "列出未答复的询盘", "列出未答覆的詢盤"),
    usage: "[CUSTOMER] [--all] \(CustomerOptions.usage)",
    examples: ["enquiry list --mine", "enquiry list 宏达机械 --all"], part: .taking)

  @Argument var words: [String] = []
  @Flag var all = false
  @OptionGroup var customers: CustomerOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let name = words.joined(separator: " ")
      let customer = try name.isEmpty ? nil : Customer.named(name, in: reading.db)
      let found = try Enquiry.list(
        try customers.filter(at: desk, in: reading), customer: customer?.id, onlyOpen: !all, in: reading.db)
      var answer = Answer("enquiries", try Self.listing(desk, reading).list(found))
      let shown = ["no", "customer", "text", "channel", "received", "age_hours", "clerk"]
      answer.columns = all ? shown + ["answer"] : shown
      return answer
    }
  }

  /// `26 h`, as many whole hours as have passed.
  static func hours(_ seconds: Int64) -> Text {
    let hours = max(0, seconds) / 3600
    return Text("\(hours) h", "\(hours) 小时", "\(hours) 小時")
  }

  private static func listing(_ desk: Desk, _ reading: Reading) throws -> Listing<Enquiry> {
    let language = desk.language
    let dates = try desk.dateWords(reading)
    func moment(_ at: Instant) -> Cell {
      Cell(dates.time(at, utcOffset: desk.utcOffset(at)), value: .string(at.description))
    }
    return Listing(
      id: "enquiries", language: language,
      fields: [
        .init("no", Noun.enquiry.heading) { Cell($0.no) },
        .init("customer", OrderField.customer.words, shrinks: true) { Cell($0.customer) },
        .init("customer_code", Text("Code", "编号", "編號"), priority: 9) { Cell($0.customerCode) },
        .init("text", Text("Asked", "内容", "內容"), shrinks: true) { Cell($0.text) },
        .init("channel", Text("By", "方式", "方式"), priority: 4) { enquiry in
          enquiry.channel.map { Cell(id: $0, language) } ?? .none
        },
        .init("received", Text("Received", "收到", "收到"), priority: 2) { moment($0.receivedAt) },
        .init("age_hours", Text("Waited", "已等", "已等"), .trailing) { enquiry in
          let age = enquiry.age(at: reading.now)
          return Cell(
            hours(age)[language], value: .integer(age / 3600),
            style: enquiry.isLate(at: reading.now) ? .overdue : nil)
        },
        .init("clerk", OrderField.clerk.words, priority: 3) { enquiry in
          Cell(enquiry.clerkName ?? "", code: enquiry.clerk)
        },
        .init("answered", Text("Answered", "答复时间", "答覆時間"), priority: 5) {
          $0.answeredAt.map(moment) ?? .none
        },
        .init("answer", Text("Answer", "答复", "答覆"), priority: 1, shrinks: true) { Cell(optional: $0.answer) },
      ])
  }
}
