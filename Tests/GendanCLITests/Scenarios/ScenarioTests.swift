import ArgumentParser
import Testing

@testable import GendanCLI
@testable import GendanTestSupport

/// The documents of Tests/Scenarios and README.md give to the letter what they say.
/// `GENDAN_SCENARIOS=write swift test --filter ScenarioTests` writes into them what came.
@Suite struct ScenarioTests {
  @Test(arguments: ScenarioDocument.paths)
  func `a document's lines give what it says`(path: String) throws {
    let document = try ScenarioDocument(path)
    let run = try document.run()
    if ScenarioDocument.isWriting {
      try document.save(run)
    } else {
      for mismatch in run.mismatches { Issue.record("\(mismatch)") }
    }
  }

  /// The documents are compared to the letter above, so what they say is what the program says.
  @Test func `every command that a refusal tells to try is one`() throws {
    let tries = try ScenarioDocument(ScenarioDocument.root + "/Tests/Scenarios/refusals.md").tries
    #expect(tries.count > 50)
    for line in Set(tries).sorted() where line.hasPrefix("gendan ") {
      #expect(throws: Never.self, "\(line)") { try Self.parse(String(line.dropFirst(7))) }
    }
  }

  /// Reads a line as the program does; throws what is wrong with it.
  static func parse(_ line: String) throws {
    guard case .run(let id, let words) = try Dispatch.request(TestDesk.words(line), isTerminal: false) else {
      return
    }
    let command = try GendanCommand.parseAsRoot(words)
    guard let command = command as? any BookCommand, type(of: command).sheet.id == id else {
      throw UsageCheck.complaint(about: words, id: id)
    }
  }
}
