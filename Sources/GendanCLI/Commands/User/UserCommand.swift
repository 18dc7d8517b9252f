import ArgumentParser
import Gendan

/// `user`: who works with the book, and what they may do.
struct UserCommand: NounCommand {
  static let word = "user"
  static let chinese = ["用户", "使用者"]
  static let about = Text("users and their roles", "用户和权限", "使用者和權限")
  static let verbs: [any BookCommand.Type] = [UserAdd.self, UserList.self, UserSet.self]
}

/// What can be changed about a user.
enum UserWord: String, CaseIterable, Worded {
  case name, role, dept, boss, lang, mail, active

  var words: Text {
    switch self {
    case .name: Text("name", "姓名", "姓名")
    case .role: Text("role", "权限", "權限")
    case .dept: Text("department", "部门", "部門")
    case .boss: Text("superior", "上级", "上級")
    case .lang: Text("language", "语言", "語言")
    case .mail: Text("mail", "邮箱", "信箱")
    case .active: Text("active", "在用", "在用")
    }
  }

  /// The roles that only an admin gives.
  static let entrusted: Set<Role> = [.admin, .finance, .generalManager]

  /// The roles that a text spells, with commas between; `+purchasing` adds to what somebody has, and
  /// `-purchasing` takes away.
  static func roles(_ text: String, of old: Set<Role> = []) throws -> Set<Role> {
    let words = text.split { $0 == "," || $0 == "，" }.map { String($0.trimmed) }
    let isChange = words.contains { $0.hasPrefix("+") || $0.hasPrefix("-") }
    var roles = isChange ? old : []
    for word in words {
      let spelled: Role = try Spelling.read(
        String(word.drop { $0 == "+" || $0 == "-" }), as: UserWord.role.words)
      if word.hasPrefix("-") { roles.remove(spelled) } else { roles.insert(spelled) }
    }
    guard roles.isEmpty else { return roles }
    throw Complaint.missing(UserWord.role.words, try: "role=clerk")
  }

  /// The language that a text names; nil for an empty one.
  static func language(_ text: String, try offer: String = "lang=zh-Hans") throws -> String? {
    if text.trimmed.isEmpty { return nil }
    guard let language = Language(name: folded(text)) else {
      throw Complaint(
        .usage, Text("no language \"\(text)\"", "没有语言 \"\(text)\"", "沒有語言 \"\(text)\""),
        facts: [
          Text("languages: ", "可用: ", "可用: ") + Language.allCases.map(\.rawValue).joined(separator: ", ")
        ], try: offer)
    }
    return language.rawValue
  }
}
