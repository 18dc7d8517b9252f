import GendanTestSupport
import Testing

@testable import GendanCLI

@Suite struct `The command show` {
  private let desk: TestDesk

  init() throws {
    desk = try TestDesk()
    for line in [
      "customer add 宏达 --address A --contact B --phone 1 --fax 2 --terms 月结",
      "product add P-1 法兰", "product add P-2 螺栓",
      "new 宏达 P-1 10 --promise 2026-03-30 --po HD-1", "new 宏达 P-1 20 P-2 30 --want 2026-04-10",
    ] { try #require(try desk.run(line).code == 0, "\(line)") }
  }

  @Test(arguments: ["csv", "tsv"])
  func `gives a record a delivery where the format has only records`(_ format: String) throws {
    let comma: Character = format == "csv" ? "," : "\t"
    let lines = try desk.run("show 0001 0002 -O \(format) -c no,product,qty").out.split(
      whereSeparator: \.isNewline)
    #expect(
      lines.map { $0.split(separator: comma).joined(separator: " ") }
        == ["no product qty", "SO2603-0001 法兰 10", "SO2603-0002 法兰 20", "SO2603-0002 螺栓 30"])
  }

  @Test func `shows one part alone where it is asked for, and several`() throws {
    try #require(try desk.run("note 0001 hello").code == 0)
    let whole = try desk.run("show 0001").out
    let log = try desk.run("show 0001 --log").out
    #expect(log.contains("hello") && !log.contains("first promise"), "\(log)")
    let head = try #require(whole.split(separator: "\n").first)
    #expect(log.hasPrefix(head))
    let money = try desk.run("show 0001 --money").out
    #expect(money.contains("no price yet") && !money.contains("hello"), "\(money)")
    let both = try desk.run("show 0001 --why --log").out
    #expect(both.contains("hello") && both.contains("promised"), "\(both)")
    // Programs are given the whole order, whatever people look at.
    #expect(try desk.json("show 0001 --log") == desk.json("show 0001"))
  }

  @Test func `says which customer's number it did not find`() throws {
    #expect(try desk.run("show po:HD-1").code == 0)
    let result = try desk.run("show po:HD-9")
    #expect(result.code == 3)
    #expect(
      result.err == "gendan: no order has the customer's number \"HD-9\"\n  try: gendan find HD-9 --all\n")
  }
}
