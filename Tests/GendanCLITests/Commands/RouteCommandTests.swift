import GendanOutput
import GendanTestSupport
import Testing

/// Routes are typed as the steps they are.
struct RouteCommandTests {
  private func desk() throws -> TestDesk {
    let desk = try TestDesk()
    try desk.run("route add flange --name 法兰工艺 备料/仓库/2 机加／机加车间／５ 检验")
    try desk.run("route add wire 拉丝/拉丝车间")
    return desk
  }

  private func steps(_ desk: TestDesk, _ route: String) throws -> [String] {
    guard case .array(let rows) = try desk.json("route show \(route)")["rows"] else { return [] }
    return rows.map {
      [$0["seq"], $0["name"], $0["department"], $0["days"]].map { $0?.text ?? "" }.joined(separator: " ")
    }
  }

  @Test func `A route is shown step by step`() throws {
    #expect(
      try steps(desk(), "法兰工艺") == [
        #"10 "备料" "仓库" 2"#, #"20 "机加" "机加车间" 5"#, #"30 "检验" null 1"#,
      ])
  }

  @Test func `Departments that are new are told, so that a slip is seen`() throws {
    let desk = try desk()
    let set = try desk.run("route set wire 拉丝/拉丝车间/3 检验/仓裤")
    #expect(set.out == "new departments: 仓裤\nwire: 拉丝 拉丝车间 3d > 检验 仓裤 1d.  undo: gendan undo\n")
  }

  @Test func `New steps replace the old ones, and undo puts those back`() throws {
    let desk = try desk()
    let before = try steps(desk, "flange")
    #expect(try desk.run("工艺 改 flange 备料/仓库/3 表面处理/表面车间/4").code == 0)
    #expect(try steps(desk, "flange") == [#"10 "备料" "仓库" 3"#, #"20 "表面处理" "表面车间" 4"#])
    let undone = try desk.run("undo")
    #expect(undone.err == "")
    #expect(try steps(desk, "flange") == before)
  }

  @Test func `A route is renamed without its steps, and the same again changes nothing`() throws {
    let desk = try desk()
    #expect(try desk.run("route set flange --name 法兰").code == 0)
    #expect(try steps(desk, "法兰").count == 3)
    #expect(try desk.json("route set flange 备料/仓库/2 机加/机加车间/5 检验//1")["event"] == .null)
  }

  @Test func `All routes are listed with their length`() throws {
    let desk = try desk()
    #expect(try desk.run("route list -O name").out == "flange\nwire\n")
    guard case .array(let rows) = try desk.json("route")["rows"] else { return }
    #expect(rows.map { $0["days"] } == [8, 1])
  }

  @Test(arguments: [
    ("route add flange 备料", 5), ("route add new", 64), ("route add", 64), ("route set x a/b/c", 64),
    ("route set x a/b/1/2", 64), ("route set x /b", 64), ("route show none", 3),
  ])
  func `What cannot be done is refused with its exit code`(line: String, code: Int32) throws {
    let refused = try desk().run(line)
    #expect(refused.code == code)
    #expect(refused.out.isEmpty)
  }
}
