/// The days off and the worked weekends of mainland China, built in for 2024 to 2026.
///
/// From the State Council's notices on the arrangement of holidays:
/// - 2024: https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm
/// - 2025: https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm
/// - 2026: https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm
public enum ChinaCalendar {
  /// The years whose notices are built in.
  public static let years: Set<Int> = [2024, 2025, 2026]

  /// The days that depart from the week, and whether each is worked.
  public static let exceptions = Dictionary(days.map { ($0.day, $0.isWorking) }) { $1 }

  /// The holiday for which each of these days is off or worked.
  public static let names = Dictionary(days.map { ($0.day, $0.name) }) { $1 }

  /// The calendar of the notices, with Saturdays and Sundays off elsewhere.
  public static let calendar = WorkingCalendar(exceptions: exceptions, names: names, years: years)

  private static let days: [(day: Day, isWorking: Bool, name: String)] = notices.flatMap(days)

  private typealias Notice = (name: String, year: Int, first: Int, last: Int, worked: [Int])

  // Days are written as month × 100 + day: 10_07 is 7 October.
  private static let notices: [Notice] = [
    ("元旦", 2024, 1_01, 1_01, []),
    ("春节", 2024, 2_10, 2_17, [2_04, 2_18]),
    ("清明节", 2024, 4_04, 4_06, [4_07]),
    ("劳动节", 2024, 5_01, 5_05, [4_28, 5_11]),
    ("端午节", 2024, 6_10, 6_10, []),
    ("中秋节", 2024, 9_15, 9_17, [9_14]),
    ("国庆节", 2024, 10_01, 10_07, [9_29, 10_12]),

    ("元旦", 2025, 1_01, 1_01, []),
    ("春节", 2025, 1_28, 2_04, [1_26, 2_08]),
    ("清明节", 2025, 4_04, 4_06, []),
    ("劳动节", 2025, 5_01, 5_05, [4_27]),
    ("端午节", 2025, 5_31, 6_02, []),
    ("国庆节、中秋节", 2025, 10_01, 10_08, [9_28, 10_11]),

    ("元旦", 2026, 1_01, 1_03, [1_04]),
    ("春节", 2026, 2_15, 2_23, [2_14, 2_28]),
    ("清明节", 2026, 4_04, 4_06, []),
    ("劳动节", 2026, 5_01, 5_05, [5_09]),
    ("端午节", 2026, 6_19, 6_21, []),
    ("中秋节", 2026, 9_25, 9_27, []),
    ("国庆节", 2026, 10_01, 10_07, [9_20, 10_10]),
  ]

  private static func days(_ notice: Notice) -> [(day: Day, isWorking: Bool, name: String)] {
    func day(_ monthAndDay: Int) -> Day? {
      Day(year: notice.year, month: monthAndDay / 100, day: monthAndDay % 100)
    }
    guard let first = day(notice.first), let last = day(notice.last), first <= last else { return [] }
    return (0...(last - first)).map { (first.adding(days: $0), false, notice.name) }
      + notice.worked.compactMap(day).map { ($0, true, notice.name) }
  }
}
