import GendanOutput

/// The help page of one command.
struct CommandPage {
  private let command: any BookCommand.Type
  private let noun: (any NounCommand.Type)?

  init(_ command: any BookCommand.Type, noun: (any NounCommand.Type)?) {
    self.command = command
    self.noun = noun
  }

  /// Examples, usage, and its own options.
  func lines(_ language: Language) -> [String] {
    let sheet = command.sheet
    let place = noun.map { $0.word + " " } ?? ""
    let called = ([place + sheet.word] + sheet.aliases).joined(separator: ", ")
    var lines = ["gendan " + called, sheet.about[language], ""]
    lines += sheet.examples.flatMap(Self.example)
    lines.append("")
    lines += usage(place, language)
    let options = options
    if !options.isEmpty {
      let width = (options.map { CellWidth.of($0.typed) }.max() ?? 0) + 2
      lines.append("")
      lines += options.map { option in
        let words = OptionWords.words(option.name, of: sheet.id)?[language] ?? ""
        return "  " + CellWidth.pad(option.typed, to: width) + words
      }
    }
    if let noun = GendanCommand.nouns.first(where: { $0.word == sheet.noun }) {
      let verbs = noun.verbs.map { $0.sheet.word }.joined(separator: "|")
      lines += ["", "gendan \(sheet.word) \(verbs): \(noun.about[language])"]
    }
    let more = Text(
      "options of every command: gendan help options", "每个命令都有的选项: gendan help options",
      "每個命令都有的選項: gendan help options")
    return (lines + ["", more[language]]).map { CellWidth.cut($0, to: 80) }
  }

  /// An example as it can be pasted: one that is too long goes on in the next line, as shells have it.
  private static func example(_ line: String) -> [String] {
    var words: [String] = []
    for word in ("gendan " + line).split(separator: " ") {
      if let last = words.last, last.count(where: { $0 == "\"" }) % 2 == 1 {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(String(word))
      }
    }
    let lines = TextFlow.fill(words, width: 74, gap: 1)
    return lines.enumerated().map { place, text in
      (place == 0 ? "  " : "    ") + text + (place < lines.count - 1 ? " \\" : "")
    }
  }

  private func usage(_ place: String, _ language: Language) -> [String] {
    let label = Text("usage: ", "用法: ", "用法: ")[language]
    let start = "gendan " + place + command.sheet.word
    let words = Self.groups(command.sheet.usage)
    let width = CellWidth.of(label)
    return TextFlow.labelled(label, width: width, TextFlow.fill([start] + words, width: 78 - width, gap: 1))
  }

  /// The words of a usage line; what stands in brackets stays together where it is short enough.
  private static func groups(_ usage: String) -> [String] {
    var groups: [String] = []
    var depth = 0
    for word in usage.split(separator: " ") {
      if depth > 0, let last = groups.last, CellWidth.of(last) < 40 {
        groups[groups.count - 1] = last + " " + word
      } else {
        groups.append(String(word))
      }
      depth += word.filter { $0 == "[" }.count - word.filter { $0 == "]" }.count
    }
    return groups
  }

  private var options: [CommandOption] {
    let common = Set(CommandOption.common.map(\.name))
    return CommandOption.all(of: command).filter { !common.contains($0.name) }
  }
}
