import Gendan
import GendanOutput

extension OrderPage {
  /// The whole order for machines.
  var json: JSON {
    func day(_ day: Day?) -> JSON { day.map { .string($0.description) } ?? .null }
    func share(_ points: Int) -> JSON { .string(Decimal.text(Int64(points), decimals: 4)) }
    func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    var lines = tables
    lines.forecasts = sections.forecasts.compactMapValues(\.forecast)
    return [
      "no": .string(order.no), "customer": .string(order.customer),
      "customer_code": .string(order.customerCode),
      "po": text(order.customerPO), "clerk": text(order.clerk), "status": .string(order.state.rawValue),
      "held": .bool(order.isHeld), "created": day(order.orderedOn), "closed": day(order.closedOn),
      "cancelled": .bool(order.isCancelled), "cancelled_on": day(order.cancelledOn),
      "prio": .string(order.priority.rawValue), "carrier": text(order.carrier), "note": text(order.note),
      "kind": .string(order.kind.rawValue), "channel": text(order.channel?.rawValue),
      "received": text(order.receivedAt?.description),
      "currency": .string(order.currency), "money": sections.money.json,
      "made_share": share(sections.shares.made), "shipped_share": share(sections.shares.shipped),
      "paid_share": sections.shares.paid.map(share) ?? .null,
      "lines": lines.table("lines", rows).json,
      "packing": .array(sections.packed.map(json)), "amendments": .array(sections.amendments.map(json)),
      "quotes": .array(sections.quotes.map(json)),
      "new_material": .array(sections.newMaterial.map { .integer(Int64($0.number)) }),
      "price_ruling": text(sections.decision?.ruling.rawValue),
      "promises": .array(
        sections.ledgers.flatMap { $0.promises }.map { promise in
          [
            "series": .integer(Int64(promise.series)), "seq": .integer(Int64(promise.seq)),
            "promise": day(promise.promisedOn), "cause": text(promise.cause?.rawValue),
            "told": text(promise.told), "note": text(promise.note), "made": day(promise.madeOn),
            "entered": .string(promise.enteredAt.description),
          ]
        }),
      "production": .array(
        sections.productions.map { production in
          [
            "no": .string(production.order.no), "qty": .integer(production.order.quantity.smallest),
            "good": .integer(production.order.good), "scrap": .integer(production.order.scrap),
            "sample": text(sections.followed[production.order.id]?.no),
            "due": day(production.order.dueOn), "finished": day(production.order.finishedOn),
            "cancelled": day(production.order.cancelledOn), "successor": text(production.order.successor),
            "held": text(production.order.heldReason),
            "steps": stepTable(production).json,
          ]
        }),
      "shipments": shipmentTable.json,
      "contacts": .array(
        sections.contacts.map { contact in
          [
            "kind": .string(contact.kind.rawValue), "party": text(contact.party),
            "text": .string(contact.text), "result": text(contact.result),
            "next": day(contact.nextOn), "on": day(contact.happenedOn), "by": text(contact.by),
          ]
        }),
      "confirmed": confirmedRecord, "samples": sampleRecords, "documents": paperRecords,
      "questions": Question.listing(desk, dates, reading.now).table(sections.questions).json,
      "problems": Problem.listing(desk, dates, reading.now).table(sections.problems).json,
      "delays": DelayCase.listing(desk, dates, sections.delayClock, reading.now).table(sections.delays).json,
    ]
  }
}
