import ArgumentParser
import Gendan
import GendanOutput

/// `dept`: the departments that are told, and whom to talk to there.
struct DepartmentCommand: NounCommand {
  static let word = "dept"
  static let chinese = ["部门", "部門"]
  static let about = Text("departments and their contacts", "部门和联系人", "部門和聯絡人")
  static let verbs: [any BookCommand.Type] = [
    DepartmentAdd.self, DepartmentList.self, DepartmentSet.self,
  ]
}

/// Registers a department.
struct DepartmentAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "dept.add", word: "add", chinese: ["新增"],
    about: Text("register a department", "登记部门", "登記部門"), usage: "NAME [--contact WHO]",
    examples: ["dept add 物料部 --contact 周丽"], part: .admin, right: .supervise)

  @Argument var words: [String] = []
  @Option var contact: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let name = try words.name(Noun.department.words, try: "gendan dept add 物料部")
    return try desk.write { writing, answer in
      try writing.addDepartment(name, contact: contact.filled)
      answer.echo = [
        Text("department ", "已登记部门 ", "已登記部門 ") + name + Text(" registered", "", "")
          + (contact.filled.map { ", \($0)" } ?? "")
      ]
    }
  }
}

/// Every department, whom to talk to there, and who works there.
struct DepartmentList: BookCommand {
  static let sheet = CommandSheet(
    id: "dept.list", word: "list", chinese: ["列表"],
    about: Text("list departments", "列出部门", "列出部門"), usage: "", examples: ["dept list"], part: .admin)

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let people = Dictionary(grouping: try Member.all(in: reading.db).filter(\.isActive), by: \.department)
      let listing = Listing<Department>(
        id: "departments", language: desk.language,
        fields: [
          .init("name", Noun.department.heading) { Cell($0.name) },
          .init("contact", CustomerField.contact.heading) { Cell(optional: $0.contact) },
          .init("people", Text("People", "人员", "人員"), shrinks: true) { department in
            let names = (people[department.name] ?? []).map(\.user.name)
            return Cell(names.joined(separator: ", "), value: .array(names.map { .string($0) }))
          },
        ])
      return Answer("departments", listing.list(try Department.all(in: reading.db)))
    }
  }
}

/// Says whom to talk to in a department.
struct DepartmentSet: BookCommand {
  static let sheet = CommandSheet(
    id: "dept.set", word: "set", chinese: ["改"],
    about: Text("change a department's contact", "改部门联系人", "改部門聯絡人"), usage: "NAME contact=WHO",
    examples: ["dept set 物料部 contact=周丽"], part: .admin, right: .supervise)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  /// What can be changed about a department.
  private enum Word: String, CaseIterable, Worded {
    case contact

    var words: Text { CustomerField.contact.words }
  }

  func run(at desk: Desk) throws -> Answer {
    let (name, values) = try FieldValue.read(words, try: "gendan dept set 物料部 contact=周丽")
    return try desk.write { writing, answer in
      let old = try Department.named(name, in: writing.db)
      var contact = old.contact
      for value in values {
        _ = try value.key(Word.self)
        contact = Optional(value.value).filled
      }
      if contact != old.contact { try writing.set(old, contact: contact) }
      var echo = FieldEcho()
      echo.add(Word.contact.words, old.contact, contact)
      answer.echo = [echo.line(old.name)]
    }
  }
}
