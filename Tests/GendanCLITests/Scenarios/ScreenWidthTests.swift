import GendanOutput
import Testing

@testable import GendanCLI

/// The screens of each language keep to the width of the terminal: what stands in the documents was seen there.
struct ScreenWidthTests {
  @Test(arguments: ["en", "zh-Hans", "zh-Hant"])
  func `no line is wider than the terminal`(language: String) throws {
    let path = ScenarioDocument.root + "/Tests/Scenarios/screens-\(language).md"
    let text = String(decoding: try TextFile.read(path).bytes, as: UTF8.self)
    var width: Int?
    var seen: Set<Int> = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        width = line.split(separator: " ").first { $0.hasPrefix("width=") }.flatMap { Int($0.dropFirst(6)) }
        if let width { seen.insert(width) }
      } else if let width, !line.hasPrefix("$ ") {
        #expect(CellWidth.of(String(line)) <= width, "\(width): \(line)")
      }
    }
    #expect(seen == [80, 100, 120])
  }
}
