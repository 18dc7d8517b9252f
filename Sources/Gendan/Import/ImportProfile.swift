/// What an import learned of a source's files: which column holds which field.
public struct ImportProfile: Sendable, Equatable {
  /// The name it is asked for by, such as a customer's.
  public let name: String
  /// What its files hold, such as orders.
  public let kind: String
  /// `field=column,…`, with the lines' file after a line end.
  public let map: String

  /// A profile.
  public init(name: String, kind: String, map: String) {
    self.name = name
    self.kind = kind
    self.map = map
  }

  /// Every profile, by name.
  public static func all(in db: any Transaction) throws -> [ImportProfile] {
    try db.all("SELECT name, kind, map FROM import_profiles ORDER BY name") {
      ImportProfile(name: try $0[0], kind: try $0[1], map: try $0[2])
    }
  }

  /// The profile with this name; throws `.notFound` with all there are.
  public static func named(_ name: String, in db: any Transaction) throws -> ImportProfile {
    let all = try all(in: db)
    if let match = all.first(where: { $0.name == name }) { return match }
    throw BookError.notFound(.profile, name, near: all.map { Candidate(name: $0.name, details: [$0.kind]) })
  }
}

extension Writing {
  /// Saves a profile, over one of the same name.
  public func save(_ profile: ImportProfile) throws {
    try db.run(
      """
      INSERT INTO import_profiles (name, kind, map) VALUES (\(profile.name), \(profile.kind), \(profile.map))
      ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, map = excluded.map
      """)
  }

  /// Forgets a profile; throws `.notFound`.
  public func removeProfile(_ name: String) throws {
    let profile = try ImportProfile.named(name, in: db)
    entry.subject = profile.name
    try db.run("DELETE FROM import_profiles WHERE name = \(profile.name)")
  }
}
