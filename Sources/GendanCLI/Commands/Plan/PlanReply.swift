import ArgumentParser
import Gendan

/// Notes from when until when production says it makes a production order.
struct PlanReply: BookCommand {
  static let sheet = CommandSheet(
    id: "plan.reply", word: "reply", chinese: ["答复", "答覆"],
    about: Text("note production's start and finish", "记生产答复的排期", "記生產答覆的排期"),
    usage: "MO START FINISH [--note TEXT]",
    examples: ["plan reply MO2603-0001 3/17 3/25", "plan reply 0001 周三 +8wd --note 夜班"], part: .follow,
    right: .produce)

  @Argument var words: [String] = []
  @Option var note: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.write { writing, answer in
      var words = words
      let production = try desk.production(&words, in: writing)
      guard words.count >= 2 else {
        throw Complaint.missing(
          Text("the first and the last day", "开工日和完工日", "開工日和完工日"),
          try: "gendan plan reply \(production.no) +1wd +8wd")
      }
      let order = try production.customerOrder(in: writing.db)
      let start = try desk.day(words.removeFirst(), .plan, of: order, in: writing)
      let finish = try desk.day(words.joined(separator: " "), .plan, of: order, in: writing)
      try writing.answer(production, from: start, to: finish, note: note.filled)
      let dates = try desk.dateWords(writing)
      let count = try Commitment.of(production.id, in: writing.db).count
      var echo =
        Text("\(production.no): production begins ", "\(production.no): 生产答复开工 ", "\(production.no): 生產答覆開工 ")
        + dates.full(start)
      echo = echo + Text(", finishes ", ", 完工 ", ", 完工 ") + dates.echo(finish)
      if count > 1 { echo = echo + Text(", answer \(count)", ", 第 \(count) 次答复", ", 第 \(count) 次答覆") }
      answer.echo = [echo]
      if let order { answer.warnings = try desk.brokenPromise(of: order, in: writing) }
      answer.touched = production.orderNo.map { [$0] } ?? []
    }
  }
}

extension Desk {
  /// A warning where a promise stands before production says it is finished: the customer is told.
  func brokenPromise(of order: Order, in reading: Reading) throws -> [Complaint] {
    guard let fault = try reading.brokenPromise(of: order) else { return [] }
    return [Complaint(.ok, order.label + fault.words, try: "gendan delay open \(order.no) TEXT")]
  }
}
