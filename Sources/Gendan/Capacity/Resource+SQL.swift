extension Resource {
  private static let query: SQL =
    """
    SELECT r.id, r.code, r.name, d.name, r.places, r.efficiency_bp, r.shifts, r.outside, r.active
    FROM resources r LEFT JOIN departments d ON d.id = r.department_id
    """

  private init(_ row: any Row) throws {
    id = try row[0]
    code = try row[1]
    name = try row[2]
    department = try row[3]
    places = try row[4]
    efficiency = try row[5]
    shifts = try row[6]
    isOutside = try row[7]
    isActive = try row[8]
  }

  /// Every resource with its stops, by code.
  public static func all(in db: any Transaction) throws -> [Resource] {
    var stops: [Identifier<Resource>: [Stop]] = [:]
    try db.each("SELECT resource_id, reason, from_on, until_on, resumed_on FROM resource_stops ORDER BY id") {
      stops[try $0[0], default: []].append(
        Stop(reason: try $0[1], fromOn: try $0[2], untilOn: try $0[3], resumedOn: try $0[4]))
    }
    return try db.all("\(query) ORDER BY r.code", Resource.init).map { resource in
      var resource = resource
      resource.stops = stops[resource.id] ?? []
      return resource
    }
  }

  /// The resource that a text names: code or name, or part of the name where it fits one.
  public static func named(_ text: String, in db: any Transaction) throws -> Resource {
    let all = try all(in: db)
    let exact = all.filter { $0.code == text || $0.name == text }
    let matches = exact.isEmpty ? all.filter { $0.name.contains(text) } : exact
    func candidates(_ resources: [Resource]) -> [Candidate] {
      resources.map { Candidate(name: $0.code, details: [$0.name]) }
    }
    guard let match = matches.first else { throw BookError.notFound(.resource, text, near: candidates(all)) }
    guard matches.count == 1 else { throw BookError.ambiguous(.resource, text, candidates(matches)) }
    return match
  }
}

extension StepCapacity {
  /// Reads three columns: minutes, setup and overlap.
  init(_ row: any Row, from column: Int) throws {
    minutes = try row[column]
    setup = try row[column + 1]
    overlap = try row[column + 2]
  }

  /// Where the steps of a route can be done, by the step's key.
  static func places(ofRoute route: Identifier<Route>, in db: any Transaction) throws -> [Int64: [Place]] {
    var places: [Int64: [Place]] = [:]
    try db.each(
      """
      SELECT p.step_id, p.resource_id, p.minutes FROM route_step_resources p
      JOIN route_steps s ON s.id = p.step_id WHERE s.route_id = \(route) ORDER BY p.id
      """
    ) { places[$0.integer(0), default: []].append(Place(try $0[1], minutes: try $0[2])) }
    return places
  }
}
