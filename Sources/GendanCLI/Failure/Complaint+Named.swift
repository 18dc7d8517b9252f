import Gendan

/// What is said of a name that fits nothing, or more than one thing.
extension Complaint {
  static func notFound(_ noun: Noun, _ text: String, _ near: [Candidate]) -> Complaint {
    // Of a few, all are shown; what alone is near is offered.
    let close = nearest(text, near)
    let shown = near.count > 5 ? close : close + near.filter { !close.contains($0) }
    let what =
      switch noun {
      case .order: Text("no order ends in \"\(text)\"", "找不到订单 \"\(text)\"", "找不到訂單 \"\(text)\"")
      default:
        Text("no ", "找不到", "找不到") + noun.words + Text(" \"\(text)\"", " \"\(text)\"", " \"\(text)\"")
      }
    var complaint = Complaint(.notFound, what)
    if !shown.isEmpty {
      let label = close.isEmpty ? Text("there are: ", "现有: ", "現有: ") : Text("close: ", "相近: ", "相近: ")
      complaint.facts = [label + shown.prefix(3).map(describe).joined(", ")]
    }
    complaint.tries =
      switch noun {
      case .order: ["gendan find \(text) --all"]
      case .customer: ["gendan customer add \(text) …", "gendan customer list"]
      case .product: ["gendan product add CODE \(text)", "gendan product list"]
      case .route: ["gendan route list"]
      case .user: ["gendan user list"]
      case .setting: ["gendan setting list"]
      case .profile: ["gendan profile list"]
      case .view: ["gendan view list"]
      case .reminder: ["gendan remind list"]
      case .quote, .enquiry, .price, .sample, .payment, .signer, .question, .contact, .region, .resource,
        .problem, .delay, .report:
        ["gendan \(noun.rawValue) list"]
      case .production: ["gendan work list"]
      case .progress: ["gendan step list REF"]
      case .department: ["gendan dept list"]
      case .stop: ["gendan resource list"]
      case .shipment: ["gendan ship list"]
      case .line, .step, .hold, .document, .notice, .reservation: ["gendan list"]
      case .remedy: ["gendan problem list"]
      }
    complaint.tries = complaint.tries.map { $0.replacing(" …", with: " --address … --contact …") }
    if named.contains(noun) { complaint.meant = (text, close.prefix(1).filter(\.isOpen).map(\.name)) }
    return complaint
  }

  /// What was just registered has another's name: from now on the name alone fits two.
  static func namesake(_ code: String, try show: String) -> Complaint {
    Complaint(
      .ok, Text("note: \(code) has this name too", "注意: \(code) 也叫这个名字", "注意: \(code) 也叫這個名字"),
      try: show, "gendan undo")
  }

  /// Terms that a person wrote and that say no day: they are kept, and nobody is told when such money is due.
  static func unread(terms text: String?) -> [Complaint] {
    guard let text = text.filled, PaymentTerms(text) == nil else { return [] }
    return [
      Complaint(
        .ok,
        Text(
          "note: terms \"\(text)\" do not say when money is due", "注意: 付款方式 \"\(text)\" 看不出哪天该收款",
          "注意: 付款方式 \"\(text)\" 看不出哪天該收款"),
        facts: [
          Text(
            "such as: net 30, 30% deposit, prepaid, COD", "可写: 月结30天, 订金30%, 款到发货, 货到付款",
            "可寫: 月結30天, 訂金30%, 款到發貨, 貨到付款")
        ])
    ]
  }

  /// What is typed by name. A number that is near another is no sign that the other is meant.
  private static let named: Set<Noun> = [
    .customer, .product, .route, .step, .user, .department, .resource, .region, .view, .report, .setting,
    .profile,
  ]

  private static func nearest(_ text: String, _ all: [Candidate]) -> [Candidate] {
    let names = all.map(\.name) + all.compactMap(\.details.first)
    return GendanCLI.nearest(to: text, among: names).compactMap { name in
      all.first { $0.name == name || $0.details.first == name }
    }
  }

  /// `SO2603-0042 宏达机械 (open)`.
  private static func describe(_ candidate: Candidate) -> Text {
    let detail = candidate.details.prefix(1).filter { $0 != candidate.name }
    let name = Text(verbatim: ([candidate.name] + detail).joined(separator: " "))
    guard !candidate.isOpen else { return name }
    let day = candidate.day.map { " " + $0.description.dropFirst(5) } ?? ""
    return name + Text(" (closed\(day))", " (已结案\(day))", " (已結案\(day))")
  }

  static func ambiguous(_ noun: Noun, _ text: String, _ candidates: [Candidate]) -> Complaint {
    var complaint = Complaint(
      .ambiguous,
      Text(
        "\"\(text)\" fits \(candidates.count) ", "\"\(text)\" 对上 \(candidates.count) 个",
        "\"\(text)\" 對上 \(candidates.count) 個") + noun.words
        + Text(candidates.count == 1 ? "" : "s", "", ""))
    complaint.facts = candidates.prefix(3).map { candidate in
      let due = candidate.day.map { Text("  due ", "  交期 ", "  交期 ") + String($0.description.dropFirst(5)) }
      return Text(verbatim: ([candidate.name] + candidate.details).joined(separator: "  "))
        + (due ?? Text("", "", ""))
    }
    if let first = candidates.first { complaint.tries = [page(of: noun, first.name)] }
    complaint.meant = (text, candidates.map(\.name))
    return complaint
  }

  /// The command that shows a thing, or the list it stands on.
  static func page(of noun: Noun, _ name: String) -> String {
    switch noun {
    case .order, .line, .hold, .shipment, .step: "gendan show \(name)"
    case .production: "gendan work show \(name)"
    case .customer, .product, .route: "gendan \(noun.rawValue) show \(name)"
    case .quote, .sample, .problem: "gendan \(noun.rawValue) show \(name)"
    case .remedy: "gendan problem done \(name)"
    case .delay: "gendan delay report \(name)"
    case .user, .setting, .profile, .enquiry, .price, .payment, .signer, .question, .contact, .region,
      .resource, .view, .report:
      "gendan \(noun.rawValue) list"
    case .reminder: "gendan remind list"
    case .department: "gendan dept list"
    case .stop: "gendan resource list"
    case .document: "gendan doc list"
    case .notice, .reservation, .progress: "gendan list"
    }
  }
}
