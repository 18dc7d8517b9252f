/// A language that every screen speaks.
enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case simplified = "zh-Hans"
  case traditional = "zh-Hant"

  /// Reads a language or locale name such as zh_TW.UTF-8; nil where it names none of ours.
  init?(name: String) {
    let tag = name.split(separator: ".").first.map { $0.replacing("_", with: "-").lowercased() } ?? ""
    if tag.hasPrefix("zh") {
      let isTraditional = ["hant", "tw", "hk", "mo"].contains { tag.contains($0) }
      self = isTraditional ? .traditional : .simplified
    } else if tag.hasPrefix("en") || tag == "c" || tag == "posix" {
      self = .english
    } else {
      return nil
    }
  }
}

/// One message in every language: leaving one out does not compile. Traditional Chinese is a
/// translation of its own, not a conversion.
struct Text: Sendable, Equatable {
  let english: String
  let simplified: String
  let traditional: String

  init(_ english: String, _ simplified: String, _ traditional: String) {
    self.english = english
    self.simplified = simplified
    self.traditional = traditional
  }

  /// What reads the same everywhere: data, numbers, commands.
  init(verbatim text: String) { self.init(text, text, text) }

  subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .simplified: simplified
    case .traditional: traditional
    }
  }

  static func + (a: Text, b: Text) -> Text {
    Text(a.english + b.english, a.simplified + b.simplified, a.traditional + b.traditional)
  }

  static func + (a: Text, b: String) -> Text { a + Text(verbatim: b) }

  /// Every language's word, for input that is understood whatever the screen speaks.
  var all: [String] { [english, simplified, traditional] }
}

extension Sequence<Text> {
  /// The texts in one line, with a separator between.
  func joined(_ separator: String) -> Text {
    Text(
      map(\.english).joined(separator: separator), map(\.simplified).joined(separator: separator),
      map(\.traditional).joined(separator: separator))
  }
}
