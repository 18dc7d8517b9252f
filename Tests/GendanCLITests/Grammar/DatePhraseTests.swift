import Gendan
import Testing

@testable import GendanCLI

@Suite struct `A typed date` {
  @Test(arguments: [
    ("+3d", "2026-03-19"), ("+5wd", "2026-03-23"), ("5个工作日后", "2026-03-23"), ("+15wd", "2026-04-07"),
    ("fri", "2026-03-20"), ("周五", "2026-03-20"), ("下周五", "2026-03-27"), ("18", "2026-03-18"),
    ("18号", "2026-03-18"), ("5号", "2026-04-05"), ("5/9", "2026-05-09"), ("EOM", "2026-03-31"),
    ("月底", "2026-03-31"), ("节前", "2026-04-03"), ("节后", "2026-04-07"), ("promise+3wd", "2026-03-13"),
    ("26-3-15", "2026-03-15"),
  ])
  func `of a plan is as the table of the grammar says`(text: String, day: String) {
    #expect(read(text, .plan) == day)
  }

  @Test(arguments: [
    ("fri", "2026-03-13"), ("周五", "2026-03-13"), ("18", "2026-02-18"), ("18号", "2026-02-18"),
    ("3/15", "2026-03-15"), ("5号", "2026-03-05"), ("26-3-15", "2026-03-15"),
  ])
  func `of a fact is as the table of the grammar says`(text: String, day: String) {
    #expect(read(text, .fact) == day)
  }

  @Test(arguments: ["+3d", "+5wd", "5个工作日后", "+15wd", "下周五", "EOM", "月底", "节前", "节后", "tomorrow"])
  func `of a fact is refused where it lies ahead`(text: String) {
    #expect(error(text, .fact).map(Kind.init) == .factInFuture)
  }

  @Test(arguments: ["yesterday", "上周五", "last fri", "前天", "三天前", "上月5号", "上个工作日", "today-1d"])
  func `of a plan is refused where it counts back from today`(text: String) {
    #expect(error(text, .plan).map(Kind.init) == .planInPast)
  }

  @Test(arguments: [
    // Named and counted.
    ("today", "2026-03-16"), ("Tomorrow", "2026-03-17"), ("eow", "2026-03-22"), ("eoq", "2026-03-31"),
    ("eoy", "2026-12-31"), ("eowwd", "2026-03-20"), ("eomwd", "2026-03-31"), ("som", "2026-04-01"),
    ("soq", "2026-04-01"), ("preholiday", "2026-04-03"), ("postholiday", "2026-04-07"),
    ("+1w2d", "2026-03-25"), ("+ 2 w", "2026-03-30"), ("+1m", "2026-04-16"), ("+1y", "2027-03-16"),
    ("+3天", "2026-03-19"), ("+5工作日", "2026-03-23"), ("+5工", "2026-03-23"), ("+2周", "2026-03-30"),
    ("+1月", "2026-04-16"), ("＋３ｄ", "2026-03-19"), ("due-2wd", "2026-04-02"), ("due", "2026-04-07"),
    ("due - 1w", "2026-03-31"), ("DUE+1M", "2026-05-07"), ("today+3d", "2026-03-19"),
    // Weekdays; today counts.
    ("mon", "2026-03-16"), ("sunday", "2026-03-22"), ("this fri", "2026-03-20"), ("next fri", "2026-03-27"),
    ("周日", "2026-03-22"), ("星期三", "2026-03-18"), ("礼拜天", "2026-03-22"), ("本周五", "2026-03-20"),
    ("这周五", "2026-03-20"), ("下下周五", "2026-04-03"), ("下週五", "2026-03-27"), ("禮拜五", "2026-03-20"),
    // Calendar dates.
    ("2026-03-15", "2026-03-15"), ("20260315", "2026-03-15"), ("2026/3/15", "2026-03-15"),
    ("2026.3.15", "2026-03-15"), ("2026。3。15", "2026-03-15"), ("２０２６／３／１５", "2026-03-15"),
    ("3-20", "2026-03-20"), ("3.20", "2026-03-20"), ("0320", "2026-03-20"), ("3/16", "2026-03-16"),
    ("1/9", "2027-01-09"), ("15", "2026-04-15"), ("31", "2026-03-31"), ("2/29", "2028-02-29"),
    ("1999-12-31", "1999-12-31"), ("26-3-9", "2026-03-09"),
    // Chinese.
    ("今天", "2026-03-16"), ("明天", "2026-03-17"), ("后天", "2026-03-18"), ("後天", "2026-03-18"),
    ("5月底", "2026-05-31"), ("四月末", "2026-04-30"), ("1月底", "2027-01-31"), ("5月初", "2026-05-01"),
    ("3/25号", "2026-03-25"), ("2026-3-25日", "2026-03-25"), ("3月25日。", "2026-03-25"),
    ("2026-03-25，", "2026-03-25"),
    ("大后天", "2026-03-19"), ("下月底", "2026-04-30"), ("下个月底", "2026-04-30"), ("月初", "2026-04-01"),
    ("季末", "2026-03-31"), ("年底", "2026-12-31"), ("3月20日", "2026-03-20"), ("三月二十", "2026-03-20"),
    ("三月廿五日", "2026-03-25"), ("十八号", "2026-03-18"), ("下月5号", "2026-04-05"), ("下個月5號", "2026-04-05"),
    ("2026年3月15日", "2026-03-15"), ("二〇二六年三月十五日", "2026-03-15"), ("明年3月15日", "2027-03-15"),
    ("三天后", "2026-03-19"), ("3天后", "2026-03-19"), ("兩週後", "2026-03-30"), ("两周后", "2026-03-30"),
    ("五個工作日後", "2026-03-23"), ("十五个工作日之后", "2026-04-07"), ("下个工作日", "2026-03-17"),
    ("下一个工作日", "2026-03-17"), ("節前", "2026-04-03"), ("節後", "2026-04-07"), ("一个月后", "2026-04-16"),
    ("　3 月 20 日 ", "2026-03-20"),
  ])
  func `of a plan may be written in any of these ways`(text: String, day: String) {
    #expect(read(text, .plan) == day)
  }

  @Test(arguments: [
    ("yesterday", "2026-03-15"), ("前天", "2026-03-14"), ("last fri", "2026-03-13"), ("上周五", "2026-03-13"),
    ("三月十五", "2026-03-15"), ("月初", "2026-03-01"), ("三天前", "2026-03-13"), ("上月5号", "2026-02-05"),
    ("上个工作日", "2026-03-13"), ("12/20", "2025-12-20"), ("31", "2026-01-31"), ("mon", "2026-03-16"),
    ("today-2d", "2026-03-14"), ("2/29", "2024-02-29"), ("去年12月31日", "2025-12-31"),
  ])
  func `of a fact looks back`(text: String, day: String) {
    #expect(read(text, .fact) == day)
  }

  @Test(arguments: [
    ("fri", "2026-03-20"), ("sun", "2026-03-22"), ("3/1", "2026-03-01"), ("12/31", "2026-12-31"),
    ("5", "2026-03-05"), ("som", "2026-03-01"), ("yesterday", "2026-03-15"), ("+3d", "2026-03-19"),
  ])
  func `of a report is of the current week, month or year`(text: String, day: String) {
    #expect(read(text, .view) == day)
  }

  @Test func `close to today on the wrong side is not guessed`() throws {
    let near = try #require(Day("2026-03-15"))
    let far = try #require(Day("2027-03-15"))
    for text in ["3/15", "3月15日", "0315", "三月十五"] {
      #expect(error(text, .plan) == .wrongSide(text, nearDay: near, otherYear: far))
    }
    #expect(error("2/14", .plan).map(Kind.init) == .wrongSide)
    #expect(read("2/13", .plan) == "2027-02-13")
    let ahead = try #require(Day("2026-03-20"))
    let behind = try #require(Day("2025-03-20"))
    #expect(error("3/20", .fact) == .wrongSide("3/20", nearDay: ahead, otherYear: behind))
    #expect(error("5/9", .fact).map(Kind.init) == .wrongSide)
  }

  @Test func `with the year not first is ambiguous, and the error has the readings`() {
    #expect(readings("3/4/26") == ["2026-03-04", "2026-04-03"])
    #expect(readings("15/3/2026") == ["2026-03-15"])
    #expect(readings("15/3/26") == ["2026-03-15", "2015-03-26"])
    #expect(readings("15/3") == ["2026-03-15"])
    #expect(readings("3/3/2026") == ["2026-03-03"])
  }

  @Test(arguments: ["2026.2.30", "2/30", "32", "0", "2026-13-01", "13/13", "2026年2月30日", "下月31号", "0001"])
  func `that no calendar has is an error of its own`(text: String) {
    #expect(error(text, .plan).map(Kind.init) == .noSuchDay)
  }

  @Test(arguments: [
    "", " ", "-2wd", "+", "+3", "+d", "wd", "315", "2026-3/15", "1 5", "soonish", "下周", "周八", "后", "3月",
    "1十号", "十十号", "3/15 14:30", "260315", "+3d!", "115年3月15日", "周", "今", "+-3d", "3.15.", "due+",
    "半个月后",
  ])
  func `outside the grammar is unreadable and quoted as typed`(text: String) {
    #expect(error(text, .plan) == .unreadable(text))
  }

  @Test func `counted from a date that is not there names that date`() {
    #expect(error("ship-1d", .plan) == .anchorMissing(.ship))
    #expect(error("want+1w", .view) == .anchorMissing(.want))
  }

  @Test(arguments: ["+999999999999999999999d", "+9999y", "+99999999wd", "0999-01-01", "00000101"])
  func `beyond the years 1000 to 9999 is out of range`(text: String) {
    #expect(error(text, .plan) == .outOfRange(text))
  }

  @Test func `before a holiday with none known is an error`() throws {
    var context = try context(.plan)
    context.calendar = WorkingCalendar()
    #expect(throws: DateError.noHolidayKnown("节前")) { try DatePhrase.parse("节前", in: context) }
    #expect(throws: DateError.noHolidayKnown("postholiday")) {
      try DatePhrase.parse("postholiday", in: context)
    }
  }

  @Test func `in a holiday is after that holiday`() throws {
    var context = try context(.plan)
    context.today = try #require(Day("2026-10-03"))
    #expect(try DatePhrase.parse("节后", in: context).description == "2026-10-08")
    context.today = try #require(Day("2026-04-07"))
    #expect(try DatePhrase.parse("节后", in: context).description == "2026-05-06")
  }

  @Test func `of any scraps of the grammar is a day on the right side or an error`() throws {
    let scraps = """
      0 1 2 3 9 15 26 2026 99999999999999999999 + - / . ： ＋ ３ d wd w m y 天 日 号 號 月 年 周 週 工作日 个 個 后 後
      前 今 明 昨 大 本 这 下 上 初 底 末 季 节 節 星期 礼拜 一 二 两 三 十 廿 卅 百 〇 零 today due promise ship start
      eo so pre holiday mon fri next last this \u{301} 🎉
      """
    let pieces = scraps.split(whereSeparator: \.isWhitespace).map(String.init) + [" ", "\u{3000}"]
    var random = Seeded(20_260_316)
    var context = try context(.plan)
    let monday = context.today
    var days = 0
    for turn in 0..<20_000 {
      let count = Int.random(in: 1...6, using: &random)
      let text = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      context.direction = [.plan, .fact, .view].randomElement(using: &random) ?? .plan
      let anyDay = Day(number: Int.random(in: -400_000...3_000_000, using: &random))
      context.today = Bool.random(using: &random) ? monday : anyDay
      do throws(DateError) {
        let day = try DatePhrase.parse(text, in: context)
        days += 1
        if context.direction == .fact, day > context.today { Issue.record("\(text) as a fact is \(day)") }
      } catch .factInFuture(_, let day) where day <= context.today {
        Issue.record("\(text) is refused as a fact of \(day)")
      } catch {}
      guard turn % 4 == 0 else { continue }
      do throws(PeriodError) {
        _ = try PeriodPhrase.parse(text, in: context)
      } catch {}
    }
    #expect(days > 200)
  }

  /// The kinds of errors, without their facts.
  private enum Kind {
    case unreadable, ambiguousOrder, noSuchDay, wrongSide, anchorMissing, factInFuture, planInPast
    case noHolidayKnown, outOfRange

    init(_ error: DateError) {
      self =
        switch error {
        case .unreadable: .unreadable
        case .ambiguousOrder: .ambiguousOrder
        case .noSuchDay: .noSuchDay
        case .wrongSide: .wrongSide
        case .anchorMissing: .anchorMissing
        case .factInFuture: .factInFuture
        case .planInPast: .planInPast
        case .noHolidayKnown: .noHolidayKnown
        case .outOfRange: .outOfRange
        }
    }
  }

  /// Monday 2026-03-16, an order promised for 03-10 and due on 04-07.
  private func context(_ direction: DateContext.Direction) throws -> DateContext {
    let anchors: [Anchor: Day] = [
      .promise: try #require(Day("2026-03-10")), .due: try #require(Day("2026-04-07")),
    ]
    return DateContext(
      today: try #require(Day("2026-03-16")), calendar: ChinaCalendar.calendar, direction: direction,
      anchors: { anchors[$0] })
  }

  private func read(_ text: String, _ direction: DateContext.Direction) -> String {
    do {
      return try DatePhrase.parse(text, in: context(direction)).description
    } catch {
      return "\(error)"
    }
  }

  private func error(_ text: String, _ direction: DateContext.Direction) -> DateError? {
    do {
      let day = try DatePhrase.parse(text, in: context(direction))
      Issue.record("\(text) was read as \(day)")
      return nil
    } catch {
      return error as? DateError
    }
  }

  private func readings(_ text: String) -> [String]? {
    for direction in [DateContext.Direction.fact, .plan] {
      guard case .ambiguousOrder(text, let readings) = error(text, direction) else { return nil }
      if direction == .plan { return readings.map(\.description) }
    }
    return nil
  }
}

/// SplitMix64, so that a failure can be repeated.
private struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
