import ArgumentParser
import Gendan
import GendanOutput

/// Shows an order: its dates, its lines, its steps, and what happened.
struct OrderShow: BookCommand {
  static let sheet = CommandSheet(
    id: "order.show", word: "show", short: "s", chinese: ["看"],
    about: Text("show an order", "看一张订单", "看一張訂單"), usage: "REF… [--all]",
    examples: ["show 118", "118", "show ^ --all"], part: .morning)

  @Argument var words: [String] = []
  @Flag var all = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var words = words
      let orders = try desk.references(&words, in: reading).map(\.order)
      if let left = words.first { throw desk.missingReference(left) }
      var blocks: [Document.Block] = []
      var json: [JSON] = []
      var rows: [OrderRow] = []
      for order in orders {
        let page = try OrderPage(order, at: desk, in: reading, showsAll: all)
        if !blocks.isEmpty { blocks += [.blank, .blank] }
        blocks += page.blocks
        json.append(page.json)
        rows += page.rows
      }
      let records = try OrderTable(desk, reading).table("lines", rows)
      var answer = Answer(
        "order", Document(blocks, json: .object([.init("orders", .array(json))]), records: records))
      answer.touched = orders.map(\.no)
      answer.title = Text("Order", "订单", "訂單")
      return answer
    }
  }
}
