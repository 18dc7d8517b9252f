import ArgumentParser
import Gendan
import GendanOutput

/// Opens an order in the person's own editor, and asks about what was changed in it.
struct OrderEdit: BookCommand {
  static let sheet = CommandSheet(
    id: "order.edit", word: "edit", chinese: ["编辑", "編輯"],
    about: Text("edit an order in $EDITOR", "用编辑器改订单", "用編輯器改訂單"), usage: "REF [--reason TEXT]",
    examples: ["edit 118"], part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard let ask = desk.surroundings.ask, !global.noInput else {
      throw Complaint(
        .usage, Text("an editor needs a terminal", "编辑器要在终端里用", "編輯器要在終端機裡用"),
        try: "gendan set \(words.first ?? "118") FIELD=VALUE")
    }
    let (order, before) = try desk.read { reading in
      var words = words
      let order = try desk.reference(&words, in: reading).whole(for: Self.sheet)
      return (order, try EditedOrder(order, in: reading))
    }
    desk.remember(seen: [order.no])
    guard let changes = try edited(before, of: order, at: desk, ask), !changes.isEmpty else {
      return Answer([order.label + Text("nothing changed", "没有变化", "沒有變化")])
    }
    for change in changes { desk.surroundings.complain("  " + desk.say(change.words).printable) }
    try desk.confirm(order.label + Text("save this?", "存这些改动?", "存這些更動?"))
    return try desk.write { writing, answer in
      try Self.make(changes, of: order.no, at: desk, in: writing)
      answer.echo = [order.label + changes.map(\.words).joined(", ")]
      answer.touched = [order.no]
      answer.warnings = Complaint.unread(terms: changes.last { $0.place.field == .terms }?.new)
    }
  }

  /// Writes what was edited, a line after the other. Another may have changed the order meanwhile: only that is written.
  private static func make(
    _ changes: [EditedOrder.Change], of no: String, at desk: Desk, in writing: Writing
  ) throws {
    let lines = changes.map(\.place.line).reduce(into: [LinePart?]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    for line in lines {
      var named = [no]
      let order = try desk.reference(&named, in: writing).order
      var change = OrderChange()
      for edit in changes where edit.place.line == line {
        try edit.place.field.put(
          edit.new, into: &change, of: Referenced(order: order, line: line), at: desk, in: writing)
      }
      try writing.set(order, line: line, change)
    }
  }

  /// What the person changed; nil where they give up. A text that cannot be read, or saved, is edited again.
  private func edited(
    _ before: EditedOrder, of order: Order, at desk: Desk, _ ask: (String) -> String?
  ) throws -> [EditedOrder.Change]? {
    try TemporaryFolder.with(in: desk.environment("TMPDIR") ?? "/tmp") { folder in
      let path = folder + "/order.txt"
      let editor = desk.environment("VISUAL") ?? desk.environment("EDITOR") ?? "vi"
      try FileSystem.write(Array(before.text(desk.language).utf8), to: path, replacing: false)
      while true {
        desk.surroundings.runShell("\(editor) '\(path.replacing("'", with: "'\\''"))'")
        do {
          let changes = try before.changes(in: String(decoding: TextFile.read(path).bytes, as: UTF8.self))
          try desk.rehearse { try Self.make(changes, of: order.no, at: desk, in: $0) }
          return changes
        } catch {
          desk.complain(Complaint.of(error))
          let question = Text("edit it again? [Y/n] ", "再改一次? [Y/n] ", "再改一次? [Y/n] ")
          guard let answer = ask(desk.say(question)), ["", "y", "yes", "是"].contains(folded(answer)) else {
            return nil
          }
        }
      }
    }
  }
}

extension EditedOrder.Change {
  /// `line 1 quantity 200 -> 260`.
  var words: Text {
    var echo = FieldEcho()
    echo.add(place.field.words, old, new)
    let line = place.line.map { Text("line \($0) ", "第 \($0) 行 ", "第 \($0) 行 ") }
    return (line ?? Text("", "", "")) + echo.parts.joined(", ")
  }
}
