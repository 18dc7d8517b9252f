import ArgumentParser
import Gendan

/// Notes whether finished goods leave, as those concerned settled it.
struct OrderDecide: BookCommand {
  static let sheet = CommandSheet(
    id: "order.decide", word: "decide", chinese: ["定发货", "定出貨"],
    about: Text("settle whether finished goods ship", "定成品发不发货", "定成品出不出貨"),
    usage: "REF… ship|hold [TEXT] [--by WHO]",
    examples: ["decide 118 ship --by 王经理", "decide 118 hold 等客户验货 --by 王经理,孙丽"], part: .delivery, right: .ship
  )

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.act(on: words, withText: true) { act in
      guard let word = act.rest.first else {
        throw Complaint.missing(
          Text("ship or hold", "ship 发货 或 hold 暂不发", "ship 出貨 或 hold 暫不出"),
          try: "gendan decide \(act.order.no) ship")
      }
      let ruling: ShipRuling = try Spelling.read(word, as: Text("decision", "决定", "決定"))
      let note = act.rest.dropFirst().joined(separator: " ").filledText
      try act.writing.decide(act.order, ruling, by: global.by.filled, note: note)
      var echo = ruling.words
      if let names = global.by.filled { echo = echo + Text(", settled by ", ", 决定人 ", ", 決定人 ") + names }
      return note.map { echo + ": \($0)" } ?? echo
    }
  }
}

extension ShipRuling: Worded {
  var words: Text {
    switch self {
    case .ship: Text("ship", "发货", "出貨")
    case .hold: Text("hold", "暂不发", "暫不出")
    }
  }
}
