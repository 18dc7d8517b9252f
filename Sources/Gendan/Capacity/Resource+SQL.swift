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

  /// The code of every resource.
  public static func codes(in db: any Transaction) throws -> [Identifier<Resource>: String] {
    var codes: [Identifier<Resource>: String] = [:]
    try db.each("SELECT id, code FROM resources") { codes[try $0[0]] = try $0[1] }
    return codes
  }

  /// The resource that a text names: code or name, or part of the name where it fits one.
  public static func named(_ text: String, in db: any Transaction) throws -> Resource {
    try named(text, among: all(in: db))
  }
}

extension Resource: Named {
  static var noun: Noun { .resource }
  var candidate: Candidate { Candidate(name: code, details: [name]) }
}

extension StepCapacity {
  /// Reads three columns: minutes, setup and overlap.
  init(_ row: any Row, from column: Int) throws {
    minutes = try row[column]
    setup = try row[column + 1]
    overlap = try row[column + 2]
  }

  /// Where each step of a route can be done, by its key, as files have it: `CNC1,CNC2=3.00`.
  static func placesText(in db: any Transaction) throws -> [Int64: String] {
    let codes = try Resource.codes(in: db)
    return try places("", in: db).mapValues { text(of: $0, codes) }
  }

  /// `CNC1,CNC2=3.00`.
  static func text(of places: [Place], _ codes: [Identifier<Resource>: String]) -> String {
    places.map { place in
      (codes[place.resource] ?? "") + (place.minutes.map { "=" + Decimal.text($0, decimals: 2) } ?? "")
    }.joined(separator: ",")
  }

  /// Where the steps `s` of routes that meet a condition can be done, by the step's key.
  static func places(_ condition: SQL, in db: any Transaction) throws -> [Int64: [Place]] {
    var places: [Int64: [Place]] = [:]
    try db.each(
      """
      SELECT p.step_id, p.resource_id, p.minutes FROM route_step_resources p
      JOIN route_steps s ON s.id = p.step_id \(condition) ORDER BY p.id
      """
    ) { places[$0.integer(0), default: []].append(Place(try $0[1], minutes: try $0[2])) }
    return places
  }
}
