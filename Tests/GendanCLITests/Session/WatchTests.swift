import Gendan
import GendanTestSupport
import Testing

@testable import GendanCLI

/// A picture that stays, and a pager for what is longer than the screen.
struct WatchTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  @Test func `It is painted anew when the book changes, with what is new in reverse`() throws {
    var screens: [String] = []
    var seconds = 0
    func change() {
      do { try desk.run("new C-1 FL-50 7 --want 2026-04-30") } catch { Issue.record(error) }
    }
    try desk.desk.watch("list -w=30", write: { screens.append($0) }) {
      seconds += 1
      if seconds == 5 { change() }
      return seconds < 12
    }
    #expect(screens.count == 2)
    #expect(screens.first?.hasPrefix("\u{1B}[2J\u{1B}[H") == true)
    let second = try #require(screens.last)
    #expect(
      second.split(separator: "\n").contains { $0.hasPrefix("\u{1B}[7m") && $0.contains("SO2603-0002") })
    #expect(
      !second.split(separator: "\n").contains { $0.hasPrefix("\u{1B}[7m") && $0.contains("SO2603-0001") })
  }

  @Test func `It is painted anew when its time is over`() throws {
    var screens = 0
    var seconds = 0
    try desk.desk.watch("today -w=3", write: { _ in screens += 1 }) {
      seconds += 1
      return seconds < 10
    }
    #expect(screens == 4)
  }

  @Test(arguments: ["note 0001 x -w", "today -w=0", "today -w=x", "today -w=3601"])
  func `Only lists are watched, for a time that is one`(_ line: String) throws {
    #expect(try desk.desk.run(line, width: 80).code == 64)
  }

  @Test func `Without a terminal there is nothing to paint on`() throws {
    #expect(try desk.desk.run("today -w").code == 64)
  }

  @Test func `What is longer than the screen goes through the pager that is set`() throws {
    for number in 0..<50 { try desk.run("note 0001 line\(number)") }
    var paged: [String] = []
    let long = try desk.desk.run("log", width: 100, paging: { paged.append($1) })
    #expect(paged == ["LESSCHARSET=utf-8 less -FRSX"])
    #expect(long.out.isEmpty)
    #expect(try !desk.desk.run("log --pager never", width: 100, paging: { paged.append($1) }).out.isEmpty)
    #expect(try !desk.desk.run("log -L 5", width: 100, paging: { paged.append($1) }).out.isEmpty)
    #expect(try !desk.desk.run("log", paging: { paged.append($1) }).out.isEmpty)
    #expect(paged.count == 1)
    _ = try desk.desk.run("log --pager 'more -e'", width: 100, paging: { paged.append($1) })
    #expect(paged.last == "more -e")
  }
}
