import ArgumentParser
import Gendan

/// Changes a person's role, department, language, or whether they may act.
struct UserSet: BookCommand {
  static let sheet = CommandSheet(
    id: "user.set", word: "set", chinese: ["改"],
    about: Text("change a user", "改用户", "改使用者"),
    usage: "LOGIN name=N role=R,…|+R|-R dept=D boss=LOGIN lang=L mail=ADDR active=yes|no",
    examples: ["user set lijia role=+purchasing", "user set lijia active=no"], part: .admin, right: .supervise
  )

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (name, values) = try FieldValue.read(words, try: "gendan user set lijia role=supervisor")
    return try desk.write { writing, answer in
      let old = try Member.named(name, in: writing.db)
      let change = try UserSet.change(values, of: old, in: writing)
      let roles = change.roles ?? old.user.roles
      if !old.user.roles.union(roles).isDisjoint(with: UserWord.entrusted) {
        try writing.require(.administer)
      }
      if old.user.roles.contains(.admin) && old.isActive,
        !roles.contains(.admin) || change.isActive == false,
        try writing.isLastAdmin(old.user.login)
      {
        throw Complaint(
          .refused,
          Text(
            "\(old.user.login) is the only admin", "\(old.user.login) 是唯一的管理员",
            "\(old.user.login) 是唯一的管理員"),
          facts: [Text("nothing was changed", "什么也没改", "什麼也沒改")],
          try: "gendan user set LOGIN role=admin")
      }
      try writing.set(user: old.user.login, change)
      let new = try Member.named(old.user.login, in: writing.db)
      answer.echo = [UserSet.echo(old, new).line("\(new.user.login) \(new.user.name)")]
    }
  }

  /// What differs from the person as they stand.
  private static func change(
    _ values: [FieldValue], of member: Member, in writing: Writing
  ) throws -> UserChange {
    var change = UserChange()
    for value in values {
      switch try value.key(UserWord.self) {
      case .name:
        let name = try value.required()
        change.name = name == member.user.name ? nil : name
      case .role:
        let roles = try UserWord.roles(value.required(), of: member.user.roles)
        change.roles = roles == member.user.roles ? nil : roles
      case .dept where value.value == member.department ?? "": change.department = nil
      case .dept:
        change.department = .some(value.value.isEmpty ? nil : try writing.department(value.value))
      case .boss where value.value == member.boss ?? "": change.boss = nil
      case .boss:
        change.boss = .some(value.value.isEmpty ? nil : try User.named(value.value, in: writing.db).id)
      case .lang:
        let language = try UserWord.language(value.value)
        change.language = language == member.user.language ? nil : .some(language)
      case .mail:
        let mail = value.value.isEmpty ? nil : try MailAddress.read(value.value)
        change.mail = mail == member.mail ? nil : .some(mail)
      case .active:
        let isActive = try Answers.isYes(value.required())
        change.isActive = isActive == member.isActive ? nil : isActive
      }
    }
    return change
  }

  private static func echo(_ old: Member, _ new: Member) -> FieldEcho {
    var echo = FieldEcho()
    echo.add(UserWord.name.words, old.user.name, new.user.name)
    echo.add(UserWord.role.words, old.user.roles.words, new.user.roles.words)
    echo.add(UserWord.dept.words, old.department, new.department)
    echo.add(UserWord.boss.words, old.boss, new.boss)
    echo.add(UserWord.lang.words, old.user.language, new.user.language)
    echo.add(UserWord.mail.words, old.mail, new.mail)
    echo.add(UserWord.active.words, Answers(old.isActive).words, Answers(new.isActive).words)
    return echo
  }
}
