import ArgumentParser
import Gendan
import GendanOutput

/// A person confirms what `why` proposes of the links of a delay.
struct DelayConfirm: BookCommand {
  static let sheet = CommandSheet(
    id: "delay.confirm", word: "confirm", chinese: ["确认", "確認"],
    about: Text("confirm whose doing a delay was", "确认延误的责任", "確認延誤的責任"), usage: "REF[.LINE] [LINK…]",
    examples: ["delay confirm 118", "delay confirm 118.2 1 3"], part: .supervisor, right: .supervise)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.rule(words, usage: "gendan delay confirm 118 1") { writing, account, numbers in
      for part in try numbers.isEmpty ? account.parts : numbers.map({ try desk.link($0, of: account) }) {
        try writing.rule(part, of: account.schedule)
      }
    }
  }
}

/// A person rules otherwise than `why` proposes, with a reason.
struct DelayOverrule: BookCommand {
  static let sheet = CommandSheet(
    id: "delay.overrule", word: "overrule", chinese: ["改判"],
    about: Text("rule otherwise whose doing a delay was", "改判延误的责任", "改判延誤的責任"),
    usage: "REF[.LINE] LINK [--dept D] [--side own|customer|supplier|force-majeure] --reason TEXT",
    examples: [
      "delay overrule 118 2 --side customer --reason 客户改图", "delay overrule 118.2 1 --dept 采购 --reason 料单下晚",
    ],
    part: .supervisor, right: .supervise)

  @Argument var words: [String] = []
  @Option var dept: String?
  @Option var side: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let side: FaultSide? = try side.map { try Spelling.read($0, as: Text("side", "责任方", "責任方")) }
    guard let reason = global.reason.filled, side != nil || dept != nil else {
      throw Complaint(
        .usage,
        Text(
          "say whose doing it was, and why", "请写明责任部门或责任方, 以及理由", "請寫明責任部門或責任方, 以及理由"),
        try: "gendan delay overrule 118 1 --side customer --reason TEXT")
    }
    return try desk.rule(words, usage: "gendan delay overrule 118 1 --side customer --reason TEXT") {
      writing, account, numbers in
      guard numbers.count == 1, let number = numbers.first else {
        throw Complaint(
          .usage, Text("name one link by its number", "请写一个环节的序号", "請寫一個環節的序號"),
          try: "gendan help delay overrule")
      }
      let department = try dept.map { try Department.named($0, in: writing.db) }
      try writing.rule(
        try desk.link(number, of: account), of: account.schedule, department: department, side: side,
        reason: reason)
    }
  }
}

extension Desk {
  /// Rules of the links of one late delivery, and shows them as they stand then.
  fileprivate func rule(
    _ words: [String], usage: String, _ body: (Writing, DelayAccount, [String]) throws -> Void
  ) throws -> Answer {
    try write(reason: options.reason.filled) { writing, answer in
      var words = words
      let found = try reference(&words, in: writing)
      let late = try writing.delayAccounts(of: found.order).filter { account in
        !account.parts.isEmpty && found.line?.contains(account.schedule) ?? true
      }
      guard let account = late.first else {
        throw Complaint(
          .refused,
          Text(
            "\(found.order.no) has lost no days", "\(found.order.no) 没有耽误的天数", "\(found.order.no) 沒有耽誤的天數"),
          try: "gendan why \(found.order.no)")
      }
      guard late.count == 1 else {
        throw Complaint(
          .usage,
          Text(
            "several lines of \(found.order.no) are late: name one", "\(found.order.no) 有几行超期, 请写明哪一行",
            "\(found.order.no) 有幾行逾期, 請寫明哪一行"),
          try: usage.replacing("118", with: "\(found.order.no).\(account.schedule.place)"))
      }
      writing.entry.subject = found.order.no
      try body(writing, account, words)
      let page = WhyPage(desk: self, dates: try dateWords(writing))
      let ruled = try writing.delayAccounts(of: found.order).filter { $0.schedule.id == account.schedule.id }
      answer.echo = ruled.flatMap { page.rulings(found.order, $0) }
      answer.touched = [found.order.no]
    }
  }

  /// The link with the number that `why` shows.
  fileprivate func link(_ text: String, of account: DelayAccount) throws -> DelayAccount.Part {
    guard let number = Int(folded(text)), account.parts.indices.contains(number - 1) else {
      throw Complaint(
        .usage,
        Text(
          "\"\(text)\" is none of the links 1 to \(account.parts.count)",
          "\"\(text)\" 不在环节 1 到 \(account.parts.count) 里",
          "\"\(text)\" 不在環節 1 到 \(account.parts.count) 裡"),
        try: "gendan why REF")
    }
    return account.parts[number - 1]
  }
}
