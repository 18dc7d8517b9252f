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
        .init("role", Text("Role", "权限", "權限")) { Cell(id: $0.user.role, language) },
        .init("department", Text("Department", "部门", "部門"), priority: 2) { Cell(optional: $0.department) },
        .init("language", Text("Language", "语言", "語言"), priority: 3) { Cell(optional: $0.user.language) },
        .init("active", Text("Active", "在用", "在用"), priority: 1) { Cell(flag: $0.isActive, language) },
      ])
  }
}
