import GendanOutput
import GendanTestSupport
import Testing

@testable import GendanCLI

/// One's own taste: keys, columns, names for lines.
struct ConfigTests {
  private let desk: RuleDesk

  init() throws { desk = try RuleDesk() }

  private func run(_ line: String) throws -> TestDesk.Result { try desk.desk.run(line) }

  @Test func `Each value says where it comes from, the nearest to the line first`() throws {
    try desk.run("config set lang zh-Hant")
    try desk.run("config set pager never")
    let rows = try JSON.parse(run("config list --json --as chenting").out).rows
    func origin(_ key: String) -> JSON? { rows.first { $0["key"] == .string(key) }?["origin"] }
    #expect(origin("user") == "--as")
    #expect(origin("lang") == "GENDAN_LANG")
    #expect(origin("db") == "GENDAN_DB")
    #expect(origin("color") == "built in")
    #expect(rows.first { $0["key"] == "pager" }?["value"] == "never")
    #expect(try run("config list").out.contains("origin") == false)
    #expect(try run("config list --show-origin --width 200").out.contains("gendan/config:2"))
    #expect(try desk.desk.run("today", lang: "").out.contains("在手"))
  }

  @Test func `Who knows the commands does without hints`() throws {
    #expect(try run("today").out.contains("gendan promise 1 +3wd"))
    try desk.run("config set hints false")
    #expect(try !run("today").out.contains("gendan promise 1 +3wd"))
    #expect(try run("config set hints perhaps").code == 64)
    try desk.run("config rm hints")
    #expect(try run("today").out.contains("gendan promise 1 +3wd"))
  }

  @Test func `What is set comes out again, and the rest of the file stays`() throws {
    let path = desk.desk.folder + "/.config/gendan/config"
    try desk.run("config set pager never")
    let file = try TextFile.read(path)
    try FileSystem.write(Array("# mine\n".utf8) + file.bytes, to: path, replacing: true)
    try desk.run("config set pager less")
    try desk.run("config set columns.list no,due")
    #expect(
      String(decoding: try TextFile.read(path).bytes, as: UTF8.self) == """
        # mine
        pager = "less"
        [columns]
        list = "no,due"

        """)
    #expect(try run("list").out.hasPrefix("Order        Due\n"))
    #expect(try run("customer list").out.contains("宏达机械"))
    #expect(try run("list --json").out.contains("customer"))
    try desk.run("config rm columns.list")
    #expect(try run("list").out.contains("宏达机械"))
    #expect(try run("config rm columns.list").code == 3)
  }

  @Test func `A name stands for its line, and never for a command's`() throws {
    _ = try run("alias set 急 list is:open -c no,customer")
    #expect(try run("急").out == "Order        Customer\nSO2603-0001  宏达机械\n")
    #expect(try run("急 客户:没有").out.contains("SO2603") == false)
    #expect(try run("alias list").out.contains("急"))
    #expect(try run("shell").code == 0)
    #expect(try desk.desk.run("shell", input: ["急"]).out.contains("SO2603-0001"))
    try desk.run("alias rm 急")
    #expect(try run("急").code == 64)
    // The line may stand in quotes, as one word.
    #expect(try run("alias set 急 \"list is:open -c no,customer\"").code == 0)
    #expect(try run("急").out == "Order        Customer\nSO2603-0001  宏达机械\n")
  }

  @Test(arguments: [
    ("config set colour x", 64), ("config set lang", 64), ("config set lang 中文", 64), ("today --lang cn", 64),
    ("config rm nothing", 64), ("config rm width", 3),
    ("alias set today list", 64), ("alias set customer list", 64), ("alias set 118 list", 64),
    ("alias set x", 64), ("alias set x nocommand", 64), ("alias rm x", 3), ("config set pager 'a\"b'", 64),
  ])
  func `What is no key, name or value is refused`(_ line: String, _ code: Int32) throws {
    #expect(try run(line).code == code)
    #expect(!FileSystem.exists(desk.desk.folder + "/.config/gendan/config"))
  }

  @Test func `A file that cannot be read names its line`() throws {
    let path = try desk.desk.file("taste", "lang = zh-Hans\nnonsense\n")
    let result = try run("today --config \(path)")
    #expect(result.code == 78)
    #expect(result.err.contains("taste line 2 is not understood: \"nonsense\""))
  }
}
