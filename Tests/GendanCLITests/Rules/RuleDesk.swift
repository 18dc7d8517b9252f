import Gendan
import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// A desk at a small factory, for tables of lines: one of each role, a customer of 30 days' credit, a
/// product with a route, and the order SO2603-0001 for 100 pieces at 10.00.
struct RuleDesk {
  let desk: TestDesk
  let dump: BookDump
  /// A paper that can be attached.
  private let paper: String

  init() throws {
    desk = try TestDesk()
    dump = try BookDump(desk.place)
    paper = try desk.file("paper.pdf", "paper")
    for line in [
      "user add zhaolei 赵磊 --role supervisor", "user add sunli 孙丽 --role finance",
      "user add wuming 吴明 --role salesperson", "user add linzong 林总 --role gm",
      "route add flange 备料/仓库/2 机加/机加车间/5", "product add FL-50 法兰 --route flange",
      "customer add --code C-1 宏达机械 --address a --contact b --phone 1 --fax 2 --terms 月结30天",
      "new C-1 FL-50 100 --price 10 --want 2026-04-30 --promise 2026-04-30",
    ] { try run(line) }
  }

  /// A quote that says all of the seven things.
  static let quote =
    "quote add C-1 FL-50 100 --price 10 --maker 本厂 --packing 纸箱 --lead 15 --terms 月结30天"

  /// Runs a line that must do what it says; PAPER stands for a file.
  func run(_ line: String, today: String = RuleDesk.now) throws {
    let result = try type(line, today: today)
    #expect(result.code == 0, "\(line): \(result.err)")
  }

  /// Types a line; errors come as JSON.
  func type(_ line: String, today: String = RuleDesk.now) throws -> TestDesk.Result {
    try desk.run(line.replacing("PAPER", with: paper) + " --json", today: today)
  }

  /// When lines are typed unless they say otherwise.
  static let now = "2026-03-16 08:05"
}
