import ArgumentParser
import Gendan
import GendanOutput

/// The overview, a page a command and a page a topic: examples first, at most 80 cells wide.
enum HelpPage {
  /// The page that a word, an id such as `order.promise`, or nothing names; throws a complaint with
  /// the nearest words.
  static func text(_ topic: String?, _ language: Language) throws -> String {
    try lines(topic.map { String($0.trimmed) } ?? "", language).map { $0 + "\n" }.joined()
  }

  private static func lines(_ topic: String, _ language: Language) throws -> [String] {
    if topic.isEmpty { return overview(language) }
    let word = folded(topic)
    // Where a topic and a command share a word, the topic has more to tell.
    if let topic = HelpTopic(word: word) {
      return topic.page.lines(language).flatMap { TextFlow.wrapped($0, width: 80) }
    }
    if let command = command(word) { return CommandPage(command, noun: noun(of: command)).lines(language) }
    if let noun = GendanCommand.nouns.first(where: { $0.words.contains(word) }) {
      return page(noun, language)
    }
    let names =
      GendanCommand.verbs.flatMap { $0.sheet.words } + GendanCommand.nouns.flatMap { $0.words }
      + HelpTopic.allCases.flatMap { [$0.rawValue] + $0.chinese }
    let near = nearest(to: word, among: names)
    throw Complaint(
      .usage, Text("no help on \"\(topic)\"", "没有 \"\(topic)\" 的说明", "沒有 \"\(topic)\" 的說明"),
      facts: near.isEmpty ? [] : [Text("close: ", "相近: ", "相近: ") + near.joined(separator: ", ")],
      tries: ["gendan help" + (near.first.map { " " + $0 } ?? "")])
  }

  /// The command of a daily word, of a noun and a verb, or of an id.
  private static func command(_ word: String) -> (any BookCommand.Type)? {
    if let command = GendanCommand.command(word.replacing(" ", with: "."))?.type { return command }
    if let verb = GendanCommand.verb({ $0.words.contains(word) }) { return verb }
    let parts = word.split(separator: " ").map(String.init)
    let behind = parts.first.flatMap { first in GendanCommand.verb { $0.words.contains(first) } }?.sheet.noun
    guard parts.count == 2,
      let noun = GendanCommand.nouns.first(where: { $0.words.contains(parts[0]) || $0.word == behind })
    else { return nil }
    return noun.verbs.first { $0.sheet.words.contains(parts[1]) }
  }

  private static func noun(of command: any BookCommand.Type) -> (any NounCommand.Type)? {
    GendanCommand.nouns.first { $0.verbs.contains { $0.sheet.id == command.sheet.id } }
  }

  private static func overview(_ language: Language) -> [String] {
    let title = Text(
      "gendan: from the order to the door, what is where, how late, and with whom",
      "gendan 跟单: 从接单到签收, 每张订单走到哪一步, 晚了几天, 卡在谁手里",
      "gendan 跟單: 從接單到簽收, 每張訂單走到哪一步, 晚了幾天, 卡在誰手裡")
    let usage = Text(
      "usage: gendan COMMAND [ORDER] [WORDS] [OPTIONS]      gd is the same command",
      "用法: gendan 命令 [单号] [内容] [选项]      gd 是同一个命令",
      "用法: gendan 命令 [單號] [內容] [選項]      gd 是同一個命令")
    let width = DayPart.allCases.map { CellWidth.of($0.title[language]) }.max().map { $0 + 2 } ?? 0
    let parts = DayPart.allCases.flatMap { part -> [String] in
      let lines = TextFlow.fill(words(part, language), width: 78 - width, gap: 3)
      return TextFlow.labelled(part.title[language], width: width, lines)
    }
    return [title[language], "", usage[language], ""] + examples(language) + [""] + parts + [""]
      + hints.map { $0[language] }
  }

  /// What is worth seeing first, with the first example of each sheet that fits.
  private static func examples(_ language: Language) -> [String] {
    ["order.today", "order.show", "order.promise", "report.overdue"].compactMap { id in
      guard let sheet = GendanCommand.sheet(id),
        let example = sheet.examples.first(where: { CellWidth.of($0) <= 35 })
      else { return nil }
      return CellWidth.cut(
        "  " + CellWidth.pad("gendan " + example, to: 42) + "  " + sheet.about[language], to: 78)
    }
  }

  /// The commands of a part of the day: in Chinese each with its Chinese word.
  private static func words(_ part: DayPart, _ language: Language) -> [String] {
    func both(_ word: String, _ chinese: [String]) -> String {
      let own: String? =
        switch language {
        case .english: nil
        case .simplified: chinese.first
        case .traditional: chinese.last
        }
      return own.map { word + " " + $0 } ?? word
    }
    let verbs = GendanCommand.verbs.map { $0.sheet }.filter { $0.part == part }
    // What a daily word leads to stands behind that word.
    let behind = Set(GendanCommand.verbs.compactMap { $0.sheet.noun })
    let nouns = part == .admin ? GendanCommand.nouns.filter { !behind.contains($0.word) } : []
    return verbs.map { both($0.word, $0.chinese) } + nouns.map { both($0.word, $0.chinese) }
  }

  private static let hints = [
    Text(
      "dates   3/15  +3d  +5wd  next fri  eom  preholiday        gendan help dates",
      "日期 3/15  3月15日  +3d  +5wd  下周五  月底  节前        gendan help dates",
      "日期 3/15  3月15日  +3d  +5wd  下週五  月底  節前        gendan help dates"),
    Text(
      "orders  118 (its end)  ^ (the last)  3 (row of the list)  gendan help refs",
      "单号 118(尾号)  ^(上一张)  3(上次列表第 3 行)           gendan help refs",
      "單號 118(尾號)  ^(上一張)  3(上次列表第 3 列)           gendan help refs"),
    Text(
      "filters customer:宏达  due:week  is:overdue               gendan help filters",
      "筛选 客户:宏达 交期:本周 is:overdue                     gendan help filters",
      "篩選 客戶:宏達 交期:本週 is:overdue                     gendan help filters"),
    Text(
      "more    gendan help ", "其他 gendan help ", "其他 gendan help ")
      + HelpTopic.allCases.dropFirst(3).filter { ![.scan, .conf].contains($0) }.map(\.rawValue)
      .joined(separator: "|"),
  ]

  private static func page(_ noun: any NounCommand.Type, _ language: Language) -> [String] {
    let lines = noun.verbs.map { verb in "gendan \(noun.word) \(verb.sheet.word)" }
    let width = (lines.map { CellWidth.of($0) }.max() ?? 0) + 2
    return ["gendan " + ([noun.word] + noun.chinese).joined(separator: " "), noun.about[language], ""]
      + zip(lines, noun.verbs).map { line, verb in
        CellWidth.cut("  " + CellWidth.pad(line, to: width) + verb.sheet.about[language], to: 78)
      }
  }
}
