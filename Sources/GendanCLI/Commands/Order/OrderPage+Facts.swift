import Gendan
import GendanOutput

extension OrderPage {
  /// One line of the page: what it is, and what is known of it.
  typealias Fact = (label: Text, text: Text)

  /// What is known of the order, each part in a list of its own; nothing where nothing is known.
  var facts: [Fact] {
    onlyDeliveryFacts + moneyFacts + goodsFacts + dateFacts + peopleFacts + packingFacts + amendmentFacts
      + reviewFacts + confirmedFacts + questionFacts + troubleFacts + fileFacts + endFacts
  }

  /// Product, quantity and price, where there is one delivery; several have a table.
  private var onlyDeliveryFacts: [Fact] {
    guard let row = rows.first, rows.count == 1 else { return [] }
    let quantity =
      Text(verbatim: "\(row.quantity.text) \(row.quantity.unit)   ")
      + Text("made ", "已完 ", "已完 ") + made(row)
      + Text("   shipped ", "   已发 ", "   已出 ") + row.quantity.with(row.shipped).text
      // Nothing is owed of what was cancelled.
      + (row.state == .cancelled
        ? Text(verbatim: "") : Text("   open ", "   未交 ", "   未交 ") + row.open.text)
    var facts: [Fact] = [
      (OrderField.product.words, Text(verbatim: row.product)), (OrderField.qty.words, quantity),
    ]
    if let price = row.price {
      let amount = row.amount.map { Amount.text($0.cents) } ?? ""
      facts.append(
        (
          OrderField.price.words,
          Text(verbatim: "\(OrderTable.price(price)) \(row.currency)   ") + OrderField.amount.words
            + " \(amount) \(row.currency)"
        ))
    }
    return facts
  }

  private var moneyFacts: [Fact] {
    (sections.money.line.map { [(Text("Money", "货款", "貨款"), $0)] } ?? []) + shareFacts
      + sections.quotes.map { (Noun.quote.heading, words($0)) }
      + (newMaterialFact.map { [(OrderWord.newMaterial.words, $0)] } ?? [])
  }

  /// When it came, and its dates.
  private var dateFacts: [Fact] {
    [(OrderField.created.words, dates.full(order.orderedOn) + origin)] + referenceDates
      + (latestShipDay.map { [(Text("Ship by", "最迟发货", "最遲出貨"), $0)] } ?? [])
  }

  private var peopleFacts: [Fact] {
    let said: [(label: Text, text: String?)] = [
      (OrderField.clerk.words, worst?.clerkName), (OrderField.carrier.words, order.carrier),
      (OrderField.note.words, order.note), (OrderWord.special.words, order.special),
    ]
    return said.compactMap { label, text in text.map { (label, Text(verbatim: $0)) } }
  }

  /// Holds, and how it ended.
  private var endFacts: [Fact] {
    var facts: [Fact] = sections.holds.map { (Text("Hold", "暂停", "暫停"), words($0)) }
    if let closed = order.closedOn { facts.append((Text("Closed", "结案", "結案"), dates.full(closed))) }
    if order.isCancelled {
      facts.append(
        (
          Text("Cancelled", "取消", "取消"),
          order.cancelledOn.map(dates.full) ?? Text("day not known", "日期不详", "日期不詳")
        ))
    }
    return facts
  }

  /// R, P1 and Pn of the row that is worst.
  private var referenceDates: [Fact] {
    guard let row = worst else { return [] }
    let none = Text("not given", "未登记", "未登記")
    var dated: [Fact] = [(Text("Wanted", "客户要求", "客戶要求"), row.requestedOn.map(dates.full) ?? none)]
    dated += voidedPromises(row)
    dated.append(
      (
        Text("First promise", "首次答复", "首次答覆"),
        row.firstPromisedOn.map(dates.full) ?? Text("none yet", "未答复", "未答覆")
      ))
    let promises = Set(rows.filter(\.isOpen).map(\.promisedOn))
    if promises.count > 1, let first = promises.compactMap({ $0 }).min(),
      let last = promises.compactMap({ $0 }).max()
    {
      dated.append(
        (
          Text("Latest promise", "最新答复", "最新答覆"),
          Text(verbatim: first == last ? "\(first)" : "\(first) .. \(last)")
            + Text("  by line below", "  各行见下", "  各行見下")
        ))
    } else if row.promiseCount > 1, let day = row.promisedOn {
      dated.append(
        (
          Text("Latest promise", "最新答复", "最新答覆"),
          dates.full(day)
            + Text(
              " (re-promise \(row.promiseCount - 1)", " (第 \(row.promiseCount - 1) 次改期",
              " (第 \(row.promiseCount - 1) 次改期")
            + (row.cause.map { Text(", cause ", ", 原因 ", ", 原因 ") + $0.words } ?? Text("", "", "")) + ")"
        ))
    }
    if let forecast = forecastWords(row) { dated.append((Text("Forecast", "预计", "預計"), forecast)) }
    if let day = row.completedOn { dated.append((Text("Completed", "交清", "交清"), dates.full(day))) }
    return dated
  }

  /// `2026-03-24 周二 (+2 天), 八成在 03-20..03-26   按 03-16 的预测`.
  private func forecastWords(_ row: OrderRow) -> Text? {
    guard row.state != .cancelled, let kept = sections.forecasts[row.schedule], let forecast = kept.forecast
    else { return nil }
    var text = dates.full(forecast.day)
    if let behind = forecast.daysBehind(dates.calendar), behind > 0, row.isOpen {
      text = text + " (+" + DateWords.days(behind) + ")"
    }
    if let range = forecast.interval, range.lowerBound < range.upperBound {
      text =
        text + Text(", 80 % within ", ", 八成在 ", ", 八成在 ")
        + "\(dates.short(range.lowerBound))..\(dates.short(range.upperBound))"
    }
    text = text + Text("   as of ", "   按 ", "   按 ") + dates.short(kept.toldOn) + Text("", " 的预测", " 的預測")
    if let known = kept.risk.known, kept.risk.isQuiet {
      text =
        text + Text("   known: ", "   已知: ", "   已知: ")
        + ([known.by, known.reason ?? ""].joined(separator: " ").trimmed.description)
    }
    return text
  }

  private func made(_ row: OrderRow) -> String {
    let good = sections.productions.flatMap(\.shares).filter { $0.schedule == row.schedule }.reduce(0) {
      $0 + $1.good
    }
    return row.quantity.with(good).text
  }

  /// What was promised before the customer's changes made it void: `2026-03-12 周四 -> 2026-03-16 周一`.
  private func voidedPromises(_ row: OrderRow) -> [Fact] {
    let promises = sections.ledgers.first { $0.schedule == row.schedule }?.promises ?? []
    return promises.filter { $0.series > 1 && $0.seq == 1 }.map { next in
      let days = promises.filter { $0.series == next.series - 1 }.map { desk.say(dates.full($0.promisedOn)) }
      let made = dates.short(next.madeOn)
      return (
        Text("Promised before", "变更前答复", "變更前答覆"),
        Text(verbatim: days.joined(separator: " -> "))
          + Text(" (until the change of \(made))", " (\(made) 变更为止)", " (\(made) 變更為止)")
      )
    }
  }

  private func words(_ hold: Hold) -> Text {
    var text = hold.side.words + ", \(hold.reason)  " + (hold.fromOn.map { dates.short($0) } ?? "?") + " -> "
    if let resumed = hold.resumedOn {
      text = text + dates.short(resumed)
    } else {
      text = text + (hold.untilOn.map { dates.short($0) } ?? "") + Text(" running", " 进行中", " 進行中")
    }
    if let evidence = hold.evidence { text = text + " (\(evidence))" }
    // Who holds an order that is late already has to say so (lateness, tricky point 12).
    if let entered = hold.enteredAt, let due = worst?.dueOn,
      entered.day(utcOffset: desk.utcOffset(entered)) > due
    {
      text = text + Text(", entered after the due day", ", 交期过后登记", ", 交期過後登記")
    }
    return text
  }
}
