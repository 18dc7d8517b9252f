import ArgumentParser
import Gendan
import GendanOutput

/// `what-if`: what a change would do to everything else; nothing is written.
struct WhatIfCommand: NounCommand {
  static let word = "what-if"
  static let chinese = ["假如"]
  static let about = Text("what a change would do to the rest", "假如这样, 其他订单会怎样", "假如這樣, 其他訂單會怎樣")
  static let verbs: [any BookCommand.Type] = [
    WhatIfRush.self, WhatIfDown.self, WhatIfSlip.self, WhatIfQuantity.self,
  ]
}

/// What it does to the others if an order is a rush order.
struct WhatIfRush: BookCommand {
  static let sheet = CommandSheet(
    id: "what-if.rush", word: "rush", chinese: ["插单", "插單"],
    about: Text("if an order goes first", "假如插急单", "假如插急單"), usage: "REF", examples: ["what-if rush 118"],
    part: .supervisor)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.whatIf { reading in
      var words = words
      return .rush(order: try desk.reference(&words, in: reading).order.no)
    }
  }
}

/// What it does if a resource stands still.
struct WhatIfDown: BookCommand {
  static let sheet = CommandSheet(
    id: "what-if.down", word: "down", chinese: ["停机", "停機"],
    about: Text("if a resource stands still", "假如设备停机", "假如設備停機"),
    usage: "RESOURCE [--on DATE] [--until DATE]", examples: ["what-if down CNC1 --until +3d"],
    part: .supervisor)

  @Argument var words: [String] = []
  @Option var on: String?
  @Option var until: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.whatIf { reading in
      let name = try words.name(Noun.resource.words, try: "gendan resource list")
      let resource = try Resource.named(name, in: reading.db)
      let from = try on.map { try desk.day($0, .plan, in: reading) } ?? reading.today
      let last = try until.map { try desk.day($0, .plan, in: reading) }
      return .down(resource.id, from: from, until: last)
    }
  }
}

/// What it does if a production order cannot begin before a day.
struct WhatIfSlip: BookCommand {
  static let sheet = CommandSheet(
    id: "what-if.slip", word: "slip", chinese: ["推迟", "推遲"],
    about: Text("if a production order begins later", "假如推迟开工", "假如推遲開工"), usage: "MO --to DATE",
    examples: ["what-if slip MO2603-0001 --to 3/20"], part: .supervisor)

  @Argument var words: [String] = []
  @Option var to: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.whatIf { reading in
      var words = words
      let production = try desk.production(&words, in: reading)
      guard let to = to.filled else {
        throw Complaint.missing(
          Text("--to DATE", "--to 日期", "--to 日期"), try: "gendan what-if slip \(production.no) --to +3wd")
      }
      return .slip(production.id, try desk.day(to, .plan, in: reading))
    }
  }
}

/// What it does if a production order is for another quantity.
struct WhatIfQuantity: BookCommand {
  static let sheet = CommandSheet(
    id: "what-if.quantity", word: "quantity", chinese: ["数量", "數量"],
    about: Text("if a production order is for more", "假如改数量", "假如改數量"), usage: "MO QTY",
    examples: ["what-if quantity MO2603-0001 1300"], part: .supervisor)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.whatIf { reading in
      var words = words
      let production = try desk.production(&words, in: reading)
      guard let text = words.first else {
        throw Complaint.missing(OrderField.qty.words, try: "gendan what-if quantity \(production.no) QTY")
      }
      return .quantity(production.id, try OrderNew.quantity(text, decimals: production.quantity.decimals))
    }
  }
}

/// Which promises a standstill or a problem breaks: from a cause to what it will do.
struct PlanAffects: BookCommand {
  static let sheet = CommandSheet(
    id: "plan.affects", word: "affects", chinese: ["影响", "影響"],
    about: Text("which orders a problem delays", "停机或异常影响哪些订单", "停機或異常影響哪些訂單"),
    usage: "RESOURCE | PROBLEM", examples: ["affects CNC1", "affects PB2603-0001"], part: .supervisor)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let name = try words.name(
        Noun.resource.words + ", " + Noun.problem.words, try: "gendan problem list")
      let difference: PlanDifference
      if let resource = try Resource.all(in: reading.db).first(where: { $0.code == name || $0.name == name })
      {
        difference = try reading.affected(by: resource)
      } else {
        difference = try reading.affected(by: try Problem.named(name, in: reading.db))
      }
      return try DifferencePage(desk, reading).answer("affects", difference)
    }
  }
}

extension Desk {
  /// Thinks a change through and tells what it would do.
  fileprivate func whatIf(_ change: (Reading) throws -> PlanChange) throws -> Answer {
    try read { reading in
      try DifferencePage(self, reading).answer("what_if", try reading.difference(try change(reading)))
    }
  }
}
