import GendanTestSupport
import Testing

@testable import GendanCLI

/// The manual for `man`.
struct ManualTests {
  @Test(arguments: Language.allCases)
  func `Every command and topic has a page, which says what its help says`(_ language: Language) throws {
    let pages = ManualPage.all(language)
    let names = Set(pages.map(\.name))
    #expect(names.count == pages.count)
    #expect(pages.count == 1 + GendanCommand.sheets.count + HelpTopic.allCases.count)
    for sheet in GendanCommand.verbs.map({ $0.sheet }) {
      let page = try #require(pages.first { $0.name == "gendan-\(sheet.word).1" })
      #expect(page.text.contains(sheet.about[language].replacing("-", with: "\\-")))
      #expect(sheet.examples.allSatisfy { page.text.contains($0.replacing("-", with: "\\-")) })
    }
  }

  @Test(arguments: Language.allCases)
  func `No text is an order to the typesetter`(_ language: Language) {
    let orders = [".TH ", ".SH ", ".TP", ".B ", ".PP", ".nf", ".fi", ".RS 2", ".RE"]
    for page in ManualPage.all(language) {
      for line in page.text.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
        #expect(orders.contains { line.hasPrefix($0) }, "\(page.name): \(line)")
      }
    }
  }

  @Test func `The pages stand where man looks for each language`() throws {
    let desk = try TestDesk()
    let folder = desk.folder + "/man"
    #expect(try desk.run("manual \(folder)").code == 0)
    for path in [
      "man1/gendan.1", "man7/gendan-dates.7", "zh_CN/man1/gendan-promise.1", "zh_TW/man1/gendan.1",
    ] {
      #expect(FileSystem.exists(folder + "/" + path), "\(path)")
    }
    #expect(try desk.run("manual").code == 64)
  }
}
