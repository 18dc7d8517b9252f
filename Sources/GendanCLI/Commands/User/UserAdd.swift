import ArgumentParser
import Gendan
import GendanOutput

/// Registers a person; a supervisor does, and nobody gives more than they have.
struct UserAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "user.add", word: "add", chinese: ["新增"],
    about: Text("register a user", "登记用户", "登記使用者"),
    usage: "LOGIN [--name N] [--role clerk|finance|supervisor|admin] [--dept D] [--lang en|zh-Hans|zh-Hant]",
    examples: ["user add lijia --name 李佳 --role clerk --dept 销售部", "user add wang --role supervisor"],
    part: .admin)

  @Argument var words: [String] = []
  @Option var name: String?
  @Option var role: String?
  @Option var dept: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let login = try words.name(
      Text("the login", "登录名", "登入名"), try: "gendan user add lijia --name 李佳")
    let name = self.name.filled ?? login
    let role = try UserWord.role(self.role ?? Role.clerk.rawValue)
    return try desk.write { writing, answer in
      try writing.require(max(.supervisor, role))
      let department = try dept.filled.map { try writing.department($0) }
      // The one global option that is about the person here: what gendan says to them.
      let language = try UserWord.language(global.lang ?? "")
      try writing.addUser(
        login: login, name: name, role: role, department: department, language: language)
      answer.echo = [
        Text("user ", "已登记用户 ", "已登記使用者 ") + "\(login) \(name), " + role.words
          + (language.map { ", " + $0 } ?? "") + Text(", registered", "", "")
      ]
      answer.extra = [.init("login", .string(login))]
    }
  }
}
