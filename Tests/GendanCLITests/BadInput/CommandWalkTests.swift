import ArgumentParser
import GendanOutput
import Testing

@testable import GendanCLI
@testable import GendanTestSupport

/// One walk over all commands: each is described, has examples that parse, and words of its own.
@Suite struct CommandWalkTests {
  @Test(arguments: GendanCommand.sheets.map(\.id))
  func `a command says what it is for, shortly, in every language`(id: String) throws {
    let sheet = try #require(GendanCommand.sheet(id))
    for language in Language.allCases {
      let about = sheet.about[language]
      #expect(!about.isEmpty)
      #expect(CellWidth.of(about) <= 60, "\(about)")
    }
    #expect(!sheet.examples.isEmpty)
  }

  @Test(arguments: GendanCommand.sheets.map(\.id))
  func `a command's examples are lines of that command`(id: String) throws {
    let sheet = try #require(GendanCommand.sheet(id))
    for example in sheet.examples {
      guard case .run(let named, let words) = try Dispatch.request(TestDesk.words(example), isTerminal: false)
      else {
        Issue.record("no command: \(example)")
        continue
      }
      #expect(named == id, "\(example)")
      let command = try #require(try GendanCommand.parseAsRoot(words) as? any BookCommand, "\(example)")
      #expect(type(of: command).sheet.id == id, "\(example)")
    }
  }

  @Test func `every word of a command leads to it`() throws {
    func command(_ words: String...) throws -> String? {
      guard case .run(let id, _) = try Dispatch.request(words, isTerminal: false) else { return nil }
      return id
    }
    for verb in GendanCommand.verbs {
      for word in verb.sheet.words { #expect(try command(word) == verb.sheet.id, "\(word)") }
      // The canonical form, noun and verb, leads there too.
      let canonical = verb.sheet.id.split(separator: ".").map(String.init)
      if canonical.count == 2 {
        #expect(try command(canonical[0], canonical[1]) == verb.sheet.id, "\(canonical)")
      }
    }
    for noun in GendanCommand.nouns {
      for first in noun.words {
        for verb in noun.verbs {
          for second in verb.sheet.words {
            #expect(try command(first, second) == verb.sheet.id, "\(first) \(second)")
          }
        }
      }
    }
  }

  @Test func `no two commands share a word, and none looks like an order`() {
    let top = GendanCommand.verbs.map { $0.sheet.words } + GendanCommand.nouns.map { $0.words }
    let levels = [top] + GendanCommand.nouns.map { noun in noun.verbs.map { $0.sheet.words } }
    for level in levels {
      var owners: [String: Int] = [:]
      for (owner, words) in level.enumerated() {
        for word in Set(words) {
          #expect(word == folded(word), "a typed word is looked up as it is folded")
          #expect(owners.updateValue(owner, forKey: word) == nil, "\(word)")
          #expect(!word.contains { $0.isASCII && $0.isNumber }, "\(word)")
          #expect(Reference(word) == nil, "\(word)")
        }
      }
    }
  }

  @Test func `ids are noun and verb, and no two are alike`() {
    let ids = GendanCommand.sheets.map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
