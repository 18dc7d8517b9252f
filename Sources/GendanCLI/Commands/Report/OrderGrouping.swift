import Gendan
import GendanOutput

/// Rows put together by a field, with a subtotal a group.
struct OrderGrouping {
  let field: OrderField
  /// Names that stand for two of the register: their groups have the code behind them.
  private var shared = SharedNames.none

  /// Fields that put rows together.
  private static let fields: [OrderField] = [
    .dept, .clerk, .customer, .product, .step, .cause, .prio, .carrier, .type, .status, .kind, .channel,
  ]

  init(_ text: String) throws {
    guard let field = OrderField.named(text), Self.fields.contains(field) else {
      throw Complaint(
        .usage, Text("cannot group by \"\(text)\"", "不能按 \"\(text)\" 分组", "不能按 \"\(text)\" 分組"),
        facts: [Text("known: ", "可用: ", "可用: ") + Self.fields.map(\.rawValue).joined(separator: ", ")],
        try: "--by dept")
    }
    self.field = field
  }

  init(_ text: String, in reading: Reading) throws {
    try self.init(text)
    let register: NamedRegister? =
      switch field {
      case .customer: .customers
      case .product: .products
      case .clerk: .users
      default: nil
      }
    shared = try register?.sharedNames(in: reading) ?? .none
  }

  func name(_ row: OrderRow, _ language: Language) -> String {
    let text: String? =
      switch field {
      case .dept: if case .step(_, let department, _) = row.stage { department } else { nil }
      case .step: if case .step(let name, _, _) = row.stage { name } else { nil }
      case .clerk: row.clerk.map { shared.apart(row.clerkName ?? $0, $0) }
      case .customer: shared.apart(row.customer, row.customerCode)
      case .product: shared.apart(row.product, row.productCode)
      case .cause: row.cause?.words[language]
      case .prio: row.priority.words[language]
      case .carrier: row.carrier
      case .kind: row.kind.words[language]
      case .channel: row.channel?.words[language]
      case .type: row.customerType.words[language]
      default: row.state.words[language]
      }
    return text ?? Text("(not given)", "(未登记)", "(未登記)")[language]
  }

  /// Rows, or what stands for them, by group, in the order of the groups' first ones.
  func groups<T>(
    of all: [T], _ language: Language, row: (T) -> OrderRow
  ) -> [(name: String, members: [T])] {
    var names: [String] = []
    var groups: [String: [T]] = [:]
    for member in all {
      let name = name(row(member), language)
      if groups[name] == nil { names.append(name) }
      groups[name, default: []].append(member)
    }
    return names.map { ($0, groups[$0] ?? []) }
  }

  /// One table with a heading and a subtotal a group, in the order of the groups' first rows; and
  /// the rows in the order in which they are shown.
  func table(
    _ id: String, _ rows: [OrderRow], _ tables: OrderTable
  ) -> (Table, [OrderRow]) {
    var table = Table(id, columns: tables.columns(isNumbered: true), ruled: true)
    var shown: [OrderRow] = []
    for (name, members) in groups(of: rows, tables.language, row: { $0 }) {
      table.rows.append(.heading(name))
      for row in members {
        shown.append(row)
        table.rows.append(.cells(tables.cells(row, number: shown.count)))
      }
      table.rows.append(
        .subtotal(
          tables.sum(
            members,
            Text("  subtotal \(members.orders)", "  小计 \(members.orders) 单", "  小計 \(members.orders) 單"))))
    }
    table.total = tables.total(rows)
    return (table, shown)
  }
}

extension Desk {
  /// `--by FIELD`.
  func orderGrouping(in reading: Reading) throws -> OrderGrouping? {
    try options.by.map { try OrderGrouping($0, in: reading) }
  }
}
