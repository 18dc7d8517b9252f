import ArgumentParser
import Gendan

/// Notes that a customer was answered, which stops the reply clock.
struct OrderReply: BookCommand {
  static let sheet = CommandSheet(
    id: "order.reply", word: "reply", chinese: ["回复", "回覆"],
    about: Text("note that the customer was answered", "记已回复客户", "記已回覆客戶"),
    usage: "REF… [TEXT] [--via email|phone|fax…] [--told WHO] [--at \"DATE HH:MM\"]",
    examples: ["reply 118 --via email --told 刘工", "reply 118 交期 4/3 已确认 --via phone"], part: .taking)

  @Argument var words: [String] = []
  @Option var via: String?
  @Option var told: String?
  @Option var at: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.act(on: words, withText: true) { act in
      let late = try act.writing.reply(
        to: act.order, via: via.filled, told: told.filled,
        text: act.rest.joined(separator: " ").filledText,
        at: try self.at.flatMap {
          try desk.moment($0, in: act.writing).ended(utcOffset: act.writing.utcOffset)
        })
      let done = Text("answered", "已回复", "已回覆") + (told.filled.map { " \($0)" } ?? "")
      guard let late else { return done }
      let span = Elapsed.text(minutes: late)
      return done + Text(", late by ", ", 迟了 ", ", 遲了 ") + span
    }
  }
}

/// A span of time in the two largest units that people say.
enum Elapsed {
  /// `2 h 15 min`, `3 d 4 h`, `25 min`.
  static func text(minutes: Int64) -> Text {
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
    if days > 0 { return Text("\(days) d \(hours) h", "\(days) 天 \(hours) 小时", "\(days) 天 \(hours) 小時") }
    if hours > 0 {
      return Text("\(hours) h \(rest) min", "\(hours) 小时 \(rest) 分", "\(hours) 小時 \(rest) 分")
    }
    return Text("\(rest) min", "\(rest) 分钟", "\(rest) 分鐘")
  }
}

extension String {
  /// The text without the spaces around it; nil where nothing is left.
  var filledText: String? { Optional(self).filled }
}
