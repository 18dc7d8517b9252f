/// A thing that people call by a code or a name, such as a department or a customer.
protocol Named {
  /// What kind of thing it is.
  static var noun: Noun { get }
  /// What people call it.
  var name: String { get }
  /// Its code and its name, the one to type first.
  var candidate: Candidate { get }
}

extension Named {
  /// The one of them that a text names: by its code or name, else by a part of the name that fits one.
  ///
  /// Throws `.notFound` with all of them, of which the CLI shows the nearest, or `.ambiguous` with those that fit.
  static func named(_ text: String, among all: [Self]) throws -> Self {
    let exact = all.filter { $0.candidate.name == text || $0.candidate.details.contains(text) }
    return try only(of: exact.isEmpty ? all.filter { $0.name.contains(text) } : exact, text) {
      all.map(\.candidate)
    }
  }

  /// The only one of what fits a text; throws as `named` does.
  static func only(of matches: [Self], _ text: String, near: () throws -> [Candidate]) throws -> Self {
    guard let match = matches.first else { throw BookError.notFound(noun, text, near: try near()) }
    guard matches.count == 1 else {
      throw BookError.ambiguous(noun, text, matches.prefix(5).map(\.candidate))
    }
    return match
  }
}
