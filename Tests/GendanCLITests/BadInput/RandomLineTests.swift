import Gendan
import GendanOutput
import Glibc
import Testing

@testable import GendanCLI
@testable import GendanTestSupport

/// Whatever is typed: no trap, a documented exit code, a sentence on standard error when it was not
/// done, and then a book that is to the byte as it was.
@Suite struct RandomLineTests {
  /// Books times lines: two thousand.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `random lines end well or change nothing`(seed: UInt64) throws {
    Self.closeStandardInput()
    let desk = try Self.busyDesk()
    let dump = try BookDump(desk.place)
    var words = RandomWords(seed: seed)
    for number in 0..<100 {
      let line = words.line()
      let isWatched = number % 25 == 0
      let before = isWatched ? try dump.text() : ""
      let events = try dump.events()
      let (out, err, code) = try desk.run(line)
      #expect(!out.hasControlCharacters && !err.hasControlCharacters, "\(line)")
      let exit = try #require(ExitCode(rawValue: code), "\(line)")
      // A failure is a bug, whoever typed what.
      #expect(exit != .failure && exit != .interrupted, "\(line)\n\(err)")
      guard exit != .ok else { continue }
      if exit != .attention { #expect(Self.complains(err), "\(line)\n\(err)") }
      #expect(try dump.events() == events, "\(line)")
      if isWatched { #expect(try dump.text() == before, "\(line)") }
    }
  }

  @Test(arguments: [
    "new 宏达机械 FL-50 9223372036854775808", "new 宏达机械 FL-50 99999999999999999999",
    "new 宏达机械 FL-50 9223372036854775807", "new 宏达机械 FL-50 1000000000001", "new 宏达机械 FL-50 -5",
    "new 宏达机械 FL-50 0", "new 宏达机械 RVV-2 92233720368547758.07", "new 宏达机械 RVV-2 0.001",
    "new 宏达机械 FL-50 5 --price 922337203685477.5808", "new 宏达机械 FL-50 5 --price -1",
    "set 0001 qty=9223372036854775808", "set 0001 price=99999999999999999999", "set 0001 qty=",
    "ship 0001=9223372036854775808", "ship 0001=-1", "ship 0001=", "release 0002 --qty 9223372036854775808",
    "progress 0001 备料 9223372036854775808", "progress 0001 备料 5 --scrap 9223372036854775808",
    "progress 0001 备料 --total 9223372036854775808",
    "progress 0001 备料 9223372036854775807",
    "progress 0001 备料 -9223372036854775808", "progress 0001 备料 --total -9223372036854775808",
    "step reverse p9223372036854775808 --reason x", "gantt --days 9223372036854775808",
    "arrive 0001 --short 9223372036854775808",
    "list -L 0", "list -L -1", "list -L 9223372036854775808", "list --width 1", "list --width 19",
    "list --width 99999999999999999999", "list --width=", "list --ambiguous 3", "list -c nothing",
    "list --json=nothing", "list qty:9223372036854775808..", "list late:99999999999999999999wd..",
    "list price:1e400", "list :", "list due:9999-12-31..0001-01-01", "list -p 2026-13",
    "list -s nothing", "list --by qty", "otd --every fortnight", "otd --by nobody", "list -O pdf2",
    "overdue --min -3wd", "overdue --min 99999999999999999999", "overdue --as-of 2026-02-30",
    "promise 0001 promise+99999999999999999999d --cause other", "promise 0003 ship+1d",
    "promise 0001 +99999999999999999999wd --cause other", "promise 0001 9999-12-32 --cause other",
    "chase 0001 x --next +99999999999999999999y", "undo 0", "undo 101", "undo e0",
    "undo e9223372036854775808",
    "today --today 2026-03-99", "today --today '2026-03-16 99:99'", "hold 0001 --reason x --side nobody",
  ])
  func `a number, date or name out of all bounds is refused`(line: String) throws {
    let desk = try Self.busyDesk()
    let dump = try BookDump(desk.place)
    let before = try dump.text()
    let (out, err, code) = try desk.run(TestDesk.words(line))
    #expect([ExitCode.usage, .notFound, .refused].map(\.rawValue).contains(code), "\(code): \(out)\(err)")
    #expect(Self.complains(err))
    #expect(try dump.text() == before)
  }

  /// An empty selection is no selection, and is said to be one.
  @Test(arguments: ["list -c ,,", "list --json=,", "list -c ''", "list -s ,", "list --json="])
  func `an empty list of columns does no harm`(line: String) throws {
    let (out, err, code) = try Self.busyDesk().run(TestDesk.words(line))
    #expect(code == 0 ? !out.isEmpty : Self.complains(err), "\(line): \(code) \(out)\(err)")
  }

  /// A shop with three orders: one in production and part shipped, one promised, one not.
  static func busyDesk() throws -> ScenarioDesk {
    let desk = try ScenarioDesk("shop")
    for line in [
      "new 宏达机械 FL-50 200 --price 36.5 --po HD-1 --promise 2026-03-10 --on 3/2", "release 0001",
      "done 0001 备料", "progress 0001 机加 120", "ship 0001=60", "new 三和电子 LED-36 1000 --promise +5wd",
      "new Acme UCP205 500", "new 大成 RVV-2 12.5 FL-50 3 --want +9wd",
    ] {
      let done = try desk.run(TestDesk.words(line))
      guard done.code == 0 else { throw NotPrepared(line: line, err: done.err) }
    }
    return desk
  }

  private struct NotPrepared: Error {
    let line: String
    let err: String
  }

  private static func complains(_ err: String) -> Bool {
    if err.hasPrefix("gendan: ") { return true }
    guard err.hasPrefix("{"), let json = try? JSON.parse(err) else { return false }
    return json["error"] != nil
  }

  /// `-` reads orders from standard input, which a test must not wait for.
  private static func closeStandardInput() {
    let null = open("/dev/null", O_RDONLY)
    if null > 0 {
      dup2(null, STDIN_FILENO)
      close(null)
    }
  }
}

extension String {
  /// Whether there is a character that could steer a terminal, other than the end of a line.
  var hasControlCharacters: Bool {
    unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || 0x7F..<0xA0 ~= $0.value) }
  }
}
