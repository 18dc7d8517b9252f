import ArgumentParser
import Gendan

/// The morning summary for cron: silent when there is nothing to say, never twice for one key.
struct Morning: BookCommand {
  static let sheet = CommandSheet(
    id: "morning", word: "morning", chinese: ["早报", "早報"],
    about: Text("the morning summary, for cron", "早报 (给 cron)", "早報 (給 cron)"),
    usage:
      "[--for CLERK | --dept D | --all] [--since last|DATE] [-O text|markdown|html|json|mail|wecom|dingtalk] [--to ADDR,…] [--workdays-only] [--always] [--once KEY] [--peek] [--mark KEY] [--max-bytes N]",
    examples: [
      "morning --workdays-only", "morning --for chenting --once today -O markdown",
      "morning --once today -O mail --to sales@factory.example", "morning --peek -O wecom",
    ],
    part: .admin)

  @Option(name: .customLong("for")) var clerk: String?
  @Option var dept: String?
  @Flag var all = false
  @Option var since: String?
  @Flag(name: .customLong("workdays-only")) var workdaysOnly = false
  @Flag var always = false
  @Option var once: String?
  @Flag var peek = false
  @Option var mark: String?
  @Option var to: String?
  @Option(name: .customLong("max-bytes")) var maxBytes: String?
  @OptionGroup var global: GlobalOptions

  /// Whose summary it is: somebody's, a department's or everybody's.
  private struct Recipient {
    let user: User?
    let department: String?

    /// Under which name runs are marked.
    var key: String { user?.login ?? department.map { "dept:" + $0 } ?? "all" }
    /// What it is called on the page; empty for everybody.
    var name: String { user?.name ?? department ?? "" }
  }

  func run(at desk: Desk) throws -> Answer {
    guard [clerk != nil, dept != nil, all].filter({ $0 }).count <= 1 else {
      throw Complaint(
        .usage,
        Text("one of --for, --dept and --all", "--for --dept --all 只能用一个", "--for --dept --all 只能用一個"),
        try: "gendan morning --for \(clerk ?? "chenting")")
    }
    let format = try Presentation(desk).format().rawValue
    // A peek only reads; everything else holds the one writer's place until the mark is written, so
    // that two copies started together say it once.
    if peek && mark == nil {
      return try desk.read { try show(at: desk, in: $0, try recipient(in: $0), format) ?? .silent }
    }
    return try desk.book().alone { reading in
      let recipient = try recipient(in: reading)
      if let mark = mark.map({ key($0, reading) }) {
        let report = try report(at: desk, in: reading, recipient, format)
        try MorningRun.mark(mark, recipient.key, format, overdue: report.overdueNumbers, in: reading)
        return Answer([Text("marked \(mark)", "已标记 \(mark)", "已標記 \(mark)")])
      }
      if let answer = try show(at: desk, in: reading, recipient, format) {
        // The mark follows only once the text has left without an error.
        try Presentation(desk).show(answer.arranged(at: desk))
      }
      return .silent
    }
  }

  private func recipient(in reading: Reading) throws -> Recipient {
    Recipient(
      user: try clerk.map { try User.named($0, in: reading.db) },
      department: try dept.map { try Department.named($0, in: reading.db).name })
  }

  /// The summary, or nil where this run has nothing to say; marks the run unless it only peeks.
  private func show(
    at desk: Desk, in reading: Reading, _ recipient: Recipient, _ format: String
  ) throws -> Answer? {
    let isWorking = try reading.calendar().isWorking(reading.today)
    if workdaysOnly && !isWorking { return nil }
    let key = key(once ?? "today", reading)
    let isMail = format == Presentation.Format.mail.rawValue
    var envelope = try envelope("morning.\(recipient.key).\(key)", in: reading, isMail: isMail)
    if isMail { envelope.from = try desk.actorsMail(in: reading) ?? desk.defaultSender }
    if once != nil, try MorningRun.isMarked(key, recipient.key, format, in: reading.db) { return nil }
    if let user = recipient.user { desk.speak(user.language) }
    let report = try report(at: desk, in: reading, recipient, format)
    var answer =
      report.isQuiet && !always
      ? nil : try MorningPage(report, desk, reading, of: recipient.name, isWorking: isWorking).answer
    answer?.envelope = envelope
    answer?.newest = try Journal.newest(in: reading)
    if !peek {
      try MorningRun.mark(key, recipient.key, format, overdue: report.overdueNumbers, in: reading)
    }
    return answer
  }

  /// The key of a run; `today` is the day, so that a crontab needs no date.
  private func key(_ text: String, _ reading: Reading) -> String {
    folded(text) == "today" ? reading.today.description : text
  }

  private func envelope(_ key: String, in reading: Reading, isMail: Bool) throws -> Envelope {
    var envelope = Envelope(key: key)
    envelope.maxBytes = try maxBytes.map { text in
      guard let number = Int(folded(text)), 500...20_000 ~= number else {
        throw Complaint(
          .usage,
          Text(
            "--max-bytes \"\(text)\" is not between 500 and 20000",
            "--max-bytes \"\(text)\" 要在 500 到 20000 之间", "--max-bytes \"\(text)\" 要在 500 到 20000 之間"),
          try: "--max-bytes 4096")
      }
      return number
    }
    if let to { envelope.to = try MailAddress.list(to) }
    guard isMail, envelope.to.isEmpty else { return envelope }
    let member = try clerk.map { try Member.named($0, in: reading.db) }
    guard let mail = member?.mail else {
      throw Complaint(
        .usage, Text("nobody is named whom the mail goes to", "没有写邮件发给谁", "沒有寫郵件寄給誰"),
        tries: [
          "gendan morning -O mail --to sales@factory.example",
          "gendan user set \(member?.user.login ?? "chenting") mail=sales@factory.example",
        ])
    }
    envelope.to = [mail]
    return envelope
  }

  private func report(
    at desk: Desk, in reading: Reading, _ recipient: Recipient, _ format: String
  ) throws -> MorningReport {
    if !peek || mark != nil { _ = try reading.keepForecasts() }
    let from = try since.flatMap { folded($0) == "last" ? nil : try desk.day($0, .view, in: reading) }
    return try MorningReport.read(
      clerk: recipient.user?.login, department: recipient.department,
      previous: try MorningRun.last(recipient.key, format, upTo: from, in: reading.db), since: from,
      in: reading)
  }
}
