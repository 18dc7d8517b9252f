import Gendan
import Testing

@Suite struct `The working calendar` {
  private let china = ChinaCalendar.calendar

  @Test(arguments: [1, 2, 3])
  func `a difference of working days is what counting day by day gives`(seed: UInt64) {
    var random = Seeded(seed)
    for calendar in [china, WorkingCalendar(), irregular(&random)] {
      for _ in 0..<300 {
        let a = Day(number: Int.random(in: 19_500...20_800, using: &random))
        let b = a.adding(days: Int.random(in: 0...500, using: &random))
        let counted = days(after: a, through: b).count { calendar.isWorking($0) }
        #expect(calendar.workingDays(from: a, to: b) == counted)
        #expect(calendar.workingDays(from: b, to: a) == -counted)
      }
    }
  }

  @Test(arguments: [4, 5, 6])
  func `the n-th working day and the count of working days are inverse`(seed: UInt64) {
    var random = Seeded(seed)
    for calendar in [china, WorkingCalendar(), irregular(&random)] {
      for _ in 0..<300 {
        let start = Day(number: Int.random(in: 19_000...21_500, using: &random))
        let n = Int.random(in: 1...400, using: &random)
        let after = calendar.day(n, workingDaysAfter: start)
        #expect(calendar.isWorking(after))
        #expect(calendar.workingDays(from: start, to: after) == n)
        // Counting back, the day counted from is not counted, so the inverse starts the day before.
        let before = calendar.day(-n, workingDaysAfter: start)
        #expect(calendar.isWorking(before))
        #expect(calendar.workingDays(from: before.adding(days: -1), to: start.adding(days: -1)) == n)
        if calendar.isWorking(start) { #expect(calendar.workingDays(from: start, to: before) == -n) }
      }
    }
  }

  @Test func `the next and the previous working day are the nearest`() {
    for number in 19_700...20_900 {
      let day = Day(number: number)
      let next = china.nextWorking(onOrAfter: day)
      let previous = china.previousWorking(onOrBefore: day)
      #expect(next >= day && china.isWorking(next))
      #expect(previous <= day && china.isWorking(previous))
      #expect(china.workingDays(from: previous, to: next) == (china.isWorking(day) ? 0 : 1))
    }
  }

  @Test func `two working days before a shipment over Qingming is the Thursday before (R-288)`() throws {
    let shipment = try #require(Day("2026-04-07"))
    #expect(china.day(-2, workingDaysAfter: shipment).description == "2026-04-02")
    #expect(china.day(0, workingDaysAfter: shipment) == shipment)
  }

  @Test func `a day in a holiday has a working day on either side`() throws {
    let qingming = try #require(Day("2026-04-05"))
    #expect(china.previousWorking(onOrBefore: qingming).description == "2026-04-03")
    #expect(china.nextWorking(onOrAfter: qingming).description == "2026-04-07")
    #expect(china.isWorking(try #require(Day("2026-05-09"))))
  }

  @Test func `what is due today is late from tomorrow on`() throws {
    let due = try #require(Day("2026-03-16"))
    #expect(china.workingDays(from: due, to: due) == 0)
    #expect(china.workingDays(from: due, to: due.adding(days: 1)) == 1)
  }

  @Test func `far dates and great counts stop at the ends of time`() {
    #expect(china.day(.max, workingDaysAfter: .earliest) == .latest)
    #expect(china.day(.min, workingDaysAfter: .latest) == .earliest)
    #expect(WorkingCalendar().workingDays(from: .earliest, to: .latest) == 2_347_987)
    #expect(china.nextWorking(onOrAfter: .latest) == .latest)
    #expect(china.previousWorking(onOrBefore: .earliest) == .earliest)
  }

  @Test func `a week of nothing but rest has no working day to find`() {
    let never = WorkingCalendar(weeklyRest: Set(Weekday.allCases))
    let day = Day(number: 20_000)
    #expect(!never.isWorking(day))
    #expect(never.nextWorking(onOrAfter: day) == .latest)
    #expect(never.day(-3, workingDaysAfter: day) == .earliest)
    let once = WorkingCalendar(
      weeklyRest: Set(Weekday.allCases), exceptions: [day.adding(days: 9): true])
    #expect(once.day(1, workingDaysAfter: day) == day.adding(days: 9))
    #expect(once.day(2, workingDaysAfter: day) == .latest)
    #expect(once.day(-1, workingDaysAfter: .latest) == day.adding(days: 9))
  }

  @Test func `the next holiday is the first day off of the next one with a name`() throws {
    let day = try #require(Day("2026-03-16"))
    let qingming = try #require(china.nextHoliday(after: day))
    #expect(qingming.description == "2026-04-04")
    #expect(china.nextHoliday(after: qingming)?.description == "2026-05-01")
    #expect(china.nextHoliday(after: try #require(Day("2026-10-01"))) == nil)
    #expect(china.name(of: qingming) == "清明节")
    #expect(china.name(of: day) == nil)
  }

  private func irregular(_ random: inout Seeded) -> WorkingCalendar {
    let rest = Set(Weekday.allCases.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)))
    var exceptions: [Day: Bool] = [:]
    for _ in 0..<150 {
      exceptions[Day(number: Int.random(in: 19_800...20_500, using: &random))] = .random(using: &random)
    }
    return WorkingCalendar(weeklyRest: rest, exceptions: exceptions)
  }

  private func days(after a: Day, through b: Day) -> some Sequence<Day> {
    sequence(first: a.adding(days: 1)) { $0.adding(days: 1) }.prefix(b - a)
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
