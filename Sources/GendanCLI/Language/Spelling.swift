import Gendan

/// What may be typed for an id: the id itself, its word in any language, or its initials.
enum Spelling {
  /// The id that a text spells; nil where it spells none.
  static func match<T: RawRepresentable & CaseIterable & Worded>(
    _ text: String, initials: (T) -> String? = { _ in nil }
  ) -> T? where T.RawValue == String {
    let word = folded(text)
    return T.allCases.first { id in
      folded(id.rawValue) == word || id.words.all.contains { folded($0) == word } || initials(id) == word
    }
  }

  /// The id that a text spells; throws a complaint that lists what may be typed.
  static func read<T: RawRepresentable & CaseIterable & Worded>(
    _ text: String, as kind: Text, initials: (T) -> String? = { _ in nil }
  ) throws -> T where T.RawValue == String {
    if let match = match(text, initials: initials) { return match }
    let known = T.allCases.map { id -> Text in
      let label = id.words
      // A rule's name is a sentence, and would hide the others.
      return label.simplified.count <= 6
        ? Text(id.rawValue, "\(id.rawValue) \(label.simplified)", "\(id.rawValue) \(label.traditional)")
        : Text(verbatim: id.rawValue)
    }.joined(", ")
    throw Complaint(
      .usage,
      Text("no ", "没有这样的", "沒有這樣的")
        + Text(kind.english.lowercased(), kind.simplified, kind.traditional)
        + Text(" \"\(text)\"", ": \"\(text)\"", ": \"\(text)\""),
      facts: [Text("known: ", "可用: ", "可用: ") + known])
  }
}
