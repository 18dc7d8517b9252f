import Gendan
import Testing

@Suite struct `Instants` {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", Int64(0)), ("2026-03-16T08:05:00Z", 1_773_648_300),
    ("1969-12-31T23:59:59Z", -1), ("1000-01-01T00:00:00Z", -30_610_224_000),
    ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func `a moment and its text are one`(text: String, seconds: Int64) {
    #expect(Instant(text)?.seconds == seconds)
    #expect(Instant(seconds: seconds).description == text)
  }

  @Test(arguments: [
    "2026-03-16 08:05:00Z", "2026-03-16T24:00:00Z", "2026-03-16T08:60:00Z", "2026-03-16T08:05:60Z",
    "2026-03-16T08:05:00", "2026-03-16T08:05:00+08:00", "2026-02-30T08:05:00Z", "",
  ])
  func `text that is not strictly a moment is refused`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `it is already tomorrow in China when London has its evening`() throws {
    let evening = try #require(Instant("2026-03-15T16:30:00Z"))
    #expect(evening.day(utcOffset: 8 * 3600).description == "2026-03-16")
    #expect(evening.hour(utcOffset: 8 * 3600) == 0)
    #expect(evening.minute(utcOffset: 8 * 3600) == 30)
    #expect(evening.day(utcOffset: 0).description == "2026-03-15")
    #expect(evening.hour(utcOffset: -5 * 3600) == 11)
  }

  @Test func `a time at a place is a moment`() throws {
    let day = try #require(Day("2026-03-16"))
    let moment = Instant(day, hour: 0, minute: 30, utcOffset: 8 * 3600)
    #expect(moment?.description == "2026-03-15T16:30:00Z")
    #expect(Instant(day, hour: 24, minute: 0) == nil)
  }

  @Test func `arithmetic beyond the calendar stops at its ends`() {
    #expect(Instant(seconds: .max).description == "9999-12-31T23:59:59Z")
    #expect(Instant(seconds: .min).adding(seconds: .min).description == "1000-01-01T00:00:00Z")
    #expect(Instant(seconds: .max).day(utcOffset: .max) == .latest)
    #expect(Instant(seconds: .min).day(utcOffset: .min) == .earliest)
    #expect(Instant(seconds: 60) - Instant(seconds: 0) == 60)
  }
}
