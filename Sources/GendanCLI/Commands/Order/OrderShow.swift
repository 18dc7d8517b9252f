import ArgumentParser
import Gendan
import GendanOutput

/// Shows an order: its dates, its lines, its steps, and what happened.
struct OrderShow: BookCommand {
  static let sheet = CommandSheet(
    id: "order.show", word: "show", short: "s", chinese: ["看"],
    about: Text("show an order", "看一张订单", "看一張訂單"),
    usage: "REF… [--steps] [--log] [--money] [--why] [--all]",
    examples: ["show 118", "118", "show ^ --all", "show 118 --log", "show 118 --steps --why"], part: .morning)

  @Argument var words: [String] = []
  @Flag var steps = false
  @Flag var log = false
  @Flag var money = false
  @Flag var why = false
  @Flag var all = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let orders = try desk.references(only: words, in: reading).map(\.order)
      var blocks: [Document.Block] = []
      var json: [JSON] = []
      var rows: [OrderRow] = []
      for order in orders {
        let page = try OrderPage(order, at: desk, in: reading, showsAll: all)
        if !blocks.isEmpty { blocks += [.blank, .blank] }
        blocks += steps || log || money || why ? try parts(of: page, at: desk) : page.blocks
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

  /// Only what was asked for, under the order's heading.
  private func parts(of page: OrderPage, at desk: Desk) throws -> [Document.Block] {
    func answer(_ id: String) throws -> [Document.Block] {
      let answer = try desk.answer(of: ReportName.command(id, [page.order.no]))
      return [.blank] + (answer.document?.blocks ?? [])
    }
    return try page.head + (steps ? page.stepBlocks : []) + (log ? page.logBlocks(isWhole: true) : [])
      + (money ? answer(PaymentAmount.sheet.id) : []) + (why ? answer(OrderWhy.sheet.id) : [])
  }
}
