import GendanOutput

/// A page of the manual, made from the same sheets and topics as help.
struct ManualPage {
  /// The file's name: `gendan-promise.1`.
  let name: String
  /// The page in the language of `man`.
  let text: String

  /// The program's page, one of each daily verb and noun, and one of each topic.
  static func all(_ language: Language) -> [ManualPage] {
    [overview(language)] + GendanCommand.verbs.map { page($0, noun: nil, language) }
      + GendanCommand.nouns.flatMap { noun in noun.verbs.map { page($0, noun: noun, language) } }
      + HelpTopic.allCases.map { page($0, language) }
  }

  private static func page(
    _ command: any BookCommand.Type, noun: (any NounCommand.Type)?, _ language: Language
  ) -> ManualPage {
    let sheet = command.sheet
    let words = (noun.map { [$0.word] } ?? []) + [sheet.word]
    var roff = Roff(
      (["gendan"] + words).joined(separator: "-"), section: 1, about: sheet.about[language], language)
    roff.section(Text("SYNOPSIS", "用法", "用法"))
    roff.line((["gendan"] + words + [sheet.usage]).joined(separator: " "))
    if !sheet.aliases.isEmpty {
      roff.section(Text("OTHER NAMES", "别的叫法", "別的叫法"))
      roff.line(sheet.aliases.joined(separator: ", "))
    }
    roff.section(Text("EXAMPLES", "例子", "例子"))
    for example in sheet.examples { roff.code("gendan " + example) }
    let common = Set(CommandOption.common.map(\.name))
    let options = CommandOption.all(of: command).filter { !common.contains($0.name) }
    if !options.isEmpty {
      roff.section(Text("OPTIONS", "选项", "選項"))
      for option in options {
        roff.item(option.typed, OptionWords.words(option.name, of: sheet.id)?[language] ?? "")
      }
    }
    roff.section(Text("SEE ALSO", "另见", "另見"))
    roff.line("gendan(1), gendan-options(7), gendan-exit(7)")
    return roff.page
  }

  private static func page(_ topic: HelpTopic, _ language: Language) -> ManualPage {
    let lines = topic.page.lines(language)
    var roff = Roff(topic.manual.name, section: topic.manual.section, about: lines.first ?? "", language)
    roff.section(Text("DESCRIPTION", "说明", "說明"))
    roff.verbatim(Array(lines.dropFirst()))
    return roff.page
  }

  private static func overview(_ language: Language) -> ManualPage {
    let about = Text(
      "follow customers' orders from the desk to the door", "跟单: 从接单到签收", "跟單: 從接單到簽收")
    var roff = Roff("gendan", section: 1, about: about[language], language)
    roff.section(Text("SYNOPSIS", "用法", "用法"))
    roff.line(
      Text(
        "gendan COMMAND [ORDER] [WORDS] [OPTIONS]", "gendan 命令 [单号] [内容] [选项]", "gendan 命令 [單號] [內容] [選項]")[
          language])
    for part in DayPart.allCases {
      roff.section(part.title)
      for sheet in GendanCommand.verbs.map({ $0.sheet }) where sheet.part == part {
        roff.item("gendan " + sheet.words.joined(separator: ", "), sheet.about[language])
      }
    }
    roff.section(Text("EVERYTHING ELSE", "其余", "其餘"))
    for noun in GendanCommand.nouns {
      roff.item(
        "gendan \(noun.word) " + noun.verbs.map { $0.sheet.word }.joined(separator: "|"), noun.about[language]
      )
    }
    roff.section(Text("SEE ALSO", "另见", "另見"))
    roff.line(HelpTopic.allCases.map { "\($0.manual.name)(\($0.manual.section))" }.joined(separator: ", "))
    return roff.page
  }
}

/// Text in the language of `man`.
private struct Roff {
  private let file: String
  private let language: Language
  private var lines: [String] = []

  init(_ name: String, section: Int, about: String, _ language: Language) {
    file = "\(name).\(section)"
    self.language = language
    lines.append(".TH \"\(name.uppercased())\" \"\(section)\" \"\" \"gendan \(gendanVersion)\" \"gendan\"")
    self.section(Text("NAME", "名称", "名稱"))
    // The word that apropos looks for is a hyphen between spaces.
    lines.append("\(Self.escaped(name)) \\- \(Self.escaped(about))")
  }

  var page: ManualPage { ManualPage(name: file, text: lines.map { $0 + "\n" }.joined()) }

  mutating func section(_ title: Text) { lines.append(".SH \"\(Self.escaped(title[language]))\"") }

  mutating func line(_ text: String) { lines.append(Self.escaped(text)) }

  mutating func item(_ term: String, _ text: String) {
    lines += [".TP", ".B " + Self.escaped(term), Self.escaped(text)]
  }

  mutating func code(_ text: String) { lines += [".PP", ".nf", ".RS 2", Self.escaped(text), ".RE", ".fi"] }

  mutating func verbatim(_ texts: [String]) { lines += [".nf"] + texts.map(Self.escaped) + [".fi"] }

  /// A line that begins with a dot or a quote would be an order to the typesetter, and its hyphens are no dashes.
  private static func escaped(_ text: String) -> String {
    let text = text.printable.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return text.isEmpty ? "\\&" : text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
