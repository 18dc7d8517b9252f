extension Reminder {
  /// The plan of this week is not settled, from the week's first working day on (R-161).
  static let planWeekUnsettled = Reminder(.planWeekUnsettled) { scope, reading in
    guard try scope.plans(in: reading) else { return [] }
    let calendar = try reading.calendar()
    let monday = scope.day.firstOfWeek
    let first = calendar.nextWorking(onOrAfter: monday)
    // On the rest days at its end nothing of it is still to be settled.
    guard first <= scope.day, calendar.nextWorking(onOrAfter: scope.day) <= scope.day.lastOfWeek,
      try PlanAgreement.newest(.week, of: monday, in: reading) == nil
    else { return [] }
    let week = monday.isoWeek
    return [
      Task(
        .planWeekUnsettled, no: "\(week.year)-W\(week.week < 10 ? "0" : "")\(week.week)", customer: "",
        about: "",
        text: "", dueOn: first)
    ]
  }

  /// The plan of the next working day is not settled by the settled hour (R-162). Once that day has come it is
  /// still asked for, until the hour at which the day after it is.
  static let planDayUnsettled = Reminder(.planDayUnsettled) { scope, reading in
    guard try scope.plans(in: reading) else { return [] }
    let calendar = try reading.calendar()
    let hour = try reading.clock(.planDayUnsettled)
    func deadline(_ day: Day) -> Instant {
      let before = calendar.previousWorking(onOrBefore: day.adding(days: -1))
      return Instant(seconds: Int64(before.number) * 86_400 + Int64(hour * 3600 - reading.utcOffset))
    }
    let next = calendar.nextWorking(onOrAfter: scope.day.adding(days: 1))
    let day = deadline(next) <= reading.now ? next : scope.day
    let due = deadline(day)
    guard due <= reading.now, try PlanAgreement.newest(.day, of: day, in: reading) == nil else { return [] }
    return [
      Task(
        .planDayUnsettled, no: day.description, customer: "", about: [], text: "", dueAt: due, reading)
    ]
  }
}

extension ReminderScope {
  /// For how many days after a plan was saved the book is one in which work is planned.
  private static let planningDays: Int64 = 28

  /// Whether these people plan, in a book in which the open work is planned: one that never plans, or gave it up,
  /// is not pressed.
  fileprivate func plans(in reading: Reading) throws -> Bool {
    guard department == nil else { return false }
    let since = reading.now.adding(seconds: -Self.planningDays * 86_400)
    guard let saved = try SavedPlan.last(in: reading), saved.at >= since,
      try reading.db.count("SELECT count(*) FROM production_orders WHERE is_open = 1") > 0
    else { return false }
    guard let clerk else { return true }
    let user = try User.all(in: reading).first { $0.login == clerk }
    return user.map { user in Right.produce.roles.contains(where: user.has) } ?? false
  }
}
