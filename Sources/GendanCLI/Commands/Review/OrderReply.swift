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
    try desk.act(on: words) { act in
      let late = try act.writing.reply(
        to: act.order, via: via.filled ?? Channel.email.rawValue, told: told.filled,
        text: act.rest.joined(separator: " ").filledText,
        at: try self.at.map { try desk.moment($0, in: act.writing) })
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

extension Desk {
  /// A moment that is past: a day, and a time of day at the site where one is given.
  func moment(_ text: String, in reading: Reading) throws -> Instant {
    let parts = text.split(separator: " ").map(String.init)
    guard let last = parts.last, last.contains(":") || last.contains("：") else {
      let day = try day(text, .fact, in: reading)
      if day == reading.today { return reading.now }
      return try moment(of: day, hour: 0, minute: 0, text, in: reading)
    }
    let time = folded(last).split(separator: ":").map { Int($0) }
    let day =
      parts.count > 1 ? try day(parts.dropLast().joined(separator: " "), .fact, in: reading) : reading.today
    guard time.count == 2, let hour = time[0], let minute = time[1] else { throw DateError.unreadable(text) }
    return try moment(of: day, hour: hour, minute: minute, text, in: reading)
  }

  private func moment(
    of day: Day, hour: Int, minute: Int, _ text: String, in reading: Reading
  ) throws -> Instant {
    guard let moment = Instant(day, hour: hour, minute: minute, utcOffset: reading.utcOffset) else {
      throw DateError.unreadable(text)
    }
    guard moment <= reading.now else {
      throw Complaint(
        .usage, Text("\"\(text)\" is not past yet", "\"\(text)\" 还没到", "\"\(text)\" 還沒到"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")])
    }
    return moment
  }
}
