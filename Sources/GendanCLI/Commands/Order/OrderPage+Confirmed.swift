import Gendan
import GendanOutput

extension OrderPage {
  /// What was confirmed of an order, as far as the book keeps it: that the material is at hand, what production
  /// answered, and what becomes of the finished goods.
  struct Confirmed {
    let material: ReviewAnswer?
    /// By the number of each open production order.
    let production: [(no: String, commitment: Commitment)]
    let shipment: ShipDecision?

    init(_ order: Order, _ productions: [ProductionOrder], in reading: Reading) throws {
      material = try ReviewAnswer.all(order: order, in: reading.db)[.material]
      production = try productions.filter(\.isOpen).compactMap { production in
        try Commitment.of(production.id, in: reading.db).last.map { (production.no, $0) }
      }
      shipment = try ShipDecision.newest(of: order.id, in: reading.db)
    }
  }

  /// Nothing where nobody confirmed anything.
  var confirmedFacts: [Fact] {
    let confirmed = sections.confirmed
    var parts: [Text] = []
    if let material = confirmed.material {
      let answer = material.isWell ? Text(" ok", " 已确认", " 已確認") : Text(" no", " 否", " 否")
      let who = " (\(time(material.at)) \(sections.names[material.by] ?? material.by))"
      parts.append(ReviewItem.material.words + answer + who)
    }
    parts += confirmed.production.map { no, commitment in
      let days = "\(dates.short(commitment.startOn))..\(dates.short(commitment.finishOn))"
      let said = "\(no) \(days) (\(time(commitment.at)) \(commitment.by))"
      return Text("production ", "生产 ", "生產 ") + said
    }
    var facts: [Fact] = parts.isEmpty ? [] : [(Text("Confirmed", "已确认", "已確認"), parts.joined("   "))]
    if let decision = confirmed.shipment {
      let said = decision.ruling.words + " (\(time(decision.at)) \(decision.by))"
      facts.append((Text("Shipping", "发货决定", "出貨決定"), decision.note.map { said + ": \($0)" } ?? said))
    }
    return facts
  }

  /// For machines.
  var confirmedRecord: JSON {
    let confirmed = sections.confirmed
    func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    let material: JSON? = confirmed.material.map { answer -> JSON in
      [
        "ok": .bool(answer.isWell), "at": text(answer.at.description), "by": text(answer.by),
        "note": text(answer.note),
      ]
    }
    let production = confirmed.production.map { no, commitment -> JSON in
      [
        "no": text(no), "start": text(commitment.startOn.description),
        "finish": text(commitment.finishOn.description), "at": text(commitment.at.description),
        "by": text(commitment.by),
      ]
    }
    let shipment: JSON? = confirmed.shipment.map { decision -> JSON in
      [
        "decision": text(decision.ruling.rawValue), "by": text(decision.by), "note": text(decision.note),
        "at": text(decision.at.description),
      ]
    }
    return [
      "material": material ?? .null, "production": .array(production), "shipment": shipment ?? .null,
    ]
  }
}
