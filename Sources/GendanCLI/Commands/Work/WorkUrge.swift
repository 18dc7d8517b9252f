import ArgumentParser
import Gendan

/// Asks the workshop to finish a production order by an earlier day (R-181).
struct WorkUrge: BookCommand {
  static let sheet = CommandSheet(
    id: "work.urge", word: "urge", chinese: ["加急"],
    about: Text("ask for an earlier finish", "要求加急", "要求加急"), usage: "MO --to DATE --reason TEXT",
    examples: ["work urge MO2603-0001 --to 3/20 --reason 客户停线"], part: .follow, right: .follow)

  @Argument var words: [String] = []
  @Option var to: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let example = "gendan work urge \(words.first ?? "MO") --to DATE --reason TEXT"
    let reason = try global.why(try: example)
    guard let to = to.filled else {
      throw Complaint.missing(Text("--to DATE", "--to 日期", "--to 日期"), try: example)
    }
    return try desk.write(reason: reason) { writing, answer in
      var words = words
      let production = try desk.production(&words, in: writing)
      let day = try desk.day(to, .plan, of: production.customerOrder(in: writing.db), in: writing)
      let (urge, count, told) = try writing.urge(production, to: day, reason: reason)
      let dates = try desk.dateWords(writing)
      var echo = Text("\(production.no): urged ", "\(production.no): 加急 ", "\(production.no): 加急 ")
      if let from = urge.fromOn { echo = echo + dates.short(from) + " -> " }
      echo = echo + dates.echo(day) + Text(", urge \(count)", ", 第 \(count) 次加急", ", 第 \(count) 次加急")
      if !told.isEmpty { echo = echo + Text(", told ", ", 已通知 ", ", 已通知 ") + told.joined(separator: ", ") }
      answer.echo = [echo]
      answer.touched = production.orderNo.map { [$0] } ?? []
    }
  }
}
