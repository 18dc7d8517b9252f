extension Writing {
  /// Opens a problem of an order, a production order or one of its steps.
  public func report(_ new: NewProblem) throws -> Problem {
    if let order = new.order { try allow(.trouble, on: order) }
    let no = try number(.problemPrefix, on: today)
    let department: SQL =
      """
      coalesce(\(new.department), (SELECT x.department_id FROM operations x
        WHERE x.id = \(new.operation?.id)))
      """
    try db.run(
      """
      INSERT INTO problems (no, order_id, production_order_id, operation_id, product_id, kind, text, qty,
        severe, department_id, until_on, entered_at, entered_by)
      VALUES (\(no), \(new.order?.id), \(new.production?.id), \(new.operation?.id), \(new.product?.id),
        \(new.kind), \(new.text), \(new.quantity), \(new.isSevere), \(department), \(new.untilOn), \(now),
        \(user.id))
      """)
    return try changedProblem(no)
  }

  /// The step that a text names by number or name, and the production order in which it is to be done.
  public func step(_ name: String, of work: some Producible) throws -> (ProductionOrder, Operation) {
    let (production, operations, index) = try find(name, of: work)
    return (production, operations[index])
  }

  /// The one product of an order or of one of its lines; nil where there are several.
  public func onlyProduct(of order: Order, line: LinePart?) throws -> Product? {
    let codes = Set(try Schedule.of(order.id, line: line, in: db).map(\.productCode))
    guard let code = codes.first, codes.count == 1 else { return nil }
    return try Product.named(code, in: db)
  }

  /// Writes down why a problem happened, and the department that answers for it.
  public func explain(
    _ problem: Problem, _ cause: String, responsible: Identifier<Department>, side: FaultSide?
  ) throws -> Problem {
    try allow(changing: problem)
    try db.run(
      """
      UPDATE problems SET cause = \(cause), responsible_id = \(responsible),
        side = \(side ?? problem.kind.usualSide) WHERE id = \(problem.id)
      """)
    return try changedProblem(problem.no)
  }

  /// Decides what is done about a problem, by which department and by when.
  public func decide(_ remedy: NewRemedy, of problem: Problem) throws -> Problem {
    try allow(changing: problem)
    try db.run(
      """
      INSERT INTO problem_remedies (problem_id, seq, text, corrective, preventive, department_id, due_on,
        entered_at, entered_by)
      VALUES (\(problem.id), \(problem.remedies + 1), \(remedy.text), \(remedy.corrective),
        \(remedy.preventive),
        coalesce(\(remedy.department), (SELECT b.department_id FROM problems b WHERE b.id = \(problem.id))),
        \(remedy.dueOn), \(now), \(user.id))
      """)
    return try changedProblem(problem.no)
  }

  /// Notes that a remedy was carried out: the one with a number, or the only one that was not.
  ///
  /// Throws `.nothingLeft` where none is open, `.ambiguous` where several are.
  public func finish(remedy seq: Int?, of problem: Problem, on day: Day) throws -> Remedy {
    try allow(factOn: day)
    let open = try Remedy.of(problem, in: db).filter { $0.doneOn == nil }
    let meant = seq.map { seq in open.filter { $0.seq == seq } } ?? open
    guard let remedy = meant.first else { throw BookError.nothingLeft(.remedy, problem.no) }
    guard meant.count == 1 else {
      throw BookError.ambiguous(
        .remedy, problem.no,
        meant.map { Candidate(name: "\(problem.no) \($0.seq)", details: [$0.text], day: $0.dueOn) })
    }
    try db.run(
      """
      UPDATE problem_remedies SET done_on = \(day)
      WHERE problem_id = \(problem.id) AND seq = \(remedy.seq)
      """)
    _ = try changedProblem(problem.no)
    return remedy
  }

  /// Moves the day until which a problem is expected to block; the journal keeps those before.
  public func expect(_ problem: Problem, until day: Day) throws -> Problem {
    try allow(changing: problem)
    try db.run("UPDATE problems SET until_on = \(day) WHERE id = \(problem.id)")
    return try changedProblem(problem.no)
  }

  /// Takes a problem to a superior. Throws `.notAbove` where that is nobody above who has it.
  public func escalate(_ problem: Problem, to target: EscalationTarget, note: String?) throws -> Problem {
    try allow(changing: problem)
    let level = problem.holder.level
    let (role, person) = try superior(target, above: level)
    guard let role, role.level > level else {
      throw BookError.notAbove(no: problem.no, problem.holder)
    }
    try db.run(
      """
      INSERT INTO problem_escalations (problem_id, role, user_id, note, entered_at, entered_by)
      VALUES (\(problem.id), \(role), \(person), \(note), \(now), \(user.id))
      """)
    return try changedProblem(problem.no)
  }

  private func superior(
    _ target: EscalationTarget, above level: Int
  ) throws -> (role: Role?, person: Identifier<User>?) {
    /// The lowest of a person's roles that is above.
    func role(of person: User) -> Role? {
      person.roles.filter { $0.level > level }.min { ($0.level, $0.rawValue) < ($1.level, $1.rawValue) }
    }
    let people = try User.all(in: self)
    switch target {
    case .role(let role): return (role, only(role, of: people))
    case .person(let person): return (role(of: person), person.id)
    case .next:
      let boss = try db.first(
        "SELECT boss_id FROM users WHERE id = \(user.id) AND boss_id IS NOT NULL"
      ) { try $0[0] as Identifier<User> }
      if let boss = people.first(where: { $0.id == boss }), let role = role(of: boss) {
        return (role, boss.id)
      }
      let next = Role.escalations.first { $0.level > level }
      return (next, next.flatMap { only($0, of: people) })
    }
  }

  /// The only person who has a role; nil where several have it, or nobody.
  private func only(_ role: Role, of people: [User]) -> Identifier<User>? {
    let holders = people.filter { $0.roles.contains(role) }
    return holders.count == 1 ? holders.first?.id : nil
  }

  /// Closes a problem that is settled; what was taken to a superior is closed by a supervisor
  /// or somebody above.
  public func close(_ problem: Problem, note: String?) throws -> Problem {
    try allow(changing: problem)
    if problem.escalation != nil, try !acts(as: .supervisor) { throw BookError.notAllowed([.supervisor]) }
    try pass(.problemExplained, .problemRemedied, on: problem)
    try db.run(
      """
      UPDATE problems SET closed_at = \(now), closed_by = \(user.id), close_note = \(note)
      WHERE id = \(problem.id)
      """)
    return try changedProblem(problem.no)
  }

  private func allow(changing problem: Problem) throws {
    guard problem.isOpen else { throw BookError.nothingLeft(.problem, problem.no) }
  }

  /// The problem as it stands now; the event is found under its order and its production order too.
  private func changedProblem(_ no: String) throws -> Problem {
    let problem = try Problem.named(no, in: db)
    entry.subjects = [problem.orderNo, problem.productionNo, problem.no].compactMap { $0 }
    return problem
  }
}
