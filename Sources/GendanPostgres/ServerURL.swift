#if PostgreSQL
  import CPostgres

  /// The address of a database as people may see it.
  enum ServerURL {
    /// The URL without passwords; nil where libpq cannot read it (section 34.1.1.2 of its manual).
    /// Then no part of it can be shown, for a password could stand anywhere.
    static func shown(_ url: String) -> String? {
      let options = PQconninfoParse(url, nil)
      PQconninfoFree(options)
      guard options != nil, let scheme = url.firstRange(of: "://") else { return nil }
      let rest = url[scheme.upperBound...]
      // As libpq reads: a person and a password stand before the first @, if no / comes earlier.
      var person: Substring = ""
      var place = rest
      if let end = rest.firstIndex(where: { $0 == "@" || $0 == "/" }), rest[end] == "@" {
        person = rest[..<end].prefix { $0 != ":" } + "@"
        place = rest[rest.index(after: end)...]
      }
      let question = place.firstIndex(of: "?") ?? place.endIndex
      // A password's own @ and / are written %40 and %2F. Where they are not, libpq takes half the
      // password for a host or a port, and says so aloud.
      guard !place[..<question].contains("@") else { return nil }
      // Names of settings may be written in % too, for which nobody but a hider has a reason.
      let settings = place[question...].dropFirst().split(separator: "&").filter {
        !$0.contains("password") && !$0.prefix { $0 != "=" }.contains("%")
      }
      return url[..<scheme.upperBound] + person + place[..<question]
        + (settings.isEmpty ? "" : "?" + settings.joined(separator: "&"))
    }
  }
#endif
