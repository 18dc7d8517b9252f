import Gendan

/// What a source's word for an order's state says of the facts.
enum OrderStatusWord: String, CaseIterable, Worded {
  case shipped, closed, cancelled, onHold = "on-hold", open

  var words: Text {
    switch self {
    case .shipped: Text("Shipped", "已发货", "已出貨")
    case .closed: Text("Closed", "已结案", "已結案")
    case .cancelled: Text("Cancelled", "已取消", "已取消")
    case .onHold: Text("On Hold", "暂停", "暫停")
    case .open: Text("In Process", "生产中", "生產中")
    }
  }

  private var synonyms: [String] {
    switch self {
    case .shipped: ["Resolved", "Disputed", "Delivered", "发货", "出货", "已出货", "出貨"]
    case .closed: ["Complete", "Completed", "结案", "結案", "完成", "已完成"]
    case .cancelled: ["Canceled", "取消", "作废", "作廢"]
    case .onHold: ["Hold", "Held", "已暂停", "已暫停"]
    case .open:
      [
        "In production", "Processing", "Open", "New", "Released", "part-shipped", "Part shipped", "已接单",
        "已接單", "进行中", "進行中", "部分发货", "部分出貨",
      ]
    }
  }

  /// The state that a word of a file means.
  init?(_ word: String) {
    guard let match = Self.byWord[folded(word)] else { return nil }
    self = match
  }

  private static let byWord = Dictionary(
    allCases.flatMap { id in ([id.rawValue] + id.words.all + id.synonyms).map { (folded($0), id) } },
    uniquingKeysWith: { first, _ in first })
}
