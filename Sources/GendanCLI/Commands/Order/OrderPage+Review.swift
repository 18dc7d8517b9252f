import Gendan

extension OrderPage {
  /// What was answered to the customer, and where the order stands on its way to approval; nothing
  /// where the firm works without either.
  var reviewFacts: [Fact] {
    var facts: [Fact] = []
    if let reply = replyFact { facts.append((Text("Answered", "回复", "回覆"), reply)) }
    if !sections.trail.acts.isEmpty { facts.append((ReviewCommand.about, reviewFact)) }
    return facts
  }

  private var replyFact: Text? {
    if let reply = sections.replies.first {
      let via = reply.via.map { Channel(rawValue: $0)?.words ?? Text(verbatim: $0) }
      let how = [via, reply.told.map(Text.init(verbatim:)), reply.by.map(Text.init(verbatim:))]
      return Text(verbatim: "\(time(reply.at))  ") + how.compactMap(\.self).joined(" ")
    }
    guard let due = sections.replyDue else { return nil }
    return ReplyClock(due: due, now: reading.now).words
  }

  private var reviewFact: Text {
    let trail = sections.trail
    let version =
      order.version > 1
      ? Text(", version \(order.version)", ", 第 \(order.version) 版", ", 第 \(order.version) 版")
      : Text(verbatim: "")
    guard order.review == .inReview else { return order.review.words + version }
    return order.review.words + version + Text(", to sign: ", ", 待签: ", ", 待簽: ") + trail.signersText
  }
}

/// A clock that counts minutes to a moment, and beyond it.
struct ReplyClock {
  let due: Instant
  let now: Instant

  /// `due in 2 h 15 min`, `late by 25 min`.
  var words: Text {
    let minutes = abs((due - now) / 60)
    return now > due
      ? Text("late by ", "已超 ", "已超 ") + Elapsed.text(minutes: minutes)
      : Text("due in ", "还有 ", "還有 ") + Elapsed.text(minutes: minutes)
  }
}
