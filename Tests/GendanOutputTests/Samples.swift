import GendanOutput

/// The table of overdue orders from the screens of cli.md, 5.1.
let overdue = Table(
  "overdue",
  columns: [
    Column("row", "#", .trailing, isForPeopleOnly: true), Column("no", "单号"), Column("customer", "客户"),
    Column("product", "产品", shrinks: true, minimumWidth: 14),
    Column("qty", "数量", .trailing, priority: 2), Column("due", "交期"), Column("late", "超期", .trailing),
    Column("step", "卡在"), Column("cause", "原因", priority: 1),
  ],
  rows: [
    .cells([
      Cell("1", value: 1), "SO2602-0118", "宏达机械", "不锈钢法兰 DN50", Cell("200", value: 200),
      Cell("03-10", value: "2026-03-10"), Cell("4 天", value: 4, style: .overdue), "表面处理", "缺料",
    ]),
    .cells([
      Cell("2", value: 2), "SO2602-0131", "华威贸易", "LED面板灯 36W", Cell("1,000", value: 1000),
      Cell("03-12", value: "2026-03-12"), Cell("2 天", value: 2, style: .overdue), "装配", "返工",
    ]),
    .cells([
      Cell("3", value: 3), "SO2602-0140", "Acme GmbH", "轴承座 UCP205", Cell("500", value: 500),
      Cell("03-13", value: "2026-03-13"), Cell("1 天", value: 1, style: .overdue), "检验", .none,
    ]),
  ],
  indent: 1, group: "orders")

/// The table below it, without a header of its own.
let dueToday = Table(
  "due_today",
  columns: [
    Column("row", "#", .trailing, isForPeopleOnly: true), Column("no", "单号"), Column("customer", "客户"),
    Column("product", "产品", shrinks: true, minimumWidth: 14),
    Column("qty", "数量", .trailing, priority: 2), Column("due", "交期"),
  ],
  rows: [
    .cells([
      Cell("12", value: 12), "SO2603-0007", "三和电子", "线束总成 12P", Cell("3,000", value: 3000),
      Cell("03-16", value: "2026-03-16", style: .attention),
    ])
  ],
  showsHeader: false, indent: 1, group: "orders")

let today = Document([
  .line("超期 3", .strong), .table(overdue), .blank, .line("今日到期 1", .strong), .table(dueToday),
])

/// The grouped report of cli.md, 5.2.
let byDepartment = Table(
  "overdue",
  columns: [
    Column("no", "单号"), Column("product", "产品"), Column("qty", "数量", .trailing),
    Column("late", "超期", .trailing), Column("step", "卡在工序"),
  ],
  rows: [
    .heading("表面处理车间"),
    .cells(["SO2602-0118", "不锈钢法兰 DN50", Cell("200", value: 200), Cell("4 天", value: 4), "表面处理"]),
    .cells(["SO2602-0102", "六角螺栓 M8x30", Cell("50,000", value: 50000), Cell("3 天", value: 3), "表面处理"]),
    .subtotal(["  小计 2 单", .none, "50,200", "均3.5"]),
    .rule,
    .heading("总装车间"),
    .cells(
      ["SO2602-0131", "LED面板灯 36W", Cell("1,000", value: 1000), Cell("2 天", value: 2), "装配"], marked: true),
  ],
  total: ["合计 3 单   其中改期 2 次以上 0 单", .none, "51,200"], ruled: true)

/// Numbers that are the same in every run (SplitMix64).
struct FixedRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension String {
  /// The lines without their ends.
  var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
  }

  /// What stands from a cell on, counted from the left.
  func from(cell: Int, ambiguous: Int = 1) -> Substring {
    var rest = self[...]
    var left = cell
    while left > 0, let first = rest.first {
      left -= CellWidth.of(String(first), ambiguous: ambiguous)
      rest = rest.dropFirst()
    }
    return left == 0 ? rest : ""
  }
}
