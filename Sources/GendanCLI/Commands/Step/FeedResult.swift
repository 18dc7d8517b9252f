import Gendan
import GendanOutput

/// What became of the lines of a feed, as it is told.
struct FeedResult {
  private let outcomes: [FeedLine.Outcome]

  init(_ outcomes: [FeedLine.Outcome]) { self.outcomes = outcomes }

  /// How many steps are told by name.
  private static let most = 20

  private func count(_ state: FeedLine.Outcome.State) -> Int { outcomes.count { $0.state == state } }

  /// The lines that cannot be posted.
  var refused: [FeedLine.Outcome] { outcomes.filter { $0.state == .refused } }
  /// The lines that are not posted: refused, or fed before.
  var leftOut: [FeedLine.Outcome] { outcomes.filter { $0.state != .posted } }

  /// The customers' orders, in the order of the lines.
  var orders: [String] {
    var seen: Set<String> = []
    return outcomes.compactMap(\.order).filter { seen.insert($0).inserted }
  }

  /// What the event is about: the orders, and production orders for stock.
  var subjects: [String] {
    orders + Set(outcomes.filter { $0.order == nil }.compactMap { $0.made?.production.no }).sorted()
  }

  /// Each step as its last line left it, and how many lines there were.
  var echo: [Text] {
    var places: [Identifier<Operation>: Int] = [:]
    var lines: [Text] = []
    for outcome in outcomes {
      guard let made = outcome.made, let label = outcome.label else { continue }
      let line = label + StepProgress.echo(made)
      if let place = places[made.operation.id] {
        lines[place] = line
      } else {
        places[made.operation.id] = lines.count
        lines.append(line)
      }
    }
    let rest = lines.count - Self.most
    let more =
      rest > 0 ? [Text("and \(rest) more steps", "还有 \(rest) 道工序", "還有 \(rest) 道工序")] : []
    return lines.prefix(Self.most) + more + [summary]
  }

  private var summary: Text {
    let posted = count(.posted)
    let same = count(.same)
    var text = Text(
      "\(posted) line\(posted == 1 ? "" : "s") posted", "已报工 \(posted) 行", "已報工 \(posted) 行")
    if same > 0 {
      text = text + Text(", \(same) fed before", ", 以前报过 \(same) 行", ", 以前報過 \(same) 行")
    }
    if !refused.isEmpty {
      text =
        text + Text(", \(refused.count) left out", ", 未写入 \(refused.count) 行", ", 未寫入 \(refused.count) 行")
    }
    return text
  }

  /// `line 3: more than ordered …`.
  private static func words(_ outcome: FeedLine.Outcome) -> Text {
    let number = outcome.line.number
    return Text("line \(number): ", "第 \(number) 行: ", "第 \(number) 行: ")
      + (outcome.reason?.what ?? Text(verbatim: ""))
  }

  /// Every line that cannot be posted: nothing was written.
  func complaint(line: String) -> Complaint {
    let count = leftOut.count
    var complaint = Complaint(
      .data,
      Text(
        "\(count) of \(outcomes.count) lines cannot be posted; nothing was written",
        "\(outcomes.count) 行里有 \(count) 行不能报工, 一行也没写入", "\(outcomes.count) 行裡有 \(count) 行不能報工, 一行也沒寫入"),
      facts: leftOut.map(Self.words))
    complaint.most = count
    if self.count(.posted) > 0 { complaint.tries.append("gendan \(line) --partial") }
    if refused.count < count { complaint.tries.append("gendan \(line) --again") }
    if complaint.tries.isEmpty { complaint.tries = ["gendan help scan"] }
    return complaint
  }

  /// Every line that was left out.
  var warning: Complaint {
    var complaint = Complaint(
      .data,
      Text(
        "note: \(refused.count) lines were left out", "注意: \(refused.count) 行未写入",
        "注意: \(refused.count) 行未寫入"), facts: refused.map(Self.words))
    complaint.most = refused.count
    return complaint
  }

  /// For machines: the counts, and every line.
  var members: [JSON.Member] {
    [
      .init("posted", .integer(Int64(count(.posted)))), .init("same", .integer(Int64(count(.same)))),
      .init("refused", .integer(Int64(count(.refused)))),
      .init(
        "rows",
        .array(
          outcomes.map { outcome in
            .object(
              outcome.line.json + [
                .init("state", .string(outcome.state.rawValue)),
                .init("entry", outcome.made?.entry.map { .string($0.no) } ?? .null),
                .init("reason", outcome.reason.map { .string($0.what[.english]) } ?? .null),
              ])
          })),
    ]
  }
}
