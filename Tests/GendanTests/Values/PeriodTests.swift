import Gendan
import Testing

@Suite struct `Periods` {
  @Test func `both ends are included`() throws {
    let march = Period.month(of: try #require(Day("2026-03-16")))
    let inside = ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"].map { Day($0).map(march.contains) }
    #expect(inside == [false, true, true, false])
  }

  @Test func `an open end has no limit`() throws {
    let day = try #require(Day("2026-03-16"))
    #expect(Period(first: day, last: nil).contains(.latest))
    #expect(Period(first: nil, last: day).contains(.earliest))
    #expect(Period(first: nil, last: nil).contains(day))
    #expect(Period(first: day, last: nil).split(every: .week).isEmpty)
  }

  @Test func `it is split into whole ISO weeks that may reach beyond it`() throws {
    let march = Period.month(of: try #require(Day("2026-03-16")))
    let weeks = march.split(every: .week)
    #expect(weeks.count == 6)
    #expect(weeks.first?.first?.description == "2026-02-23")
    #expect(weeks.last?.last?.description == "2026-04-05")
    #expect(march.split(every: .day).count == 31)
    #expect(march.split(every: .quarter) == [.quarter(of: try #require(Day("2026-03-16")))])
    #expect(Period.year(of: .latest).split(every: .month).count == 12)
  }

  @Test func `a period that ends before it begins is empty`() throws {
    let day = try #require(Day("2026-03-16"))
    let empty = Period(first: day, last: day.adding(days: -1))
    #expect(empty.split(every: .day).isEmpty)
    #expect(!empty.contains(day))
  }
}
