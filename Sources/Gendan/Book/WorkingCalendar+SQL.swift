extension WorkingCalendar {
  /// The site's calendar: China's built-in facts under what the book decided otherwise (D-01).
  static func read(_ db: any Transaction, _ settings: Settings) throws -> WorkingCalendar {
    var exceptions = ChinaCalendar.exceptions
    var names = ChinaCalendar.names
    var years = ChinaCalendar.years
    try db.each("SELECT day_on, working, name FROM calendar_days") { row in
      let day: Day = try row[0]
      exceptions[day] = try row[1]
      names[day] = try row[2] as String?
    }
    try db.each("SELECT year FROM calendar_years") { years.insert(try $0[0]) }
    return WorkingCalendar(
      weeklyRest: settings.weeklyRest, exceptions: exceptions, names: names, years: years)
  }
}

extension Writing {
  /// Says of one day whether it is worked, whatever the weekly rest days say.
  public func setDay(_ day: Day, working: Bool, name: String?) throws {
    entry.subject = entry.subject ?? day.description
    try db.run(
      """
      INSERT INTO calendar_days (day_on, working, name) VALUES (\(day), \(working), \(name))
      ON CONFLICT (day_on) DO UPDATE SET working = excluded.working, name = excluded.name
      """)
  }

  /// Takes back what was decided of one day; returns whether anything was.
  public func clearDay(_ day: Day) throws -> Bool {
    entry.subject = day.description
    return try db.run("DELETE FROM calendar_days WHERE day_on = \(day)") > 0
  }

  /// Notes that a year's holidays are known, and from where.
  public func setYear(_ year: Int, source: String) throws {
    try db.run(
      """
      INSERT INTO calendar_years (year, source) VALUES (\(year), \(source))
      ON CONFLICT (year) DO UPDATE SET source = excluded.source
      """)
  }
}
