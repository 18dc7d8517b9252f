import Gendan
import GendanOutput

extension OrderPage {
  /// Colour, spec and demand of the goods; of each line where there are several (R-050).
  var goodsFacts: [Fact] {
    rows.compactMap { row in
      let demand = row.requirement == "-" ? nil : row.requirement
      let said = [row.color, row.spec, demand].compactMap { $0 }
      guard !said.isEmpty else { return nil }
      let line = rows.count > 1 ? "\(row.place)  " : ""
      return (Text("Goods", "规格要求", "規格要求"), Text(verbatim: line + said.joined(separator: "  ")))
    }
  }

  /// How the order came, and when (R-051): `  电话 03-02 10:15`.
  var origin: Text {
    var text = Text(verbatim: "")
    if let channel = order.channel { text = text + "  " + channel.words }
    if let at = order.receivedAt { text = text + "  \(time(at))" }
    return text
  }

  /// The last day to ship in time, where the goods travel (R-082).
  var latestShipDay: Text? {
    guard let due = worst?.dueOn, worst?.isOpen ?? false else { return nil }
    let latest = order.latestShipDay(for: due)
    guard latest != due else { return nil }
    return dates.full(latest)
      + Text(
        " (\(order.transitDays) days to the customer)", " (运输 \(order.transitDays) 天)",
        " (運輸 \(order.transitDays) 天)")
  }

  /// Three bars: made, shipped, paid (R-093).
  var shareFacts: [Fact] {
    let shares = sections.shares
    func bar(_ label: Text, _ points: Int) -> Text {
      let full = points / 1000
      let bar = String(repeating: "#", count: full) + String(repeating: ".", count: 10 - full)
      return label + " \(bar) \(points / 100)%"
    }
    var bars = [
      bar(Text("made", "生产", "生產"), shares.made), bar(Text("shipped", "发货", "出貨"), shares.shipped),
    ]
    if let paid = shares.paid { bars.append(bar(Text("paid", "收款", "收款"), paid)) }
    return [(Text("Along", "进展", "進展"), bars.joined("   "))]
  }

  /// What others were asked and have not answered (R-089).
  var questionFacts: [Fact] {
    sections.questions.map { question in
      (
        Noun.question.heading,
        Text(
          verbatim: "\(question.seq)  \(question.addressee): \(question.text)  \(dates.short(question.dueOn))"
        )
      )
    }
  }
}
