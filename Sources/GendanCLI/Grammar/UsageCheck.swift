import ArgumentParser
import GendanOutput

/// Finds in a line that ArgumentParser refused which option was meant wrongly. ArgumentParser says
/// it in English only, so the answer is made from its own dump of the command tree.
enum UsageCheck {
  static func complaint(about words: [String], id: String) -> Complaint {
    let options = known(id)
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if word == "--" { break }
      guard word.hasPrefix("-"), word.count > 1 else { continue }
      let name = String(word.prefix { $0 != "=" })
      guard let takesValue = options[name] else {
        let near = nearest(to: name, among: options.keys.filter { $0.hasPrefix("--") })
        var complaint = Complaint(
          .usage, Text("no option \"\(name)\" here", "这里没有选项 \"\(name)\"", "這裡沒有選項 \"\(name)\""),
          facts: near.isEmpty ? [] : [Text("close: ", "相近: ", "相近: ") + near.joined(separator: ", ")],
          tries: [help(id)])
        complaint.meant = (name, Array(near.prefix(1)))
        return complaint
      }
      let hasValue = word.contains("=") || (index < words.count && !words[index].hasPrefix("-"))
      if takesValue && !hasValue {
        return Complaint(
          .usage, Text("\(name) needs a value", "\(name) 后面要有值", "\(name) 後面要有值"), try: "\(name) …")
      }
      if !takesValue && word.contains("=") {
        return Complaint(.usage, Text("\(name) takes no value", "\(name) 不带值", "\(name) 不帶值"), try: name)
      }
      if takesValue && !word.contains("=") { index += 1 }
    }
    if let sheet = GendanCommand.sheet(id),
      let complaint = surplus(of: UsageLine(sheet.usage).filling(words), sheet)
    {
      return complaint
    }
    return Complaint(.usage, Text("this line is not understood", "看不懂这行命令", "看不懂這行命令"), tries: [help(id)])
  }

  /// What stands in an offered line for words of one's own.
  static let blanks: Set = ["TEXT", "NAME", "WHO", "PLACE", "内容", "內容", "原因", "谁", "誰", "地点", "地點", "…"]

  /// Refuses a line that was offered and pasted with its blanks: they would be kept as what somebody wrote.
  static func blank(in words: [String]) -> Complaint? {
    guard
      let word = words.first(where: { blanks.contains($0.split(separator: "=").last.map(String.init) ?? $0) })
    else { return nil }
    return Complaint(
      .usage,
      Text(
        "\"\(word)\" stands for words of your own", "\"\(word)\" 要换成自己要写的内容", "\"\(word)\" 要換成自己要寫的內容"))
  }

  /// Refuses a word for which the usage of a command has no place, rather than to do without it.
  static func surplus(of words: [String], _ sheet: CommandSheet) -> Complaint? {
    UsageLine(sheet.usage).surplus(of: words).map { misplaced($0, sheet) }
  }

  /// The refusal of a word that has no place in a command's line.
  static func misplaced(_ word: String, _ sheet: CommandSheet) -> Complaint {
    let name = Self.name(sheet.id)
    var complaint = Complaint(
      .usage, Text("\"\(word)\" has no place here", "多了 \"\(word)\"", "多了 \"\(word)\""),
      facts: [Text("usage: ", "用法: ", "用法: ") + "gendan \(name) \(sheet.usage)"],
      tries: [help(sheet.id)])
    complaint.mend = dated(word, sheet)
    return complaint
  }

  /// Refuses a word behind an option's value that would else go on with a name or a text before the option.
  static func stray(in line: [String], _ sheet: CommandSheet) -> Complaint? {
    guard let (option, value, word) = UsageLine(sheet.usage).stray(in: line) else { return nil }
    // What a day or a name of the book is, does not go on with a word more.
    let isText = CompletionSlot.ofGlobal(option) == nil && UsageLine(sheet.usage).slots(of: option).isEmpty
    var complaint = Complaint(
      .usage,
      Text(
        "does \"\(word)\" belong to \(option)?", "\"\(word)\" 是 \(option) 的内容吗?",
        "\"\(word)\" 是 \(option) 的內容嗎?"),
      facts: [
        Text(
          "quote a value that has spaces; other words stand before the options",
          "带空格的内容要加引号; 别的字写在选项前面", "帶空格的內容要加引號; 別的字寫在選項前面")
      ], tries: [help(sheet.id)])
    if isText { complaint.mend = Complaint.joining(word, to: value, of: option) }
    return complaint
  }

  /// How a date is given to a command, where a word that it has no place for is one.
  static func dated(_ word: String, _ sheet: CommandSheet) -> (@Sendable ([String]) -> [String]?)? {
    guard let option = UsageLine(sheet.usage).dateOption, DatePhrase.isDate(word),
      !folded(word).allSatisfy(\.isNumber)
    else { return nil }
    return Complaint.placing(word, behind: option)
  }

  /// The page of help on a command.
  static func help(_ id: String) -> String { "gendan help \(name(id))" }

  /// How a command is called on the line.
  private static func name(_ id: String) -> String {
    GendanCommand.verb { $0.id == id }?.sheet.word ?? id.split(separator: ".").joined(separator: " ")
  }

  /// The options of a command, and whether each takes a value.
  private static func known(_ id: String) -> [String: Bool] {
    guard let command = GendanCommand.command(id)?.type else { return [:] }
    let options = CommandOption.all(of: command)
    return Dictionary(options.flatMap { option in option.names.map { ($0, option.takesValue) } }) { one, _ in
      one
    }
  }
}
