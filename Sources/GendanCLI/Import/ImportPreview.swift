import Gendan
import GendanOutput

/// How an import is shown before it is written, and what is said once it is.
struct ImportPreview {
  let session: ImportSession
  let findings: ImportFindings
  /// The profile that was used.
  var profile: String?

  private var table: ImportTable { session.table }

  /// The lines of the preview: how the file is understood, how many rows of each kind, and the first
  /// changes and problems.
  var lines: [Text] {
    var lines = [title]
    lines.append(Text("  columns  ", "  列对应  ", "  欄對應  ") + table.mapping)
    if let more = session.lines {
      lines.append(Text("           ", "          ", "          ") + more.name + "  " + more.mapping)
    }
    let unused = table.unused
    if !unused.isEmpty {
      lines.append(Text("  unused   ", "  未用列  ", "  未用欄  ") + unused.joined(separator: ", "))
    }
    lines += merges.map { Text(verbatim: "  ") + $0 }
    lines.append(findings.counts)
    lines += findings.changes.prefix(limit(findings.changes.count)).map { changeLine($0) }
    lines += more(findings.changes.count, Text("changed", "改动", "變更"), show: "changed")
    lines += findings.problems.prefix(limit(findings.problems.count)).map {
      Text("  problem  ", "  问题  ", "  問題  ") + $0.summary
    }
    lines += more(findings.problems.count, Text("problem", "问题", "問題"), show: "bad")
    return lines
  }

  /// Three, or two and a line that tells how many more.
  private func limit(_ count: Int) -> Int { count <= 3 ? 3 : 2 }

  private func more(_ count: Int, _ label: Text, show: String) -> [Text] {
    guard count > 3 else { return [] }
    let rest = count - 2
    return [
      Text("  ", "  ", "  ") + label
        + Text(
          "  ...and \(rest) more (--show \(show))", "  ...还有 \(rest) 处 (--show \(show) 看全部)",
          "  ...還有 \(rest) 處 (--show \(show) 看全部)")
    ]
  }

  private var title: Text {
    let rows = table.rowCount
    var title =
      Text(verbatim: table.name + "  ") + sheet + session.kind.words
      + Text("  \(rows) row\(rows == 1 ? "" : "s")", "  \(rows) 行", "  \(rows) 行")
    if let more = session.lines {
      title =
        title + " + \(more.name)"
        + Text("  \(more.rowCount) rows", "  \(more.rowCount) 行", "  \(more.rowCount) 行")
    }
    if let profile {
      title = title + Text("  (profile \(profile))", "  (套用档案 \(profile))", "  (套用設定檔 \(profile))")
    }
    return title
  }

  /// `工作表 "3月"  `, where the file is a workbook.
  private var sheet: Text {
    guard let sheet = table.sheet else { return Text(verbatim: "") }
    return Text("sheet ", "工作表 ", "工作表 ") + "\"\(sheet)\"  "
  }

  /// That merged cells count for their first row, where some do.
  private var merges: [Text] {
    let all = table.loneMerges + (session.lines?.loneMerges ?? [])
    guard !all.isEmpty else { return [] }
    let some = all.prefix(3).joined(separator: ", ") + (all.count > 3 ? " ..." : "")
    return [
      Text("merged ", "合并单元格 ", "合併儲存格 ") + some
        + Text(
          ": the value counts for the first row (--fill-merged: for all of its rows)",
          ": 值只算在第一行 (--fill-merged: 每行都算)", ": 值只算在第一列 (--fill-merged: 每列都算)")
    ]
  }

  /// `  改动  HD-26-0331  数量 200 -> 260`.
  private func changeLine(_ change: ImportFindings.Change) -> Text {
    Text("  changed  ", "  改动  ", "  變更  ") + change.key + "  " + Self.words(of: change.field)
  }

  /// `要求交期 03-28 -> 03-20 (提前 8 天)`.
  static func words(of change: FieldChange) -> Text {
    let before = change.before.isEmpty ? "-" : change.before
    let text = change.field.words + " \(before) -> \(change.after)"
    guard let old = Day(change.before), let new = Day(change.after), new != old else { return text }
    let days = abs(new - old)
    return text
      + (new < old
        ? Text(" (\(days) d earlier)", " (提前 \(days) 天)", " (提前 \(days) 天)")
        : Text(" (\(days) d later)", " (推后 \(days) 天)", " (延後 \(days) 天)"))
  }

  /// What is asked before writing.
  func question(badFile: String?) -> Text {
    let rows = writtenRows
    let bad = findings.count(.bad)
    var text = Text("write \(rows) row\(rows == 1 ? "" : "s")?", "写入 \(rows) 行?", "寫入 \(rows) 行?")
    if let badFile {
      text = text + Text(" the \(bad) bad will be in ", " 有问题的 \(bad) 行会存到 ", " 有問題的 \(bad) 行會存到 ") + badFile
    }
    return text
  }

  /// How many rows change something.
  var writtenRows: Int { findings.count(.new) + findings.count(.changed) }

  /// What was written.
  func done(badFile: String?) -> [Text] {
    var text =
      Text(verbatim: table.name + ": ") + session.kind.words
      + Text(
        ", \(findings.count(.new)) new, \(findings.count(.changed)) changed, \(findings.count(.same)) same",
        ", 新增 \(findings.count(.new)), 改动 \(findings.count(.changed)), 没变 \(findings.count(.same))",
        ", 新增 \(findings.count(.new)), 變更 \(findings.count(.changed)), 沒變 \(findings.count(.same))")
    let bad = findings.count(.bad)
    if bad > 0, let badFile {
      text =
        text
        + Text(", \(bad) bad -> \(badFile)", ", \(bad) 行有问题 -> \(badFile)", ", \(bad) 行有問題 -> \(badFile)")
    }
    return [text]
  }

  /// The refusal of a file with bad rows, error 9 of the grammar.
  func complaint(line: String) -> Complaint {
    let count = findings.problemRowCount
    let rest = table.rowCount - findings.count(.bad)
    var facts = ImportProblem.lines(Array(findings.problems.prefix(limit(findings.problems.count))))
    if findings.problems.count > 3 {
      let more = findings.problems.count - 2
      facts.append(
        Text(
          "...and \(more) more: --show bad", "...还有 \(more) 处: --show bad", "...還有 \(more) 處: --show bad"))
    }
    facts += merges
    var complaint = Complaint(
      .data,
      Text(
        "\(count) row\(count == 1 ? "" : "s") of \(table.name) cannot be read; nothing was written",
        "\(table.name) 有 \(count) 行读不了, 一行也没写入", "\(table.name) 有 \(count) 行讀不了, 一行也沒寫入"),
      facts: facts,
      tries: ["gendan \(line) " + (rest > 0 ? "--partial" : "--show bad")])
    complaint.most = max(facts.count, 3)
    return complaint
  }

  /// The rows in a state, for `--show`.
  func document(_ state: ImportFindings.RowState, _ language: Language) -> Document {
    var table = Table(
      "rows",
      columns: [
        Column("row", Text("Row", "行", "行")[language], .trailing),
        Column("key", Text("Number", "编号", "編號")[language]),
        Column("field", Text("Field", "字段", "欄位")[language]),
        Column("before", Text("Book", "账本", "帳本")[language]),
        Column("after", Text("File", "文件", "檔案")[language]),
        Column("reason", Text("Problem", "问题", "問題")[language], shrinks: true),
      ])
    switch state {
    case .new, .same:
      for row in findings.states where row.state == state {
        table.rows.append(.cells([Self.cell(row.row), Cell(row.key)]))
      }
    case .changed:
      for change in findings.changes {
        table.rows.append(
          .cells([
            Self.cell(change.row), Cell(change.key),
            Cell(change.field.field.words[language], code: change.field.field.rawValue),
            Cell(change.field.before), Cell(change.field.after),
          ]))
      }
    case .bad:
      for problem in findings.problems {
        table.rows.append(
          .cells([
            Self.cell(problem.row), .none, problem.column.map { Cell($0.heading) } ?? .none, .none,
            Cell(problem.value), Cell(problem.reason[language]),
          ]))
      }
    }
    return Document([.table(table)])
  }

  private static func cell(_ number: Int) -> Cell { Cell(String(number), value: .integer(Int64(number))) }
}
