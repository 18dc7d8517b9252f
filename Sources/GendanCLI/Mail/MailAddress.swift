import Gendan

/// Where a mail goes.
enum MailAddress {
  /// The address that a text is: a local name, or a name at a place.
  static func read(_ text: String) throws -> String {
    let address = text.trimmed
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let isOne = address.unicodeScalars.allSatisfy {
      $0.value > 32 && $0.value != 127 && !"<>(),;:\"[]\\".unicodeScalars.contains($0)
    }
    guard isOne, 1...2 ~= parts.count, parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") }) else {
      throw Complaint(
        .usage, Text("\"\(text)\" is no mail address", "\"\(text)\" 不是邮箱地址", "\"\(text)\" 不是信箱地址"),
        try: "sales@factory.example")
    }
    return String(address)
  }

  /// The addresses that a text names, with commas between.
  static func list(_ text: String) throws -> [String] {
    try text.split { $0 == "," || $0 == "，" }.map { try read(String($0)) }
  }
}

/// To whom an answer goes, where it is a message.
struct Envelope {
  /// Who sends a mail, where the book knows an address.
  var from: String?
  /// The addresses of a mail.
  var to: [String] = []
  /// What the message is about beside its day: the same key and recipient are the same message.
  var key = ""
  /// The bytes of a chat message, at most; nil: as many as the robot takes.
  var maxBytes: Int?
}

extension Desk {
  /// The address of who acts on this machine, where the book knows no other.
  var defaultSender: String {
    "\(actor.login)@\(surroundings.host.isEmpty ? "localhost" : surroundings.host)"
  }

  /// The address of who acts; nil where the book knows none.
  func actorsMail(in reading: Reading) throws -> String? {
    try Member.all(in: reading.db).first { $0.user.login == actor.login }?.mail
  }
}

extension Instant {
  /// The moment as RFC 5322 writes it: `Mon, 16 Mar 2026 08:00:00 +0800`.
  func mailDate(utcOffset: Int) -> String {
    let day = day(utcOffset: utcOffset)
    let time = ((seconds + Int64(utcOffset)) % 86_400 + 86_400) % 86_400
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let clock = [Int(time / 3600), Int(time / 60 % 60), Int(time % 60)].map(two).joined(separator: ":")
    let offset = abs(utcOffset) / 60
    let zone = (utcOffset < 0 ? "-" : "+") + two(offset / 60) + two(offset % 60)
    let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ")
    let weekdays = "Mon Tue Wed Thu Fri Sat Sun".split(separator: " ")
    let civil = day.civil
    return
      "\(weekdays[day.weekday.rawValue - 1]), \(civil.day) \(months[civil.month - 1]) \(civil.year) \(clock) \(zone)"
  }
}
