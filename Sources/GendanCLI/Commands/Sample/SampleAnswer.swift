import ArgumentParser
import Gendan
import GendanOutput

/// Notes that a sample left for the customer (R-120).
struct SampleSend: BookCommand {
  static let sheet = CommandSheet(
    id: "sample.send", word: "send", chinese: ["寄送"],
    about: Text("note that a sample was sent", "登记寄样", "登記寄樣"),
    usage: "NO [--carrier C] [--no WAYBILL] [--on DATE] [--require TEXT]",
    examples: ["sample send S2603-0001 --carrier 顺丰 --no SF123456"], part: .follow)

  @Argument var words: [String] = []
  @Option var carrier: String?
  @Option(name: .customLong("no")) var tracking: String?
  @Option var on: String?
  @Option var require: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.actOnSample(words) { sample, writing, dates in
      var sending = SampleSending(day: try desk.factDay(on, in: writing) ?? writing.today)
      sending.carrier = carrier.filled
      sending.tracking = tracking.filled
      sending.requirement = require.filled
      let sample = try writing.send(sample, sending)
      let by = [sending.carrier, sending.tracking].compactMap { $0 }.joined(separator: " ")
      let ask = sending.day.adding(days: try writing.settings().number(.sampleDays))
      return (
        sample,
        desk.standing(sample, dates) + (by.isEmpty ? "" : ", " + by)
          + Text(", ask on ", ", 回访 ", ", 回訪 ") + dates.full(ask)
      )
    }
  }
}

/// Notes that the customer was asked about a sample (R-122).
struct SampleFollow: BookCommand {
  static let sheet = CommandSheet(
    id: "sample.follow", word: "follow", chinese: ["回访", "回訪"],
    about: Text("note that the customer was asked", "登记样品回访", "登記樣品回訪"),
    usage: "NO [--note TEXT] [--on DATE]", examples: ["sample follow S2603-0001 --note 周五答复"], part: .follow)

  @Argument var words: [String] = []
  @Option var note: String?
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.actOnSample(words) { sample, writing, dates in
      let day = try desk.factDay(on, in: writing) ?? writing.today
      let sample = try writing.follow(sample, note: note.filled, on: day)
      let line = Sample.round(sample.round.number) + Text(" asked ", " 已回访 ", " 已回訪 ") + dates.full(day)
      return (sample, note.filled.map { line + ": " + $0 } ?? line)
    }
  }
}

/// Notes what was said of a sample (R-119, R-126).
struct SampleReplied: BookCommand {
  static let sheet = CommandSheet(
    id: "sample.answer", word: "answer", chinese: ["答复", "答覆"],
    about: Text("note that a sample was approved or rejected", "登记样品确认结果", "登記樣品確認結果"),
    usage: "NO approved|rejected [--note TEXT] [--by WHO] [--on \"DATE [HH:MM]\"]",
    examples: [
      "sample answer S2603-0001 approved", "sample answer S2603-0001 退回 --note logo偏色 --on \"3/13 10:20\"",
    ], part: .follow)

  @Argument var words: [String] = []
  @Option var note: String?
  @Option var on: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard words.count == 2 else {
      throw Complaint.missing(
        Text("the sample, and approved or rejected", "样品号, 和 确认 或 退回", "樣品號, 和 確認 或 退回"),
        try: "gendan sample answer \(words.first ?? "S2603-0001") approved")
    }
    let answer: SampleAnswer = try Spelling.read(words[1], as: Text("answer", "答复", "答覆"))
    return try desk.actOnSample([words[0]]) { sample, writing, dates in
      let moment = try desk.moment(on, in: writing)
      var reply = SampleReply(answer, on: moment.day, at: moment.at)
      reply.by = global.by.filled
      reply.note = note.filled
      let sample = try writing.answer(sample, reply)
      let line = reply.note.map { desk.standing(sample, dates) + ": " + $0 } ?? desk.standing(sample, dates)
      guard answer == .rejected else { return (sample, line) }
      let next = sample.productionNo.map { "gendan sample first \($0)" } ?? "gendan sample again \(sample.no)"
      return (sample, line + Text(", make it again: ", ", 再做: ", ", 再做: ") + next)
    }
  }
}
