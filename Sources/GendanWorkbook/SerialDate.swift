/// Days and times as a spreadsheet counts them: days since the end of 1899, or since the beginning of 1904,
/// the time of day being the fraction.
struct SerialDate {
  /// Whether day 0 is the first of January 1904, as on old Macs.
  let isFrom1904: Bool

  /// `2026-03-28`, `2026-03-28 14:30:00`, `14:30:00`; nil for what no spreadsheet shows as a date.
  func text(_ serial: Double) -> String? {
    // The last day is the last of the year 9999.
    guard serial.isFinite, serial >= 0, serial < Double(2_958_466 - (isFrom1904 ? 1462 : 0)) else {
      return nil
    }
    var day = Int(serial)
    var second = Int(((serial - Double(day)) * 86_400).rounded())
    if second == 86_400 { (day, second) = (day + 1, 0) }
    let time = [second / 3600, second / 60 % 60, second % 60].map(SerialDate.padded).joined(separator: ":")
    // Before the first day there is only a time.
    if day == 0 && !isFrom1904 { return time }
    return date(day) + (second == 0 ? "" : " " + time)
  }

  private func date(_ day: Int) -> String {
    if isFrom1904 { return SerialDate.civil(day - 24_107) }
    // 1900 was no leap year; the first spreadsheet took it for one, and all others followed.
    if day == 60 { return "1900-02-29" }
    return SerialDate.civil(day - (day < 60 ? 25_568 : 25_569))
  }

  /// The day so many days after the first of January 1970.
  ///
  /// Counted in years that begin in March: the leap day is then the last of its year.
  private static func civil(_ days: Int) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let digits = String(year)
    return String(repeating: "0", count: max(4 - digits.count, 0)) + digits + "-" + padded(month) + "-"
      + padded(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
