import ArgumentParser
import Gendan
import GendanOutput

/// Finds orders by words in number, customer, customer's number, product or note.
struct OrderFind: BookCommand {
  static let sheet = CommandSheet(
    id: "order.find", word: "find", short: "f", chinese: ["查"],
    about: Text("find orders by words", "按字查订单", "按字查訂單"), usage: "WORDS… [--all] [-L N]",
    examples: ["find 宏达 法兰", "find HD-26-0331 --all"], part: .morning)

  @Argument var words: [String] = []
  @Flag var all = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard !words.isEmpty else {
      throw Complaint(.usage, Text("what to find is missing", "缺少要查的字", "缺少要查的字"), try: "gendan find 宏达")
    }
    return try desk.read { reading in
      // Every word must be somewhere; notes are searched with the order they belong to.
      let terms = OrderFilter.all(words.map { .word($0) })
      func rows(_ state: OrderFilter) throws -> [OrderRow] {
        var list = OrderList(.now(reading.today))
        list.filter = .all([state, terms])
        list.limit = try desk.limit() ?? 200
        return try list.rows(in: reading)
      }
      let open = try rows(.state(.open))
      let rest = all || open.isEmpty ? try rows(.not(.state(.open))) : []
      var answer = try OrderListCommand.answer(open + rest, at: desk, in: reading, asOf: reading.today)
      answer.columns = ["row", "no", "customer", "po", "product", "qty", "due", "late", "status"]
      if open.isEmpty && rest.isEmpty { try answer.sayNothing(at: desk) }
      return answer
    }
  }
}
