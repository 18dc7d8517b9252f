import Gendan
import Testing

@Suite struct `Days` {
  @Test func `every day from 1000 to 9999 comes back from its numbers and its text`() {
    var number = Int(Day.earliest.number)
    var weekday = 3  // 1000-01-01 was a Wednesday
    for year in 1000...9999 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for dayOfMonth in 1...length {
          let day = Day(number: number)
          guard day == Day(year: year, month: month + 1, day: dayOfMonth),
            day.civil == (year, month + 1, dayOfMonth), day.weekday.rawValue == weekday,
            dayOfMonth > 1 || Day(day.description) == day
          else {
            Issue.record("\(year)-\(month + 1)-\(dayOfMonth) is not \(day)")
            return
          }
          number += 1
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(number == Int(Day.latest.number) + 1)
  }

  @Test(arguments: [
    "2026-3-16", "2026-02-30", "2026-13-01", "2026-00-10", "0999-12-31", "２026-03-16", "2026-03-16 ", "",
    "20260316", "2026/03/16", "+026-03-16", "2025-02-29", "1900-02-29", "----------",
  ])
  func `text that is not strictly a day of the calendar is refused`(text: String) {
    #expect(Day(text) == nil)
    #expect(Day(text[...]) == nil)
  }

  @Test func `a day is written as ISO 8601 into a string and into bytes`() throws {
    let day = try #require(Day(year: 2026, month: 3, day: 6))
    var bytes = Array("on ".utf8)
    day.write(to: &bytes)
    #expect(day.description == "2026-03-06")
    #expect(bytes == Array("on 2026-03-06".utf8))
    #expect(Day("2024-02-29"[...])?.description == "2024-02-29")
  }

  @Test func `arithmetic beyond the calendar stops at its ends`() {
    #expect(Day(number: .max) == .latest)
    #expect(Day(number: .min) == .earliest)
    #expect(Day.latest.adding(days: .max) == .latest)
    #expect(Day.earliest.adding(days: .min) == .earliest)
    #expect(Day.latest.adding(months: .max) == .latest)
    #expect(Day.earliest.adding(months: .min) == .earliest)
    #expect(Day.earliest.adding(months: -1) == .earliest)
    #expect(Day.latest.lastOfMonth == .latest)
    #expect(Day.latest.lastOfWeek == .latest)
    #expect(Day.latest.lastOfYear == .latest)
    #expect(Day.earliest.firstOfWeek == .earliest)
    #expect(Day.earliest.description == "1000-01-01")
    #expect(Day.latest.description == "9999-12-31")
    #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    #expect(Day(year: .min, month: .max, day: .max) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-03-16", 12, "2027-03-16"), ("2024-02-29", 12, "2025-02-28"), ("2026-11-30", 3, "2027-02-28"),
    ("2026-01-15", -13, "2024-12-15"), ("2026-12-31", 0, "2026-12-31"),
  ])
  func `a month later is the same day or the last of a shorter month`(
    start: String, months: Int, result: String
  ) {
    #expect(Day(start)?.adding(months: months).description == result)
  }

  @Test(arguments: [
    ("2026-03-16", 2026, 12), ("2027-01-01", 2026, 53), ("2027-01-03", 2026, 53), ("2027-01-04", 2027, 1),
    ("2024-12-30", 2025, 1), ("2025-12-29", 2026, 1), ("2026-12-31", 2026, 53), ("2021-01-03", 2020, 53),
  ])
  func `the ISO week belongs to the year of its Thursday`(text: String, year: Int, week: Int) throws {
    let day = try #require(Day(text))
    #expect(day.isoWeek == (year, week))
  }

  @Test func `a day knows the ends of its week, month, quarter and year`() throws {
    let day = try #require(Day("2026-05-20"))
    let ends = [
      day.firstOfWeek, day.lastOfWeek, day.firstOfMonth, day.lastOfMonth, day.firstOfQuarter,
      day.lastOfQuarter, day.firstOfYear, day.lastOfYear,
    ]
    #expect(
      ends.map(\.description) == [
        "2026-05-18", "2026-05-24", "2026-05-01", "2026-05-31", "2026-04-01", "2026-06-30", "2026-01-01",
        "2026-12-31",
      ])
    #expect(day.quarter == 2)
    #expect(day.weekday == .wednesday)
    #expect(day.lastOfYear - day.firstOfYear == 364)
  }
}
