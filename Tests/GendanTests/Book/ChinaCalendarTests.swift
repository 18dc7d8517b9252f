import Gendan
import Glibc
import Testing

@Suite struct `China's calendar` {
  private let china = ChinaCalendar.calendar

  @Test(.enabled(if: publishedDays != nil, "needs the days of china_calendar (GENDAN_SHARED)"))
  func `every day of 2024 to 2026 is as published`() throws {
    let rows = try #require(publishedDays).split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.count == 366 + 365 + 365)
    for row in rows {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      let day = try #require(Day(fields[0]))
      #expect(china.isWorking(day) == (fields[2] == "1"), "\(row)")
      #expect(china.name(of: day) ?? "" == fields[4], "\(row)")
    }
  }

  @Test(arguments: [(2024, 251, 8, 28), (2025, 248, 5, 28), (2026, 248, 6, 33)])
  func `a year has its working days, worked weekends and days off (CC01)`(
    year: Int, working: Int, makeUp: Int, off: Int
  ) throws {
    let newYear = try #require(Day(year: year, month: 1, day: 1))
    #expect(china.workingDays(from: newYear.adding(days: -1), to: newYear.lastOfYear) == working)
    let exceptions = ChinaCalendar.exceptions.filter { $0.key.year == year }
    #expect(exceptions.values.count { $0 } == makeUp)
    #expect(exceptions.values.count { !$0 } == off)
    #expect(china.covers(year: year))
  }

  @Test(arguments: [
    (2024, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]),
    (2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
    (2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
  ])
  func `a month has its working days (CC02)`(year: Int, working: [Int]) {
    let months = (1...12).compactMap { Day(year: year, month: $0, day: 1) }
    #expect(months.map { china.workingDays(from: $0.adding(days: -1), to: $0.lastOfMonth) } == working)
  }

  @Test func `these weekend days are worked (CC03)`() {
    let worked = ChinaCalendar.exceptions.filter(\.value).keys.sorted().map(\.description)
    #expect(
      worked == [
        "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29",
        "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04",
        "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
      ])
  }

  @Test func `a holiday is one block of days off (CC04)`() throws {
    #expect(china.holidays.count == 20)
    let spring = try #require(china.holidays.first { $0.name == "春节" && $0.first.year == 2026 })
    #expect(spring.first.description == "2026-02-15")
    #expect(spring.last.description == "2026-02-23")
  }

  @Test func `a year without a notice is the plain week`() throws {
    #expect(!china.covers(year: 2027))
    let nationalDay = try #require(Day("2027-10-01"))
    #expect(china.isWorking(nationalDay))
  }
}

/// The published days, from the shared data beside the package or where GENDAN_SHARED says.
private let publishedDays: String? = {
  let package = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  let shared = getenv("GENDAN_SHARED").map { String(cString: $0) } ?? "/\(package)/../shared/data"
  return contents(ofFile: shared + "/china_calendar/china_days_2024_2026.csv")
}()

private func contents(ofFile path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes[..<count], as: UTF8.self)
}
