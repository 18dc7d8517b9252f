import Gendan
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

@Suite struct `The command help` {
  private static let topics = HelpTopic.allCases.map(\.rawValue)
  private static let commands = GendanCommand.sheets.map(\.id)

  @Test(
    arguments: Language.allCases,
    [nil] + (topics + commands + GendanCommand.nouns.map { $0.word }).map(Optional.init))
  func `gives pages of at most 80 cells and 40 lines, of two lines a reminder`(
    language: Language, topic: String?
  ) throws {
    let lines = try HelpPage.text(topic, language).split(separator: "\n", omittingEmptySubsequences: false)
    // The page of reminders has a line or two for each that there is, that of options a line for each.
    let most = ["reminders": 6 + 2 * ReminderID.allCases.count, "options": CommandOption.common.count + 10]
    #expect(lines.count <= topic.flatMap { most[$0] } ?? 41)
    for line in lines {
      #expect(CellWidth.of(String(line)) <= 80, "\(line)")
      #expect(!line.hasSuffix(" "), "\(line)")
    }
  }

  @Test func `finds a word for every option of every command`() {
    for command in GendanCommand.verbs + GendanCommand.nouns.flatMap({ $0.verbs }) {
      let options = CommandOption.all(of: command)
      #expect(Set(CommandOption.common.map(\.name)).isSubset(of: options.map(\.name)), "\(command)")
      #expect(!options.isEmpty)
      for option in options {
        #expect(
          OptionWords.words(option.name, of: command.sheet.id) != nil, "\(command.sheet.id) \(option.name)")
      }
    }
  }

  @Test(arguments: Language.allCases) func `lists every command on the overview`(language: Language) throws {
    let page = try HelpPage.text(nil, language)
    for command in GendanCommand.verbs { #expect(page.contains(" " + command.sheet.word)) }
    let behind = GendanCommand.verbs.compactMap { $0.sheet.noun }
    for noun in GendanCommand.nouns where !behind.contains(noun.word) {
      #expect(page.contains(" " + noun.word))
    }
    #expect(page.split(separator: "\n").allSatisfy { CellWidth.of(String($0)) <= 78 })
  }

  @Test(arguments: GendanCommand.verbs.map { $0.sheet })
  func `answers to every word of a command`(sheet: CommandSheet) throws {
    let page = try HelpPage.text(sheet.id, .english)
    // A topic of the same word is explained instead.
    for word in sheet.words where HelpTopic(word: word) == nil {
      #expect(try HelpPage.text(word, .english) == page)
    }
    #expect(try HelpPage.text(sheet.id.replacing(".", with: " "), .english) == page)
  }

  @Test func `says dates and periods that can be typed`() throws {
    let today = try #require(Day("2026-03-16"))
    var context = DateContext(today: today, calendar: ChinaCalendar.calendar, direction: .plan)
    context.anchors = { _ in today.adding(days: 10) }
    for sample in samples(.dates) {
      #expect(throws: Never.self, "\(sample)") { try DatePhrase.parse(sample, in: context) }
    }
    for sample in samples(.periods) {
      #expect(throws: Never.self, "\(sample)") { try PeriodPhrase.parse(sample, in: context) }
    }
    for sample in samples(.refs) where sample != "-" { #expect(Reference(sample) != nil, "\(sample)") }
    for sample in samples(.filters) {
      let words = try #require(LineWords.split(sample))
      let term = ["--where": "where:", "--view": "view:"][words[0]].map { $0 + words[1] } ?? sample
      #expect(throws: Never.self, "\(sample)") {
        try FilterPhrase(context: context, view: { _ in [] }).parse([term])
      }
    }
  }

  private func samples(_ topic: HelpTopic) -> [String] {
    topic.page.rows.flatMap { row in
      row.typed.replacing("  ", with: "\t").split(separator: "\t").map { String($0.trimmed) }
    }
  }

  @Test func `a daily word leads to its noun's verbs`() throws {
    for (word, noun) in [("pay list", "payment list"), ("ship print", "shipment print")] {
      #expect(try HelpPage.text(word, .english) == HelpPage.text(noun, .english))
    }
  }

  @Test func `names the nearest where there is no such page`() throws {
    let desk = try TestDesk()
    let result = try desk.run("help bakcup")
    #expect(result.code == 64)
    #expect(result.err.contains("close: backup"))
    #expect(try desk.run("help") == (try HelpPage.text(nil, .english), "", 0))
    #expect(try desk.run("-h").out == (try HelpPage.text(nil, .english)))
    #expect(try desk.run("undo -h").out == (try HelpPage.text("undo", .english)))
    #expect(try JSON.parse(desk.run("help --json").out)["schema"] == "gendan.help/1")
  }
}
