import Gendan

extension Desk {
  /// Refuses a time zone that this machine does not know: its clock would silently be UTC's.
  func verify(zone: String) throws {
    guard !zone.isEmpty, !FileSystem.exists("/usr/share/zoneinfo/" + zone) else { return }
    throw Complaint(
      .usage,
      Text("this machine knows no zone \"\(zone)\"", "这台机器没有时区 \"\(zone)\"", "這台機器沒有時區 \"\(zone)\""),
      facts: [
        Text(
          "names are those of the package tzdata, such as Asia/Shanghai", "名称见 tzdata 软件包, 如 Asia/Shanghai",
          "名稱見 tzdata 套件, 如 Asia/Shanghai")
      ], try: "gendan setting set zone Asia/Shanghai")
  }

  /// Seconds east of UTC at an instant, in the book's zone.
  func utcOffset(_ at: Instant) -> Int { surroundings.utcOffset(zone, at) }

  /// Now at the site, as file names carry it: 20260316-080500. It is the clock's now, whatever day
  /// `--today` says.
  func stamp(zone: String) -> String {
    let now = surroundings.now
    let local = now.adding(seconds: Int64(surroundings.utcOffset(zone, now))).description
    let digits = local.filter(\.isNumber)
    return digits.prefix(8) + "-" + digits.dropFirst(8)
  }

  /// The complaint that a question was put to nobody; `answer` would have answered it.
  func unanswered(_ question: Text, _ answer: String) -> Complaint {
    var complaint = Complaint(
      .needsAnswer,
      Text("this needs a yes, but there is no terminal: ", "需要确认, 但这里没有终端: ", "需要確認, 但這裡沒有終端: ")
        + question,
      facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")])
    complaint.lacking = ["--dry-run", answer]
    return complaint
  }

  /// Asks before what weighs heavily: the person types the name, or `yes`; a script says `--confirm=NAME`.
  func confirm(_ question: Text, typing name: String) throws {
    if options.yes || options.dryRun || options.confirm == name { return }
    if let other = options.confirm {
      throw Complaint(
        .needsAnswer,
        Text(
          "--confirm=\(other) is not \(name)", "--confirm=\(other) 不是 \(name)",
          "--confirm=\(other) 不是 \(name)"),
        facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")], try: "--confirm=\(name)")
    }
    guard !options.noInput, let ask = surroundings.ask else {
      throw unanswered(question, "--confirm=\(name)")
    }
    let how = Text(": type \(name) or yes: ", ": 请输入 \(name) 或 yes: ", ": 請輸入 \(name) 或 yes: ")
    let answer = String((ask((question + how)[language]) ?? "").trimmed)
    // Four digits name an order everywhere.
    let isTail = answer.count >= 4 && name.hasSuffix(answer)
    guard answer == name || isTail || ["yes", "是"].contains(answer.lowercased()) else {
      throw Complaint(.cancelled, Text("nothing was changed", "什么也没改", "什麼也沒改"))
    }
  }
}
