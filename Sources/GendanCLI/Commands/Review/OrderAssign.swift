import ArgumentParser
import Gendan

/// Gives orders to a clerk: one by one, or all of another clerk's.
struct OrderAssign: BookCommand {
  static let sheet = CommandSheet(
    id: "order.assign", word: "assign", chinese: ["指派"],
    about: Text("give orders to a clerk", "把订单交给跟单员", "把訂單交給跟單員"),
    usage: "REF… --to CLERK | --from CLERK --to CLERK",
    examples: ["assign 118 --to lijia", "assign --from chenting --to lijia"], part: .supervisor,
    right: .supervise)

  @Argument var words: [String] = []
  @Option var to: String?
  @Option var from: String?
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    guard let to = to.filled else {
      var complaint = Complaint.missing(OrderField.clerk.words, try: "gendan assign 118 --to lijia")
      if words.count > 1, let last = words.last, Reference(last) == nil {
        complaint.mend = Complaint.placing(last, behind: "--to")
      }
      throw complaint
    }
    let (clerk, orders) = try desk.read { reading -> (User, [Order]) in
      let clerk = try User.named(to, in: reading.db)
      if let from = from.filled {
        return (clerk, try Order.open(of: try User.named(from, in: reading.db), in: reading.db))
      }
      return (clerk, try desk.references(only: words, in: reading).map(\.order))
    }
    if orders.count > 3 {
      try desk.confirm(
        Text(
          "give \(orders.count) orders to \(clerk.name)?", "把 \(orders.count) 张订单交给 \(clerk.name)?",
          "把 \(orders.count) 張訂單交給 \(clerk.name)?"))
    }
    return try desk.write { writing, answer in
      for order in orders { try writing.assign(order, to: clerk) }
      answer.touched = orders.map(\.no)
      let what =
        orders.count == 1
        ? orders[0].label : Text("\(orders.count) orders: ", "\(orders.count) 单: ", "\(orders.count) 單: ")
      answer.echo = [what + Text("clerk is ", "跟单员 ", "跟單員 ") + clerk.name]
    }
  }
}
