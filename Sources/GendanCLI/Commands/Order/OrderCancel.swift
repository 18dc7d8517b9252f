import ArgumentParser
import Gendan

/// Cancels an order with its reason; what was shipped stays shipped.
struct OrderCancel: BookCommand {
  static let sheet = CommandSheet(
    id: "order.cancel", word: "cancel", chinese: ["取消"],
    about: Text("cancel an order", "取消订单", "取消訂單"), usage: "REF TEXT | REF --reason TEXT",
    examples: ["cancel 118 客户撤单", "cancel 118 --reason 客户撤单 --yes"], part: .taking)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (order, rest) = try desk.read { reading in
      var words = words
      return (try desk.reference(&words, in: reading).whole(for: Self.sheet), words)
    }
    guard let reason = global.reason.filled ?? rest.joined(separator: " ").filledText else {
      throw Complaint(
        .usage, Text("a cancellation needs a reason", "取消要写原因", "取消要寫原因"),
        try: "gendan cancel \(order.no) --reason TEXT")
    }
    guard order.closedOn == nil, !order.isCancelled else {
      throw Refusal.orderNotOpen(no: order.no, state: order.state)
    }
    let question = order.label + Text("cancel it?", "确定取消?", "確定取消?")
    if order.state == .taken {
      try desk.confirm(question)
    } else {
      // Work was done for it.
      try desk.confirm(question + " (" + order.state.words + ")", typing: order.no)
    }
    return try desk.write(reason: reason) { writing, answer in
      try writing.cancel(order, reason: reason)
      answer.echo = [order.label + Text("cancelled, \(reason)", "已取消, \(reason)", "已取消, \(reason)")]
      answer.touched = [order.no]
    }
  }
}

/// Closes orders that are shipped and received, and enters them in the register.
struct OrderClose: BookCommand {
  static let sheet = CommandSheet(
    id: "order.close", word: "close", chinese: ["结案", "結案"],
    about: Text("close a finished order", "结案", "結案"), usage: "REF…", examples: ["close 118", "close 3-7"],
    part: .delivery)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let orders = try desk.read { reading in
      try desk.references(only: words, in: reading).map { try $0.whole(for: Self.sheet) }
    }
    if orders.count > 3 {
      try desk.confirm(
        Text("close \(orders.count) orders?", "结案 \(orders.count) 单?", "結案 \(orders.count) 單?"))
    }
    return try desk.write { writing, answer in
      let dates = try desk.dateWords(writing)
      for order in orders {
        try writing.close(order)
        let line = try FinishedBusiness.line(of: order.id, in: writing)?.echo(dates) ?? Text(verbatim: "")
        answer.echo.append(
          order.label + Text("closed, registered: ", "已结案, 登记: ", "已結案, 登記: ") + line)
        answer.touched.append(order.no)
      }
    }
  }
}
