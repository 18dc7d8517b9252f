extension Product {
  private static let query: SQL =
    """
    SELECT p.id, p.code, p.name, p.unit, p.decimals, r.code, p.lead_days, p.active, p.sample_required,
      p.statutory, p.min_qty, p.max_qty, p.printed
    FROM products p LEFT JOIN routes r ON r.id = p.route_id
    """

  private init(_ row: any Row) throws {
    id = try row[0]
    code = try row[1]
    name = try row[2]
    unit = try row[3]
    decimals = try row[4]
    route = try row[5]
    leadDays = try row[6]
    isActive = try row[7]
    isSampled = try row[8]
    isStatutory = try row[9]
    minimum = try row[10]
    maximum = try row[11]
    isPrinted = try row[12]
  }

  /// Products whose code or name contains every word, by code.
  public static func list(containing words: [String] = [], in db: any Transaction) throws -> [Product] {
    var conditions: [SQL] = ["1 = 1"]
    for word in words {
      let pattern = "%" + word.lowercased() + "%"
      conditions.append("(lower(p.name) LIKE \(pattern) OR lower(p.code) LIKE \(pattern))")
    }
    return try db.all(
      "\(query) WHERE \(SQL.join(conditions, " AND ")) ORDER BY p.code", Product.init)
  }

  /// The product a text names: code or name, or part of them that fits one.
  public static func named(_ text: String, in db: any Transaction) throws -> Product {
    let exact = try db.all("\(query) WHERE p.code = \(text) OR p.name = \(text)", Product.init)
    let matches = exact.isEmpty ? try list(containing: [text], in: db) : exact
    return try only(of: matches, text) {
      try db.all("SELECT code, name FROM products ORDER BY code LIMIT 2000") {
        Candidate(name: try $0[0], details: [try $0[1]])
      }
    }
  }
}

extension Product: Named {
  static var noun: Noun { .product }
  var candidate: Candidate { Candidate(name: code, details: [name]) }
}

extension Route: Named {
  static var noun: Noun { .route }
  var candidate: Candidate { Candidate(name: code, details: [name]) }
}

extension Route {
  /// Every route with its steps, by code.
  public static func all(in db: any Transaction) throws -> [Route] {
    let steps = try steps(in: db)
    return try heads(in: db).map { $0.with(steps[$0.id] ?? []) }
  }

  /// The route that a text names: code or name, or part of the name where it fits one.
  public static func named(_ text: String, in db: any Transaction) throws -> Route {
    let route = try named(text, among: heads(in: db))
    return route.with(try steps(of: route.id, in: db)[route.id] ?? [])
  }

  /// Every route by code, its steps not read.
  private static func heads(in db: any Transaction) throws -> [Route] {
    try db.all("SELECT id, code, name FROM routes ORDER BY code") {
      Route(id: try $0[0], code: try $0[1], name: try $0[2], steps: [])
    }
  }

  private func with(_ steps: [RouteStep]) -> Route {
    var route = self
    route.steps = steps
    return route
  }

  /// The steps of one route, or of every route, each in sequence.
  static func steps(
    of route: Identifier<Route>? = nil, in db: any Transaction
  ) throws -> [Identifier<Route>: [RouteStep]] {
    let condition: SQL = route.map { "WHERE s.route_id = \($0)" } ?? ""
    let places = try StepCapacity.places(condition, in: db)
    var steps: [Identifier<Route>: [RouteStep]] = [:]
    try db.each(
      """
      SELECT s.seq, s.name, d.name, s.days, s.minutes, s.setup, s.overlap, s.id, s.route_id
      FROM route_steps s LEFT JOIN departments d ON d.id = s.department_id \(condition) ORDER BY s.route_id, s.seq
      """
    ) { row in
      var capacity = try StepCapacity(row, from: 4)
      capacity.places = places[row.integer(7)] ?? []
      steps[try row[8], default: []].append(
        RouteStep(
          seq: try row[0], name: try row[1], department: try row[2], days: try row[3], capacity: capacity))
    }
    return steps
  }
}

extension Writing {
  /// Registers a product; returns its key.
  @discardableResult
  public func addProduct(
    code: String, name: String, unit: String = "pcs", decimals: Int = 0,
    route: Identifier<Route>? = nil, leadDays: Int? = nil, isSampled: Bool = false,
    isStatutory: Bool = false, isPrinted: Bool = false
  ) throws -> Identifier<Product> {
    guard try db.count("SELECT count(*) FROM products WHERE code = \(code)") == 0 else {
      throw BookError.taken(.product, code)
    }
    entry.subject = code
    return Identifier(
      try db.insert(
        """
        INSERT INTO products
          (code, name, unit, decimals, route_id, lead_days, sample_required, statutory, printed)
        VALUES (\(code), \(name), \(unit), \(decimals), \(route), \(leadDays), \(isSampled),
          \(isStatutory), \(isPrinted)) RETURNING id
        """))
  }

  /// Changes what is said of a product; nil leaves as it is.
  public func set(
    product: Product, name: String? = nil, unit: String? = nil, route: Identifier<Route>?? = nil,
    leadDays: Int? = nil, isSampled: Bool? = nil, isStatutory: Bool? = nil, isPrinted: Bool? = nil,
    isActive: Bool? = nil
  ) throws {
    entry.subject = product.code
    if let name { try db.run("UPDATE products SET name = \(name) WHERE id = \(product.id)") }
    if let unit { try db.run("UPDATE products SET unit = \(unit) WHERE id = \(product.id)") }
    if let route { try db.run("UPDATE products SET route_id = \(route) WHERE id = \(product.id)") }
    if let leadDays { try db.run("UPDATE products SET lead_days = \(leadDays) WHERE id = \(product.id)") }
    if let isSampled {
      try db.run("UPDATE products SET sample_required = \(isSampled) WHERE id = \(product.id)")
    }
    if let isStatutory {
      try db.run("UPDATE products SET statutory = \(isStatutory) WHERE id = \(product.id)")
    }
    if let isPrinted { try db.run("UPDATE products SET printed = \(isPrinted) WHERE id = \(product.id)") }
    if let isActive { try db.run("UPDATE products SET active = \(isActive) WHERE id = \(product.id)") }
  }

  /// Registers a route, or gives a known one new steps.
  @discardableResult
  public func setRoute(code: String, name: String, steps: [RouteStep]) throws -> Identifier<Route> {
    entry.subject = code
    let known = try db.value("SELECT id FROM routes WHERE code = \(code)", as: Identifier<Route>.self)
    let id =
      try known
      ?? Identifier(try db.insert("INSERT INTO routes (code, name) VALUES (\(code), \(name)) RETURNING id"))
    try db.run("UPDATE routes SET name = \(name) WHERE id = \(id)")
    try db.run(
      "DELETE FROM route_step_resources WHERE step_id IN (SELECT id FROM route_steps WHERE route_id = \(id))")
    try db.run("DELETE FROM route_steps WHERE route_id = \(id)")
    for step in steps {
      let department = try step.department.map { try self.department($0) }
      let key = try db.insert(
        """
        INSERT INTO route_steps (route_id, seq, name, department_id, days, minutes, setup, overlap)
        VALUES (\(id), \(step.seq), \(step.name), \(department), \(step.days), \(step.capacity.minutes),
          \(step.capacity.setup), \(step.capacity.overlap)) RETURNING id
        """)
      for place in step.capacity.places {
        try db.run(
          """
          INSERT INTO route_step_resources (step_id, resource_id, minutes)
          VALUES (\(key), \(place.resource), \(place.minutes))
          """)
      }
    }
    return id
  }
}
