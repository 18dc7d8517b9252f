import Testing

@testable import Gendan

/// Clocks that count worked hours (D-01, R-139): 8:00 to 12:00 and 13:00 to 17:30, Monday to Friday.
struct WorkingHoursTests {
  private let hours: WorkingHours

  init() throws {
    let spans = try #require(WorkingHours.spans("8:00-12:00,13:00-17:30"))
    hours = WorkingHours(spans, WorkingCalendar(), utcOffset: 8 * 3600)
  }

  private func instant(_ text: String) throws -> Instant {
    let parts = text.split { " :".contains($0) }
    let day = try #require(Day(String(parts[0])))
    return try #require(
      Instant(day, hour: Int(parts[1]) ?? 0, minute: Int(parts[2]) ?? 0, utcOffset: 8 * 3600))
  }

  @Test(arguments: [
    // Over the noon hour: scenario S10.
    ("2026-03-11 09:10", 240, "2026-03-11 14:10"),
    ("2026-03-11 08:00", 240, "2026-03-11 12:00"),
    ("2026-03-11 12:30", 1, "2026-03-11 13:01"),
    ("2026-03-11 06:00", 60, "2026-03-11 09:00"),
    // Over night, and over a weekend.
    ("2026-03-11 17:00", 60, "2026-03-12 08:30"),
    ("2026-03-13 17:00", 240, "2026-03-16 11:30"),
    ("2026-03-14 10:00", 30, "2026-03-16 08:30"),
  ])
  func `so many worked minutes later`(_ start: String, _ minutes: Int, _ end: String) throws {
    #expect(try hours.instant(minutes, after: instant(start)) == instant(end))
  }

  @Test(arguments: ["", "8-12", "12:00-8:00", "8:00-12:00,11:00-13:00", "8:00-25:00", "8:00"])
  func `what is no shift is none`(_ text: String) {
    #expect(WorkingHours.spans(text) == nil)
  }
}
