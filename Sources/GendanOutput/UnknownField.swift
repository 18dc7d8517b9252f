/// A field was asked for that the document does not have.
public struct UnknownField: Error, Sendable, Equatable {
  /// The name asked for.
  public var name: String
  /// The names there are, in the document's order.
  public var known: [String]

  /// An unknown field among the known ones.
  public init(name: String, known: [String]) {
    self.name = name
    self.known = known
  }

  /// Throws for the first of `names` that is not `known`.
  static func check(_ names: [String], known: [String]) throws(UnknownField) {
    guard let name = names.first(where: { !known.contains($0) }) else { return }
    var seen: Set<String> = []
    throw UnknownField(name: name, known: known.filter { seen.insert($0).inserted })
  }
}
