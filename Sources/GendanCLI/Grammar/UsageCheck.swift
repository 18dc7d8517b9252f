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
        return Complaint(
          .usage, Text("no option \"\(name)\" here", "这里没有选项 \"\(name)\"", "這裡沒有選項 \"\(name)\""),
          facts: close(name, options),
          tries: [help(id)])
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
      let complaint = surplus(of: CompletionUsage(sheet.usage).filling(words), sheet)
    {
      return complaint
    }
    return Complaint(.usage, Text("this line is not understood", "看不懂这行命令", "看不懂這行命令"), tries: [help(id)])
  }

  /// Refuses a line that was offered and pasted with its blanks: they would be kept as what somebody wrote.
  static func blank(in words: [String]) -> Complaint? {
    let blanks: Set = ["TEXT", "内容", "內容", "…"]
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
    guard let word = CompletionUsage(sheet.usage).surplus(of: words) else { return nil }
    let name = Self.name(sheet.id)
    return Complaint(
      .usage, Text("\"\(word)\" has no place here", "多了 \"\(word)\"", "多了 \"\(word)\""),
      facts: [Text("usage: ", "用法: ", "用法: ") + "gendan \(name) \(sheet.usage)"], tries: [help(sheet.id)])
  }

  private static func close(_ name: String, _ options: [String: Bool]) -> [Text] {
    let near = nearest(to: name, among: options.keys.filter { $0.hasPrefix("--") })
    return near.isEmpty ? [] : [Text("close: ", "相近: ", "相近: ") + near.joined(separator: ", ")]
  }

  private static func help(_ id: String) -> String { "gendan help \(name(id))" }

  /// How a command is called on the line.
  private static func name(_ id: String) -> String {
    GendanCommand.verb { $0.id == id }?.sheet.word ?? id.split(separator: ".").joined(separator: " ")
  }

  /// The options of a command, and whether each takes a value.
  private static func known(_ id: String) -> [String: Bool] {
    guard let command = GendanCommand.command(id)?.type else { return [:] }
    do {
      return try JSON.parse(command._dumpHelp())["command"]?.options ?? [:]
    } catch {
      return [:]
    }
  }
}

extension JSON {
  fileprivate var elements: [JSON] {
    if case .array(let elements) = self { elements } else { [] }
  }

  fileprivate var string: String {
    if case .string(let text) = self { text } else { "" }
  }

  fileprivate var options: [String: Bool] {
    var options: [String: Bool] = [:]
    for argument in self["arguments"]?.elements ?? [] {
      let takesValue = argument["kind"]?.string == "option"
      for name in argument["names"]?.elements ?? [] {
        let dashes = name["kind"]?.string == "long" ? "--" : "-"
        options[dashes + (name["name"]?.string ?? "")] = takesValue
      }
    }
    return options
  }
}
