import ArgumentParser
import Gendan
import GendanOutput

/// Registers a person; a supervisor does, and nobody gives more than they have.
struct UserAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "user.add", word: "add", chinese: ["新增"],
    about: Text("register a user", "登记用户", "登記使用者"),
    usage: "LOGIN [NAME] [--role ROLE,…] [--dept D] [--boss LOGIN] [--lang en|zh-Hans|zh-Hant]",
    examples: [
      "user add lijia 李佳 --role clerk --dept 销售部",
      "user add wang --role supervisor,purchasing --boss zhou",
    ],
    part: .admin, right: .supervise)

  @Argument var words: [String] = []
  @Option var role: String?
  @Option var dept: String?
  @Option var boss: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let login = try Array(words.prefix(1)).name(
      Text("the login", "登录名", "登入名"), try: "gendan user add lijia 李佳")
    let name = words.dropFirst().joined(separator: " ").filledText ?? login
    let roles = try UserWord.roles(role ?? Role.clerk.rawValue)
    return try desk.write { writing, answer in
      let namesake = try Member.all(in: writing.db).first { $0.user.name == name }
      if !roles.isDisjoint(with: UserWord.entrusted) { try writing.require(.administer) }
      let department = try dept.filled.map { try writing.department($0) }
      // The one global option that is about the person here: what gendan says to them.
      let language = try UserWord.language(global.lang ?? "", try: "--lang zh-Hans")
      try writing.addUser(
        login: login, name: name, roles: roles, department: department, language: language)
      if let boss = try boss.filled.map({ try User.named($0, in: writing.db) }) {
        var change = UserChange()
        change.boss = .some(boss.id)
        try writing.set(user: login, change)
      }
      answer.echo = [
        Text("user ", "已登记用户 ", "已登記使用者 ") + "\(login) \(name), " + roles.words
          + (language.map { ", " + $0 } ?? "") + Text(", registered", "", "")
      ]
      answer.warnings = namesake.map { [.namesake($0.user.login, try: "gendan user list")] } ?? []
      answer.extra = [.init("login", .string(login))]
    }
  }
}
