import ArgumentParser
import Gendan
import GendanOutput

/// Everybody who works, or worked, with the book.
struct UserList: BookCommand {
  static let sheet = CommandSheet(
    id: "user.list", word: "list", chinese: ["列表"],
    about: Text("list users", "列出用户", "列出使用者"),
    usage: "", examples: ["user list"], part: .admin)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      Answer("users", UserList.listing(desk.language).list(try Member.all(in: reading.db)))
    }
  }

  private static func listing(_ language: Language) -> Listing<Member> {
    Listing(
      id: "users", language: language,
      fields: [
        .init("login", Text("Login", "登录名", "登入名")) { Cell($0.user.login) },
        .init("name", Text("Name", "姓名", "姓名")) { Cell($0.user.name) },
        .init("roles", Text("Roles", "角色", "角色"), shrinks: true) { member in
          let ids = Role.allCases.filter(member.user.roles.contains).map { JSON.string($0.rawValue) }
          return Cell(member.user.roles.words[language], value: .array(ids))
        },
        .init("department", Text("Department", "部门", "部門"), priority: 2) { Cell(optional: $0.department) },
        .init("boss", Text("Superior", "上级", "上級"), priority: 4) { Cell(optional: $0.boss) },
        .init("language", Text("Language", "语言", "語言"), priority: 3) { Cell(optional: $0.user.language) },
        .init("mail", Text("Mail", "邮箱", "信箱"), priority: 5) { Cell(optional: $0.mail) },
        .init("active", Text("Active", "在用", "在用"), priority: 1) { Cell(flag: $0.isActive, language) },
      ])
  }
}
