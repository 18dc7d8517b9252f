import ArgumentParser
import Gendan

/// Writes down a chase and the day to chase again: the heart of the job.
struct OrderChase: BookCommand {
  static let sheet = CommandSheet(
    id: "contact.add", word: "chase", short: "c", chinese: ["跟催"],
    about: Text("write down a chase", "记一次跟催", "記一次跟催"),
    usage: "REF [STEP | DEPARTMENT | WHO] TEXT [--next DATE] [--on DATE]",
    examples: ["chase 118 表面处理 王师傅说周三出 --next 周三", "chase 1 asked again --next +2wd"], part: .follow)

  @Argument var words: [String] = []
  @Option var next: String?
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let order = try desk.reference(&words, in: writing).order
      var party: String?
      // A word is the party only if it exactly names one; otherwise it begins the text.
      if words.count > 1, try Contact.parties(of: order, in: writing.db).contains(words[0]) {
        party = words.removeFirst()
      }
      let text = try OrderNote.text(words, "gendan chase \(order.no) TEXT --next +2wd")
      let nextDay = try next.map { try desk.day($0, .plan, of: order, in: writing) }
      let day = try on.map { try desk.day($0, .fact, in: writing) }
      try writing.add(.chase, to: order, party: party, text: text, next: nextDay, on: day)
      var line = order.label + Text("chase noted", "已记跟催", "已記跟催") + (party.map { " (\($0))" } ?? "")
      if let nextDay {
        line = line + Text(", next ", ", 下次 ", ", 下次 ") + (try desk.dateWords(writing).echo(nextDay))
      }
      answer.echo = [line]
      answer.touched = [order.no]
    }
  }
}

/// Writes down something to remember of an order.
struct OrderNote: BookCommand {
  static let sheet = CommandSheet(
    id: "note.add", word: "note", chinese: ["备注", "備註"],
    about: Text("write a note on an order", "给订单加备注", "給訂單加備註"), usage: "REF TEXT [--on DATE]",
    examples: ["note 118 唛头按附件"], part: .follow)

  @Argument var words: [String] = []
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let order = try desk.reference(&words, in: writing).order
      let text = try OrderNote.text(words, "gendan note \(order.no) TEXT")
      try writing.add(.note, to: order, text: text, on: try on.map { try desk.day($0, .fact, in: writing) })
      answer.echo = [order.label + Text("noted", "已备注", "已備註")]
      answer.touched = [order.no]
    }
  }

  /// The rest of a line as one text.
  static func text(_ words: [String], _ example: String) throws -> String {
    let text = words.joined(separator: " ")
    guard !text.isEmpty else {
      throw Complaint(.usage, Text("the text is missing", "缺少内容", "缺少內容"), try: example)
    }
    return text
  }
}
