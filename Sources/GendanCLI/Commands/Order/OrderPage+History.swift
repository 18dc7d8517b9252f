import Gendan

extension OrderPage {
  /// Chases, notes and the journal's lines, newest first.
  var history: [String] {
    let talks = sections.contacts.map { contact -> (Instant, String) in
      let party = contact.party.map { "\($0): " } ?? ""
      let next = contact.nextOn.map { say(Text(". Next ", "。下次 ", "。下次 ")) + dates.short($0) } ?? ""
      return (
        contact.enteredAt, "\(contact.by ?? "")  \(say(contact.kind.words))  \(party)\(contact.text)\(next)"
      )
    }
    let talked: Set<String> = ["contact.add", "note.add", "contact.log"]
    let changes = sections.events.filter { !talked.contains($0.command) }.map { event -> (Instant, String) in
      let reason = event.reason.map { event.line.contains($0) ? "" : " (\($0))" } ?? ""
      return (event.at, "\(sections.names[event.login] ?? event.login)  \(event.line)\(reason)")
    }
    return (talks + changes).sorted { $1.0 < $0.0 }.map { at, text in "\(time(at))  \(text)" }
  }

  func time(_ at: Instant) -> String { dates.time(at, utcOffset: desk.utcOffset(at)) }
}
