/// What a file says of one step of a route; nil where it says nothing.
public struct ImportedRouteStep: Sendable {
  /// The route's code.
  public var route: String
  /// The route's name.
  public var routeName: String?
  /// 10, 20, 30 …
  public var seq: Int
  /// What is done.
  public var name: String
  /// Who does it.
  public var department: String?
  /// The standard duration in working days.
  public var days: Int?
  /// The standard time in 1/100 minute a unit.
  public var minutes: Int64?
  /// Minutes before the first piece.
  public var setup: Int64?
  /// Units after which the next step may begin.
  public var overlap: Int64?
  /// Where it can be done, the best first.
  public var places: [StepCapacity.Place]?

  /// A step.
  public init(route: String, seq: Int, name: String) {
    self.route = route
    self.seq = seq
    self.name = name
  }

  /// The step as it is then, after what the book says of it.
  fileprivate func step(after old: RouteStep?) -> RouteStep {
    var capacity = old?.capacity ?? StepCapacity()
    capacity.minutes = minutes ?? capacity.minutes
    capacity.setup = setup ?? capacity.setup
    capacity.overlap = overlap ?? capacity.overlap
    capacity.places = places ?? capacity.places
    return RouteStep(
      seq: seq, name: name, department: department ?? old?.department, days: days ?? old?.days ?? 1,
      capacity: capacity)
  }

  fileprivate func verdict(
    against old: RouteStep, of route: Route, _ codes: [Identifier<Resource>: String]
  ) -> ImportVerdict {
    func time(_ minutes: Int64) -> String { Decimal.text(minutes, decimals: 2) }
    var differences = Differences()
    differences.text(.routeName, route.name, routeName)
    differences.text(.name, old.name, name)
    differences.text(.department, old.department, department)
    differences.text(.days, String(old.days), days.map { String($0) })
    differences.text(.minutes, old.capacity.minutes.map(time), minutes.map(time))
    differences.text(.setup, String(old.capacity.setup), setup.map { String($0) })
    differences.text(.overlap, old.capacity.overlap.map { String($0) }, overlap.map { String($0) })
    differences.text(
      .resources, StepCapacity.text(of: old.capacity.places, codes),
      places.map { StepCapacity.text(of: $0, codes) })
    return differences.verdict
  }
}

/// Compares the steps of routes in a file with the book; a step that the file does not name stays.
public struct RouteComparison {
  /// What becomes of each row.
  public private(set) var verdicts: [ImportVerdict] = []
  private let rows: [ImportedRouteStep]
  private let known: [String: Route]

  /// Compares the rows of a file.
  public init(_ rows: [ImportedRouteStep], in reading: Reading) throws {
    self.rows = rows
    known = Dictionary(
      try Route.all(in: reading.db).map { ($0.code, $0) }, uniquingKeysWith: { route, _ in route })
    let codes = try Resource.codes(in: reading.db)
    var places: [String: Set<Int>] = [:]
    for row in rows {
      guard places[row.route, default: []].insert(row.seq).inserted else {
        verdicts.append(.refused([ImportRefusal(.seq, .taken)]))
        continue
      }
      let route = known[row.route]
      let standing = route?.steps.first { $0.seq == row.seq }
      verdicts.append(
        standing.flatMap { old in route.map { row.verdict(against: old, of: $0, codes) } } ?? .new)
    }
  }

  /// The routes as they are then, each once; those rows in `except` are left out.
  fileprivate func routes(except leftOut: Set<Int>) -> [(code: String, name: String, steps: [RouteStep])] {
    let wanted = rows.indices.filter { !leftOut.contains($0) && verdicts[$0] != .same }
    return Dictionary(grouping: wanted) { rows[$0].route }.sorted { $0.key < $1.key }.map { code, places in
      let old = known[code]
      var steps = Dictionary((old?.steps ?? []).map { ($0.seq, $0) }, uniquingKeysWith: { step, _ in step })
      for place in places { steps[rows[place].seq] = rows[place].step(after: steps[rows[place].seq]) }
      let name = places.lazy.compactMap { rows[$0].routeName }.last
      return (code, name ?? old?.name ?? code, steps.values.sorted { $0.seq < $1.seq })
    }
  }
}

extension Writing {
  /// Brings in the steps of routes as they were compared with the book; those in `except` are left out.
  public func bringIn(_ comparison: RouteComparison, except leftOut: Set<Int>) throws {
    for route in comparison.routes(except: leftOut) {
      try setRoute(code: route.code, name: route.name, steps: route.steps)
    }
  }
}
