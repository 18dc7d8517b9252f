import ArgumentParser
import Gendan
import GendanOutput

/// `ship list`, `ship show`, `ship print`: what left, and its delivery notes.
struct ShipmentCommand: NounCommand {
  static let word = "shipment"
  static let chinese = ["送货单", "送貨單"]
  static let about = Text("what left, and its delivery notes", "已发的货和送货单", "已出的貨和送貨單")
  static let verbs: [any BookCommand.Type] = [ShipmentList.self, ShipmentShow.self, ShipmentPrint.self]
}

/// What is on its way, or left in a period.
struct ShipmentList: BookCommand {
  static let sheet = CommandSheet(
    id: "shipment.list", word: "list", short: "ls", chinese: ["列表"],
    about: Text("list what is on its way, or left in a period", "列出在途的, 或某期间发的货", "列出在途的, 或某期間出的貨"),
    usage: "[FILTER…] [-p PERIOD] [--all] [-L N]",
    examples: ["ship list", "ship list 客户:宏达 -p lastmonth", "shipment list --all -o 发货.xlsx"],
    part: .delivery)

  @Argument var words: [String] = []
  @Flag var all = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      var filter = ShippedGoods.Filter()
      filter.orders = try desk.filter(words, in: reading)
      filter.shipped = try desk.period(in: reading)
      filter.isOnWay = !all && filter.shipped == nil
      filter.limit = try desk.limit()
      let goods = try ShippedGoods.list(filter, in: reading)
      var answer = Answer(
        "shipments", ShippedGoods.listing(desk.language, try desk.dateWords(reading), reading).list(goods))
      answer.columns = [
        "shipment", "shipped", "no", "line", "customer", "product", "qty", "carrier", "tracking",
        filter.isOnWay ? "waits" : "arrived", "short", "damaged",
      ]
      answer.rows = goods.map(\.order)
      answer.title = filter.isOnWay ? Text("On its way", "在途", "在途") : Text("Shipments", "发货", "出貨")
      return answer
    }
  }
}

/// One shipment as it stands.
struct ShipmentShow: BookCommand {
  static let sheet = CommandSheet(
    id: "shipment.show", word: "show", chinese: ["看"],
    about: Text("show a shipment", "看一张送货单", "看一張送貨單"), usage: "DELIVERY-NOTE",
    examples: ["ship show D2603-0097"], part: .delivery)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let note = try DeliveryNote(words, at: desk, in: reading)
      var answer = Answer("shipment", note.card)
      answer.touched = note.orders
      return answer
    }
  }
}

/// The delivery note that goes with the goods, with places to sign; never a price.
struct ShipmentPrint: BookCommand {
  static let sheet = CommandSheet(
    id: "shipment.print", word: "print", chinese: ["打印", "列印"],
    about: Text("the delivery note on paper", "打印送货单", "列印送貨單"), usage: "DELIVERY-NOTE",
    examples: ["ship print D2603-0097", "ship print D2603-0097 -o 送货单.pdf"], part: .delivery)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let note = try DeliveryNote(words, at: desk, in: reading)
      var answer = Answer("shipment", note.page)
      answer.touched = note.orders
      answer.isOutward = true
      return answer
    }
  }
}
