import Gendan

/// `FIELD=VALUE` as it is typed; an empty value clears the field.
struct FieldValue {
  /// The field's word, as it was typed.
  let field: String
  let value: String

  init?(_ word: String) {
    guard let sign = word.firstIndex(where: { $0 == "=" || $0 == "＝" }) else { return nil }
    field = String(word[..<sign].trimmed)
    value = String(word[word.index(after: sign)...].trimmed)
  }

  /// Parts `NAME FIELD=VALUE…`, both of which must be there.
  static func read(_ words: [String], try example: String) throws -> (name: String, values: [FieldValue]) {
    let (name, values) = try parted(words, try: example)
    guard !name.isEmpty, !values.isEmpty else {
      throw Complaint(
        .usage,
        name.isEmpty
          ? Text("say which one to change", "请写要改哪一个", "請寫要改哪一個")
          : Text("say what to change", "请写要改什么", "請寫要改什麼"), try: example)
    }
    return (name, values)
  }

  /// Parts `NAME FIELD=VALUE…`: the name may have several words, the values none that is not quoted.
  static func parted(_ words: [String], try example: String) throws -> (name: String, values: [FieldValue]) {
    let name = words.prefix { FieldValue($0) == nil }
    let rest = words.dropFirst(name.count)
    let values = rest.compactMap(FieldValue.init)
    if let word = rest.first(where: { FieldValue($0) == nil }) { throw loose(word, try: example) }
    return (name.joined(separator: " "), values)
  }

  /// The complaint about a word behind a value, which may be the rest of it.
  static func loose(_ word: String, try example: String) -> Complaint {
    Complaint(
      .usage,
      Text("\"\(word)\" belongs to no field", "\"\(word)\" 不知道属于哪一项", "\"\(word)\" 不知道屬於哪一項"),
      facts: [
        Text("quote a value that has spaces", "带空格的内容要加引号", "帶空格的內容要加引號")
      ], try: example)
  }

  /// The field that was meant, in any language; throws a complaint that lists the fields there are.
  func key<Field: RawRepresentable & CaseIterable & Worded>(
    _ type: Field.Type = Field.self
  ) throws -> Field where Field.RawValue == String {
    try Spelling.read(field, as: Text("field", "项目", "項目"))
  }

  /// The value, where it must not be empty.
  func required() throws -> String {
    guard value.isEmpty else { return value }
    throw Complaint(
      .usage, Text("\(field) cannot be empty", "\(field) 不能为空", "\(field) 不能為空"), try: "\(field)=…")
  }
}

/// The two answers to a question.
enum Answers: String, CaseIterable, Worded {
  case yes, no

  init(_ isYes: Bool) { self = isYes ? .yes : .no }

  var words: Text {
    switch self {
    case .yes: Text("yes", "是", "是")
    case .no: Text("no", "否", "否")
    }
  }

  /// Whether a text means yes; throws for one that means neither.
  static func isYes(_ text: String) throws -> Bool {
    let answer: Answers = try Spelling.read(text, as: Text("answer", "回答", "回答"))
    return answer == .yes
  }
}

/// A field before and after, as an echo tells it.
struct FieldEcho {
  private(set) var parts: [Text] = []

  var isEmpty: Bool { parts.isEmpty }

  /// `phone 0574-1 -> 0574-2`; nothing where it stays.
  mutating func add(_ label: Text, _ old: Text?, _ new: Text?) {
    let none = Text("(none)", "(无)", "(無)")
    if old != new { parts.append(label + " " + (old ?? none) + " -> " + (new ?? none)) }
  }

  mutating func add(_ label: Text, _ old: String?, _ new: String?) {
    add(label, old.filled.map(Text.init(verbatim:)), new.filled.map(Text.init(verbatim:)))
  }

  /// All of it after the name of the thing.
  func line(_ name: String) -> Text {
    let stays = Text("as it was", "照旧", "照舊")
    return Text(verbatim: name + ": ") + (parts.isEmpty ? stays : parts.joined(", "))
  }
}

extension Complaint {
  /// Something that has to be typed is missing.
  static func missing(_ what: Text, try examples: String...) -> Complaint {
    Complaint(
      .usage, Text("missing: ", "缺少: ", "缺少: ") + what, tries: examples)
  }
}

extension [String] {
  /// The words as the one name that they are; throws where there is none.
  func name(_ what: Text, try example: String) throws -> String {
    let name = String(joined(separator: " ").trimmed)
    guard !name.isEmpty else { throw Complaint.missing(what, try: example) }
    return name
  }
}

extension String? {
  /// The text without the spaces around it; nil where nothing is left.
  var filled: String? {
    flatMap { $0.trimmed.isEmpty ? nil : String($0.trimmed) }
  }
}
