import GendanTestSupport

@testable import GendanCLI

/// Words as a tired clerk, a broken script or somebody with bad intentions types them. Options that
/// name files or books are left out: the tests write nowhere but in their own book.
struct RandomWords {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A line of one to nine words, most often beginning with a command.
  mutating func line() -> [String] {
    var words = (0..<Int.random(in: 0...8, using: &generator)).map { _ in word() }
    if Int.random(in: 0..<10, using: &generator) > 0 { words.insert(pick(Self.commands), at: 0) }
    // Half the lines name an order and so come further.
    if Bool.random(using: &generator), !words.isEmpty { words.insert(pick(Self.orders), at: 1) }
    if Int.random(in: 0..<8, using: &generator) == 0 { words.append("--json") }
    return words
  }

  /// Any word.
  mutating func word() -> String {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: pick(Self.commands)
    case 1: pick(Self.orders)
    case 2: pick(Self.references)
    case 3: pick(Self.dates)
    case 4: filter()
    case 5: option()
    case 6: pick(Self.numbers)
    case 7: pick(Self.names)
    case 8: pick(Self.strange)
    default: scrap()
    }
  }

  /// An option with or without a value.
  private mutating func option() -> String {
    let option = pick(Self.options)
    return option.hasPrefix("--") && Bool.random(using: &generator)
      ? option + "=" + pick(Self.values) : option
  }

  /// A filter, seldom a good one.
  mutating func filter() -> String {
    let field = pick(Self.fields)
    let colon = pick([":", "：", "::", "="])
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: return field + colon + pick(Self.values)
    case 1: return field + colon + pick(Self.values) + ".." + pick(Self.values)
    default: return "not:" + field + colon + pick(Self.values) + "," + pick(Self.values)
    }
  }

  /// Letters in no order.
  mutating func scrap() -> String {
    String((0..<Int.random(in: 0...6, using: &generator)).map { _ in pick(Self.letters) })
  }

  private mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: list.indices, using: &generator)] }

  // `backup` and `manual` take any word for a folder to write in.
  private static let commands =
    GendanCommand.sheets.filter { !["book.backup", "manual"].contains($0.id) }.flatMap(\.words)
    + GendanCommand.nouns.flatMap { $0.words } + ["help", "ovrdue"]
  private static let options = [
    "--as-of", "--basis", "--by", "--cause", "--check", "--columns", "-c", "--damaged", "--dry-run",
    "--every",
    "--evidence", "--for", "--format", "-O", "--header", "--help", "-h", "--json", "--lang", "--level",
    "--limit", "-L", "--lines", "--mine", "--next", "--no-headers", "-n", "--on", "--once", "--override",
    "--peek", "--period", "-p", "--po", "--price", "--prio", "--promise", "--qty", "--quiet", "-q",
    "--reason",
    "--route", "--scrap", "--short", "--side", "--since", "--sort", "-s", "--start", "--today", "--told",
    "--total", "--until", "--version", "--want", "--width", "--ambiguous", "--yes", "-y", "--zzz", "-Z", "--",
    "-", "---", "－－ｊｓｏｎ", "—c",
  ]
  private static let orders = [
    "SO2603-0001", "SO2603-0002", "0003", "SO2603-0004", "001", "002", "^", "@", "1", "2", "po:HD-1",
  ]
  private static let references = [
    "^2", "^9", "^0", "^10", "^99999999999999999999", "3-7", "7-3", "1,2,3", "1-99", ":1", ":0", ":-1",
    ":99999999999999999999", "118.2", "^.1", "^2.1.1", ":1.1", ":1.", "0001.1", "0001.0",
    "0001.99999999999999999999", "SO2603-", "po:",
    "po:；",
    "D2603-0001", "ＳＯ２６０３－０００１", "99", "000", "99999999999999999999999", "0001=5", "0001=",
    "0001=99999999999999999999", "=", "-1", "..", "e1", "e99999999999999999999",
  ]
  private static let dates = [
    "+3wd", "+0d", "+99999999999999999999d", "-3d", "promise+3wd", "due-2wd", "ship+1m", "start+1d",
    "want-9999y",
    "2026-02-30", "0001-01-01", "9999-12-31", "99991231", "3/15", "15/3/2026", "3/4/26", "周五", "下下周日", "月底",
    "节前", "三月十五", "九千九百九十九天后", "5号", "32号", "fri", "next", "eom", "today", "..", "2026-03..2026-01",
    "2026q9", "近99999999999999999999天",
  ]
  private static let fields = [
    "no", "customer", "客户", "product", "qty", "price", "amount", "want", "first", "due", "交期", "late", "step",
    "dept", "clerk", "cause", "prio", "status", "is", "has", "not", "not:not", "custmer", "", "：", "note",
  ]
  private static let values = [
    "", "*", ",", "a", "宏达", "=宏达机械", "S~", "~", "500", "-1", "9223372036854775807", "9223372036854775808",
    "99999999999999999999", "1e400", "NaN", "0x10", "3wd", "5d", "2026-03-16", "本周", "week", "overdue",
    "open",
    "me", "late", "H", "shortage", "ql", "\"", "'", "\\", "%", "_", "?", "\u{1B}[31m", "no,due",
    "+cause,-qty",
    "json", "csv", "markdown", "html", "en", "zh-Hant", "1", "0", "20", "1001", "chenting", "zhaolei",
    "nobody",
  ]
  private static let numbers = [
    "0", "-0", "+5", "1,200", "1,20", "1.5", "1.234567", ".", "９９", "一百", "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "1e309", "99999999999999999999999999999999", "１２３", "+",
  ]
  private static let names = [
    "宏达机械", "宏达", "Acme GmbH", "C-0001", "FL-50", "RVV-2", "OLD-1", "UCP", "备料", "机加", "仓库", "陈婷",
    "qty=5", "price=", "want=+3wd", "note=x", "po＝9", "clerk=nobody", "qty=99999999999999999999", "zzz=1",
  ]
  private static let strange = [
    "", " ", "\n", "\t", "\r\n", "\u{1B}[31m", "\u{7}", "\u{85}", "\u{202E}abc", "\u{FEFF}", "👩‍👩‍👧", "e\u{301}",
    "\u{301}", "﷽", "𠮷", String(repeating: "长", count: 5000), String(repeating: "-", count: 3000),
    String(repeating: "9", count: 3000), "%s%n", "'; DROP TABLE orders; --", "../../etc/passwd", "$(date)",
    "`",
  ]
  private static let letters = Array("aZ09-+=:.,^@~ 天月年周上下三十日宏—－：，　é\u{200D}")
}
