/// What changes about a resource; nil leaves as it is, `.some(nil)` clears.
public struct ResourceChange: Sendable {
  /// Its name.
  public var name: String?
  /// The department to which it belongs.
  public var department: Identifier<Department>??
  /// How many jobs it works on at once, 1 to 1000.
  public var places: Int?
  /// How much it does of what is standard, in basis points, 100 to 100,000.
  public var efficiency: Int?
  /// Its own hours, as `WorkingHours.spans` reads them.
  public var shifts: String??
  /// Whether it is a supplier.
  public var isOutside: Bool?
  /// Whether it is in use.
  public var isActive: Bool?

  /// Nothing changes.
  public init() {}
}

extension Writing {
  /// Registers a resource. Throws `.taken`.
  public func addResource(_ code: String, _ change: ResourceChange) throws -> Resource {
    guard try db.count("SELECT count(*) FROM resources WHERE code = \(code)") == 0 else {
      throw BookError.taken(.resource, code)
    }
    try db.run("INSERT INTO resources (code, name) VALUES (\(code), \(change.name ?? code))")
    return try set(try Resource.named(code, in: db), change)
  }

  /// Changes a resource.
  @discardableResult
  public func set(_ resource: Resource, _ change: ResourceChange) throws -> Resource {
    entry.subject = resource.code
    func put(_ column: String, _ value: some SQLConvertible) throws {
      try db.run("UPDATE resources SET \(name: column) = \(value) WHERE id = \(resource.id)")
    }
    if let name = change.name { try put("name", name) }
    if let department = change.department { try put("department_id", department) }
    if let places = change.places { try put("places", places) }
    if let efficiency = change.efficiency { try put("efficiency_bp", efficiency) }
    if let shifts = change.shifts { try put("shifts", shifts) }
    if let isOutside = change.isOutside { try put("outside", isOutside) }
    if let isActive = change.isActive { try put("active", isActive) }
    return try Resource.named(resource.code, in: db)
  }

  /// Notes that a resource stands still from a day on, and until which it is expected to.
  ///
  /// Throws `.taken` where it stands already.
  public func stop(_ resource: Resource, reason: String, from day: Day, until: Day?) throws {
    if let last = resource.stops.last, last.resumedOn == nil, last.untilOn.map({ $0 >= day }) ?? true {
      throw BookError.taken(.stop, resource.code)
    }
    entry.subject = resource.code
    try db.run(
      """
      INSERT INTO resource_stops (resource_id, reason, from_on, until_on, entered_at, entered_by)
      VALUES (\(resource.id), \(reason), \(day), \(until), \(now), \(user.id))
      """)
  }

  /// Notes the day on which a resource goes on. Throws `.nothingLeft` where it does not stand still.
  public func restart(_ resource: Resource, on day: Day) throws {
    guard let last = resource.stops.last, last.resumedOn == nil else {
      throw BookError.nothingLeft(.stop, resource.code)
    }
    guard day >= last.fromOn else {
      throw BookError.outOfTurn(no: resource.code, day, after: last.fromOn)
    }
    try allow(factOn: day)
    entry.subject = resource.code
    try db.run(
      """
      UPDATE resource_stops SET resumed_on = \(day)
      WHERE resource_id = \(resource.id) AND resumed_on IS NULL
      """)
  }

  /// Says what a step of a route takes and where it can be done. Throws `.noSuchStep`.
  public func set(_ capacity: StepCapacity, of step: String, in route: Route) throws {
    guard let index = route.steps.firstIndex(where: { $0.name == step || String($0.seq) == step }) else {
      throw BookError.noSuchStep(step, order: route.code, steps: route.steps.map(\.name), of: .route)
    }
    var steps = route.steps
    steps[index].capacity = capacity
    try setRoute(code: route.code, name: route.name, steps: steps)
  }
}
