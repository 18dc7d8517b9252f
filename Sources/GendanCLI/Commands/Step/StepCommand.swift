import ArgumentParser
import Gendan
import GendanOutput

/// `step`: what is reported of the steps of production, beside the daily `start`, `progress` and `done`.
struct StepCommand: NounCommand {
  static let word = "step"
  static let chinese = ["工序"]
  static let about = Text("reports of progress", "报工记录", "報工記錄")
  static let verbs: [any BookCommand.Type] = [StepList.self, StepReverse.self, StepFeed.self, StepScan.self]
}

extension Desk {
  /// The order or production order that a file or a scanner names: by its number, the end of it, or the customer's,
  /// and never by a row of a list or by what was touched last.
  func work(named text: String, in reading: Reading) throws -> any Producible {
    switch Reference(text) {
    case .number, .customerPO:
      var words = [text]
      return try work(&words, in: reading)
    default: throw BookError.notFound(.order, text, near: [])
    }
  }
}

extension Producible {
  /// Good pieces as they are typed, above zero, in the product's smallest unit.
  func pieces(_ text: String, in reading: Reading) throws -> Int64 {
    let decimals = try productions(in: reading.db).first?.quantity.decimals ?? 0
    let good = try DecimalText.parse(text, decimals: decimals)
    guard good > 0 else {
      throw Complaint(
        .usage,
        Text("the quantity \"\(text)\" is not above zero", "数量 \"\(text)\" 要大于零", "數量 \"\(text)\" 要大於零"),
        try: "gendan step list \(no)", "gendan step reverse pNUMBER --reason TEXT")
    }
    return good
  }
}
