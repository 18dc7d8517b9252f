import Gendan
import GendanOutput

extension AgreedField: Worded {
  var words: Text {
    if let word = OrderWord(rawValue: rawValue) { return word.words }
    return self == .discount ? Text("Discount", "折扣", "折扣") : OrderField.product.words
  }
}

extension [Amendment.Change] {
  /// `1 Qty 1000 -> 1300, +3 P-88 Qty 200, -2 P-90`: a line that was added or dropped is told as one.
  var words: Text {
    var parts: [Text] = []
    for change in self {
      let isNew = contains { $0.line == change.line && $0.field == .product && $0.old == nil }
      let isGone = contains { $0.line == change.line && $0.field == .product && $0.new == nil }
      let line = change.line.map { "\($0) " } ?? ""
      if change.field == .product {
        parts.append(Text(verbatim: (isNew ? "+" : "-") + line + (change.new ?? change.old ?? "")))
      } else if isNew, let last = parts.popLast() {
        parts.append(last + " " + change.field.words + " \(change.new ?? "-")")
      } else if !isGone {
        parts.append(
          Text(verbatim: line) + change.field.words + " \(change.old ?? "-") -> \(change.new ?? "-")")
      }
    }
    return parts.joined(", ")
  }

  /// For machines.
  var json: JSON {
    func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    return .array(
      map { change in
        [
          "line": change.line.map { .integer(Int64($0)) } ?? .null, "field": .string(change.field.rawValue),
          "old": text(change.old), "new": text(change.new),
        ]
      })
  }
}

extension Amendment {
  /// `version 2: 1 Qty 1000 -> 1300`.
  var words: Text {
    Text("version \(version): ", "第 \(version) 版: ", "第 \(version) 版: ") + changes.words
  }
}

/// What an amendment changed and touches, before it is confirmed and after.
struct AmendmentPage {
  private let order: Order
  private let amendment: Amendment
  private let impact: AmendmentImpact
  private let dates: DateWords
  private let replaced: [Text]
  private let utcOffset: Int

  init(_ order: Order, _ made: AmendmentMade, at desk: Desk, in reading: Reading) throws {
    self.order = order
    amendment = made.amendment
    impact = made.impact
    let dates = try desk.dateWords(reading)
    self.dates = dates
    utcOffset = reading.utcOffset
    replaced = try impact.replaced.map { end in
      let (done, all) = (end.old.quantity.with(end.old.good).text, end.old.quantity.text)
      let old = Text(
        "\(end.old.no) ends at \(done) of \(all)", "\(end.old.no) 做到 \(done)/\(all) 为止",
        "\(end.old.no) 做到 \(done)/\(all) 為止")
      guard let new = end.new else {
        return old + Text(", nothing is left to make", ", 不用再做", ", 不用再做")
      }
      return old + "; " + (try WorkRelease.echo(new, dates, in: reading))
    }
  }

  /// The change, and a line for each kind of thing that it touches.
  var lines: [Text] {
    let touched = replaced + amounts + [told, review].compactMap { $0 }
    return [order.label + amendment.words] + touched.map { Text(verbatim: "  ") + $0 }
  }

  /// What is touched, in one line: what a question needs where nobody sees the others.
  var brief: Text {
    var parts: [Text] = []
    let made = impact.replaced.map(\.old.no)
    if !made.isEmpty {
      parts.append(Text("in production ", "在产 ", "在產 ") + made.joined(separator: " "))
    }
    if !impact.shipped.isEmpty {
      parts.append(Text("partly shipped, which stays so", "已发部分收不回", "已出部分收不回"))
    }
    if !impact.departments.isEmpty {
      let count = impact.departments.count
      parts.append(Text("\(count) departments are told", "通知 \(count) 个部门", "通知 \(count) 個部門"))
    }
    if !impact.signers.isEmpty {
      let count = impact.signers.count
      parts.append(Text("\(count) signatures are asked for", "新版要 \(count) 个签字", "新版要 \(count) 個簽字"))
    }
    return parts.isEmpty ? amendment.words : parts.joined(", ")
  }

  private func line(_ number: Int) -> Text { Text("line \(number): ", "第 \(number) 行: ", "第 \(number) 行: ") }

  private var amounts: [Text] {
    impact.shipped.map(left) + impact.surplus.map(beyond) + impact.uncovered.map(unmade)
      + impact.cartons.map(words) + impact.promised.map(words)
  }

  private func left(_ part: AmendmentImpact.Part) -> Text {
    let quantity = part.quantity.text
    return line(part.line)
      + Text("\(quantity) have left, which stays so", "已发 \(quantity), 收不回", "已出 \(quantity), 收不回")
  }

  private func beyond(_ part: AmendmentImpact.Part) -> Text {
    let quantity = part.quantity.text
    return line(part.line)
      + Text("\(quantity) more than ordered are made", "多做 \(quantity)", "多做 \(quantity)")
  }

  private func unmade(_ part: AmendmentImpact.Part) -> Text {
    let quantity = part.quantity.text
    return line(part.line)
      + Text(
        "\(quantity) are in nobody's production: ", "\(quantity) 没有安排生产: ", "\(quantity) 沒有安排生產: ")
      + "gendan release \(order.no)"
  }

  private func words(_ promised: AmendmentImpact.Promised) -> Text {
    let day = dates.short(promised.day)
    return line(promised.line)
      + (promised.isNew
        ? Text("promised anew \(day)", "重新答复交期 \(day)", "重新答覆交期 \(day)")
        : Text("the promise of \(day) stands", "答复交期 \(day) 不变", "答覆交期 \(day) 不變"))
  }

  private func words(_ cartons: AmendmentImpact.Cartons) -> Text {
    func count(_ number: Int64?) -> String { number.map { String($0) } ?? "-" }
    let change = "\(count(cartons.before)) -> \(count(cartons.after))"
    let text = line(cartons.line) + Text("cartons \(change)", "箱数 \(change)", "箱數 \(change)")
    guard let before = cartons.before, let after = cartons.after else { return text }
    let more = abs(after - before)
    return text
      + (after > before
        ? Text(", \(more) more", ", 多 \(more) 箱", ", 多 \(more) 箱")
        : Text(", \(more) fewer", ", 少 \(more) 箱", ", 少 \(more) 箱"))
  }

  private var told: Text? {
    guard !impact.departments.isEmpty else { return nil }
    let names = impact.departments.joined(separator: ", ")
    let text = Text("told: ", "通知 ", "通知 ") + names
    guard let due = impact.acknowledgeBy else { return text }
    return text + Text("; to acknowledge by ", "; 签收限 ", "; 簽收限 ") + dates.time(due, utcOffset: utcOffset)
  }

  private var review: Text? {
    var parts: [Text] = []
    if !impact.asked.isEmpty {
      parts.append(Text("asked again: ", "重新确认 ", "重新確認 ") + impact.asked.map(\.words).joined(", "))
    }
    if !impact.signers.isEmpty {
      parts.append(Text("to sign it: ", "新版要签 ", "新版要簽 ") + impact.signers.map(\.words).joined(", "))
    }
    return parts.isEmpty ? nil : parts.joined("; ")
  }

  /// For machines.
  var json: JSON {
    func number(_ number: Int64?) -> JSON { number.map { .integer($0) } ?? .null }
    func parts(_ parts: [AmendmentImpact.Part]) -> JSON {
      .array(parts.map { ["line": number(Int64($0.line)), "qty": .decimal($0.quantity.plain)] })
    }
    let members: [JSON.Member] = [
      .init("version", number(Int64(amendment.version))), .init("side", .string(amendment.side.rawValue)),
      .init("reason", .string(amendment.reason)), .init("made", .string(amendment.madeOn.description)),
      .init("changes", amendment.changes.json), .init("replaced", .array(impact.replaced.map(Self.json))),
      .init("shipped", parts(impact.shipped)), .init("surplus", parts(impact.surplus)),
      .init("uncovered", parts(impact.uncovered)),
      .init(
        "promised",
        .array(
          impact.promised.map { promised -> JSON in
            [
              "line": number(Int64(promised.line)), "promise": .string(promised.day.description),
              "is_new": .bool(promised.isNew),
            ]
          })),
      .init(
        "cartons",
        .array(
          impact.cartons.map { cartons -> JSON in
            [
              "line": number(Int64(cartons.line)), "before": number(cartons.before),
              "after": number(cartons.after),
            ]
          })),
      .init("departments", .array(impact.departments.map { .string($0) })),
      .init("acknowledge_by", impact.acknowledgeBy.map { .string($0.description) } ?? .null),
      .init("signers", .array(impact.signers.map { .string($0.rawValue) })),
      .init("asked", .array(impact.asked.map { .string($0.rawValue) })),
    ]
    return .object(members)
  }

  private static func json(_ end: AmendmentImpact.Replaced) -> JSON {
    [
      "no": .string(end.old.no), "qty": .decimal(end.old.quantity.plain),
      "good": .decimal(end.old.quantity.with(end.old.good).plain),
      "successor": end.new.map { .string($0.no) } ?? .null,
      "successor_qty": end.new.map { .decimal($0.quantity.plain) } ?? .null,
    ]
  }
}
