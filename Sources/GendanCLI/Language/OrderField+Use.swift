import Gendan

/// How a field comes to its value, and what it is used for; `explain` tells it beside the meaning.
extension OrderField {
  /// The lines by which its value is entered; none where it follows from others.
  var entered: [String] {
    switch self {
    case .no, .created, .customer, .product: ["new 宏达 FL-50 200"]
    case .line: ["line add 118 FL-50 200"]
    case .po: ["set 118 po=HD-26-0331"]
    case .qty: ["set 118 qty=260"]
    case .price: ["set 118 price=36.2"]
    case .want: ["set 118 want=3/28"]
    case .first, .promise: ["promise 118 +3wd --cause 缺料"]
    case .cause: ["promise 118 +3wd --cause 缺料"]
    case .shipped: ["ship 118=60"]
    case .completed: ["ship 118", "arrive 118"]
    case .step: ["progress 118 40 80", "done 118 40"]
    case .clerk: ["set 118 clerk=chenting"]
    case .prio: ["set 118 prio=H"]
    case .carrier: ["set 118 carrier=顺丰"]
    case .note: ["set 118 note=唛头按附件"]
    case .color: ["set 118.1 color=红"]
    case .spec: ["set 118.1 spec=304"]
    case .kind: ["set 118 kind=export"]
    case .channel: ["set 118 channel=fax"]
    case .type: ["customer set 宏达 type=dealer"]
    case .open, .amount, .due, .late, .dept, .status: []
    }
  }

  /// The line that gives a field of orders its value, where the field is not set but follows from what is entered.
  func line(entering value: String, of references: [String]) -> String? {
    let typed = value.isEmpty ? nil : LineWords.joined([value])
    let orders = references.joined(separator: " ")
    return switch self {
    case .due, .promise, .first: "promise \(orders) \(typed ?? "DATE")"
    case .completed: "ship \(orders) --on \(typed ?? "DATE")"
    case .shipped: "ship " + references.map { "\($0)=\(typed ?? "QTY")" }.joined(separator: " ")
    case .cause: "promise \(orders) DATE --cause \(typed ?? "KIND")"
    default: nil
    }
  }

  /// What lateness makes of it; nil where it makes nothing.
  var inLateness: Text? {
    switch self {
    case .want:
      Text(
        "measured against with --basis want, and while nothing is promised", "--basis want 按它算; 没答复时也按它算",
        "--basis want 按它算; 沒答覆時也按它算")
    case .first:
      Text(
        "on-time figures are measured against it: promising anew helps none", "准交率按它算, 改期也不会变好",
        "準交率按它算, 改期也不會變好")
    case .promise, .due:
      Text("lists and overdue are measured against it", "清单和超期按它算", "清單和逾期按它算")
    case .open, .shipped, .qty:
      Text(
        "late until all of it, less the agreed tolerance, has left or arrived", "发足(扣除约定短装)之前都算没交清",
        "出足(扣除約定短裝)之前都算沒交清")
    case .completed: Text("the day at which lateness stops", "算到这天为止", "算到這天為止")
    case .cause:
      Text("whose delay it is in reports; it changes no day", "报表按它归因, 不影响天数", "報表按它歸因, 不影響天數")
    default: nil
    }
  }

  /// Its value in JSON, as an example.
  var sampleJSON: String {
    if isDay { return "\"2026-03-20\"" }
    switch self {
    case .qty, .open, .shipped, .line, .late: return "200"
    case .price: return "\"36.50\""
    case .amount: return #"{"amount":"7300.00","currency":"CNY"}"#
    case .cause: return "\"shortage\""
    case .prio: return "\"H\""
    case .status: return "\"released\""
    case .kind: return "\"export\""
    case .channel: return "\"fax\""
    case .type: return "\"dealer\""
    default: return "\"…\""
    }
  }

  /// Three lines that use it.
  var examples: [String] {
    if isDay { return ["list \(rawValue):week", "list \(rawValue):..+3d", "list no:\(rawValue)"] }
    switch self {
    case .late: return ["list late:3wd.. -s -late", "overdue --min 3wd", "why 118"]
    case .status: return ["list is:released", "list status:shipped", "list -c +status"]
    case .cause: return ["list cause:缺料", "overdue --by cause", "report slips --by cause"]
    case .dept, .step, .clerk, .customer, .product:
      return ["list \(rawValue):…", "overdue --by \(rawValue)", "board --by \(rawValue)"]
    case _ where isNumber: return ["list \(rawValue):500..", "list -s -\(rawValue)", "list -c +\(rawValue)"]
    default: return ["list \(rawValue):…", "list no:\(rawValue)", "list -c +\(rawValue)"]
    }
  }
}
