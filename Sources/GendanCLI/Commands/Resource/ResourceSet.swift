import ArgumentParser
import Gendan

/// Registers a resource.
struct ResourceAdd: BookCommand {
  static let sheet = CommandSheet(
    id: "resource.add", word: "add", chinese: ["新增"],
    about: Text("register a resource", "登记资源", "登記資源"), usage: "CODE [FIELD=VALUE…]",
    examples: [
      "resource add CNC1 name=立加一号 dept=机加车间", "resource add 电镀厂 outside=yes",
      "resource add 装配线 places=2 shifts=8:00-12:00,13:00-21:00",
    ], part: .admin, right: .produce)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let example = "gendan resource add CNC1 dept=机加车间"
    let (name, values) = try FieldValue.parted(words, try: example)
    let code = try [name].name(Noun.resource.words, try: example)
    return try desk.write { writing, answer in
      let resource = try writing.addResource(code, try ResourceWord.change(values, in: writing))
      answer.echo = [
        Noun.resource.words
          + Text(verbatim: " " + (resource.name == resource.code ? "" : "\(resource.code) ") + resource.name)
      ]
    }
  }
}

/// Changes a resource.
struct ResourceSet: BookCommand {
  static let sheet = CommandSheet(
    id: "resource.set", word: "set", chinese: ["改"],
    about: Text("change a resource", "改资源", "改資源"), usage: "CODE FIELD=VALUE…",
    examples: ["resource set CNC1 places=2 efficiency=85%", "resource set CNC1 active=no"], part: .admin,
    right: .produce)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (name, values) = try FieldValue.read(words, try: "gendan resource set CNC1 places=2")
    return try desk.write { writing, answer in
      let old = try Resource.named(name, in: writing.db)
      let new = try writing.set(old, try ResourceWord.change(values, in: writing))
      var echo = FieldEcho()
      for word in ResourceWord.allCases { echo.add(word.words, word.text(of: old), word.text(of: new)) }
      answer.echo = [echo.line(old.code)]
    }
  }
}

/// What can be said of a resource.
enum ResourceWord: String, CaseIterable, Worded {
  case name, dept, places, efficiency, shifts, outside, active

  var words: Text {
    switch self {
    case .name: Text("name", "名称", "名稱")
    case .dept: Text("dept", "部门", "部門")
    case .places: Text("places", "并行数", "並行數")
    case .efficiency: Text("efficiency", "效率", "效率")
    case .shifts: Text("shifts", "班次", "班次")
    case .outside: Text("outside", "外协", "外協")
    case .active: Text("active", "在用", "在用")
    }
  }

  /// What the typed fields change.
  static func change(_ values: [FieldValue], in writing: Writing) throws -> ResourceChange {
    var change = ResourceChange()
    for value in values { try (value.key() as ResourceWord).put(value, into: &change, in: writing) }
    return change
  }

  private func put(_ typed: FieldValue, into change: inout ResourceChange, in writing: Writing) throws {
    switch self {
    case .name: change.name = try typed.required()
    case .dept:
      change.department = .some(typed.value.isEmpty ? nil : try writing.department(typed.value))
    case .places:
      guard let places = Int(folded(typed.value)), 1...1000 ~= places else {
        throw Self.unreadable(typed, Text("1 to 1000", "1 到 1000", "1 到 1000"), try: "places=2")
      }
      change.places = places
    case .efficiency:
      let points = try DecimalText.parse(folded(typed.value).replacing("%", with: ""), decimals: 2)
      guard 100...100_000 ~= points else {
        throw Self.unreadable(typed, Text("1 to 1000 %", "1 到 1000 %", "1 到 1000 %"), try: "efficiency=85%")
      }
      change.efficiency = Int(points)
    case .shifts:
      let text = folded(typed.value)
      guard text.isEmpty || WorkingHours.spans(text) != nil else {
        throw Self.unreadable(
          typed, Text("hours in their order", "按先后写的时段", "按先後寫的時段"),
          try: "shifts=8:00-12:00,13:00-21:00")
      }
      change.shifts = .some(text.isEmpty ? nil : text)
    case .outside: change.isOutside = try Answers.isYes(typed.value)
    case .active: change.isActive = try Answers.isYes(typed.value)
    }
  }

  private static func unreadable(_ typed: FieldValue, _ range: Text, try example: String) -> Complaint {
    Complaint(
      .usage,
      Text(
        "\"\(typed.value)\" is no \(typed.field)", "\"\(typed.value)\" 不能作 \(typed.field)",
        "\"\(typed.value)\" 不能作 \(typed.field)"),
      facts: [range], try: example)
  }

  func text(of resource: Resource) -> String? {
    switch self {
    case .name: resource.name
    case .dept: resource.department
    case .places: String(resource.places)
    case .efficiency: Percent.text(Int64(resource.efficiency)) + "%"
    case .shifts: resource.shifts
    case .outside: Answers(resource.isOutside).rawValue
    case .active: Answers(resource.isActive).rawValue
    }
  }
}
