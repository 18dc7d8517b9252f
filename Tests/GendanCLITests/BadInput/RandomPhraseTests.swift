import Gendan
import GendanTestSupport
import Testing

@testable import GendanCLI

/// The grammar's readers meet random words: they read them or say why not, and never trap.
@Suite struct RandomPhraseTests {
  private static let today = Day(number: 20_528)

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `references`(seed: UInt64) {
    var words = RandomWords(seed: seed)
    for _ in 0..<10_000 {
      let word = words.word()
      if case .rows(let rows) = Reference(word) { #expect(rows.allSatisfy { $0 > 0 }, "\(word)") }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `filters`(seed: UInt64) {
    var words = RandomWords(seed: seed)
    let context = DateContext(today: Self.today, calendar: ChinaCalendar.calendar, direction: .view)
    for _ in 0..<5_000 {
      let filter = [words.filter(), words.word()]
      do {
        _ = try FilterPhrase(context: context).parse(filter)
      } catch {
        #expect(Complaint.of(error).code == .usage, "\(filter): \(error)")
      }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `periods`(seed: UInt64) {
    var words = RandomWords(seed: seed)
    let context = DateContext(today: Self.today, calendar: ChinaCalendar.calendar, direction: .view)
    for number in 0..<5_000 {
      let word = number.isMultiple(of: 2) ? words.word() : words.scrap() + ".." + words.word()
      do {
        let period = try PeriodPhrase.parse(word, in: context)
        if let first = period.first, let last = period.last { #expect(first <= last, "\(word)") }
      } catch {
        #expect(Complaint.of(error).code == .usage, "\(word): \(error)")
      }
    }
  }

  @Test(arguments: Anchor.allCases)
  func `dates from an anchor, with and without the anchor's date`(anchor: Anchor) {
    for isKnown in [true, false] {
      var context = DateContext(today: Self.today, calendar: ChinaCalendar.calendar, direction: .plan)
      context.anchors = { _ in isKnown ? .latest : nil }
      for offset in [
        "", "+0d", "-1wd", "+1wd", "+99999999999999999999y", "+9999m", "-9999y", "++1d", "+1", "+",
      ] {
        do {
          _ = try DatePhrase.parse(anchor.rawValue + offset, in: context)
        } catch {
          #expect(Complaint.of(error).code == .usage, "\(anchor) \(offset)")
        }
      }
    }
  }
}
