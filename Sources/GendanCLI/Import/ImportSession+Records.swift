import Gendan

extension ImportSession {
  /// Customers as another system knew them, complete or not.
  func customers(_ index: ImportIndex, _ reading: Reading, _ applying: Applying?) throws -> ImportFindings {
    let known = Dictionary(
      try Customer.list(in: reading.db).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    return try records(known, applying, read: { reader, seen in try customer(&reader, index, &seen) }) {
      row, old, writing in
      guard old != nil else {
        try writing.insertCustomer(code: row.code, row.fields, clerk: row.clerk)
        return
      }
      var terms = CustomerTerms()
      if let clerk = row.clerk { terms.clerk = clerk }
      try writing.set(customer: row.code, row.fields, terms)
    }
  }

  /// Reads every row, compares it with what stands under its code, and writes the ones that differ.
  private func records<Row: CodedRecord>(
    _ known: [String: Row.Standing], _ applying: Applying?,
    read: (inout RowReader, inout Set<String>) throws -> Row?,
    write: (Row, Row.Standing?, Writing) throws -> Void
  ) throws -> ImportFindings {
    var reader = RowReader(table)
    var seen: Set<String> = []
    let all = try rows(&reader) { reader in try read(&reader, &seen) }
    var findings = ImportFindings()
    for (record, row) in all {
      if let row {
        findings.note(record.row, row.code, known[row.code].map(row.verdict) ?? .new)
      } else {
        findings.noteBad(record.row, "")
      }
    }
    findings.add(reader.problems)
    guard let applying else { return findings }
    try applying.check(findings)
    for row in all.compactMap(\.1) {
      let old = known[row.code]
      if let old, row.verdict(against: old) == .same { continue }
      try write(row, old, applying.writing)
      findings.touched.append(row.code)
    }
    return findings
  }

  private func customer(
    _ reader: inout RowReader, _ index: ImportIndex, _ seen: inout Set<String>
  ) throws -> ImportedCustomer? {
    guard let code = reader.needed(.code) else { return nil }
    if !seen.insert(code).inserted { reader.refuse(.code, ImportRefusal.Reason.taken.words) }
    var row = ImportedCustomer(code: code)
    for field in CustomerField.allCases where ![.class, .type, .currency].contains(field) {
      if let column = TableField(rawValue: field.rawValue) { row.fields[field] = reader.text(column) }
    }
    row.fields[.type] = (reader.id(.type) as CustomerType?)?.rawValue
    row.fields[.class] = (reader.id(.class) as CustomerClass?)?.rawValue
    row.fields[.currency] = reader.currency()
    row.clerkName = reader.text(.clerk)
    row.clerk = try row.clerkName.map(index.user)
    return row
  }

  /// Products; their decimals stand once they are there, for quantities count on them.
  func products(_ index: ImportIndex, _ reading: Reading, _ applying: Applying?) throws -> ImportFindings {
    let known = Dictionary(
      try Product.list(in: reading.db).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let routes = try Route.all(in: reading.db)
    return try records(known, applying, read: { reader, seen in product(&reader, routes, known, &seen) }) {
      row, old, writing in
      if old == nil {
        try writing.addProduct(
          code: row.code, name: row.name ?? row.code, unit: row.unit ?? "pcs", decimals: row.decimals ?? 0,
          route: row.route?.id, leadDays: row.leadDays)
        if row.isActive != false { return }
      }
      try writing.set(
        product: try Product.named(row.code, in: writing.db), name: row.name, unit: row.unit,
        route: row.route.map { .some($0.id) }, leadDays: row.leadDays, isActive: row.isActive)
    }
  }

  private func product(
    _ reader: inout RowReader, _ routes: [Route], _ known: [String: Product], _ seen: inout Set<String>
  ) -> ImportedProduct? {
    guard let code = reader.needed(.code) else { return nil }
    if !seen.insert(code).inserted { reader.refuse(.code, ImportRefusal.Reason.taken.words) }
    var row = ImportedProduct(code: code)
    row.name = reader.text(.name)
    row.unit = reader.text(.unit)
    row.decimals = reader.amount(.decimals).map { Int(min($0, 99)) }
    if let decimals = row.decimals, decimals > 6 {
      reader.refuse(.decimals, Text("at most 6", "最多 6", "最多 6"))
    } else if let decimals = row.decimals, let old = known[code], decimals != old.decimals {
      reader.refuse(.decimals, ImportRefusal.Reason.recordedAs(String(old.decimals)).words)
    }
    row.leadDays = reader.amount(.lead).map { Int(min($0, 9999)) }
    row.isActive = reader.flag(.active)
    if let name = reader.text(.route) {
      row.route = routes.first { $0.code == name || $0.name == name }
      if row.route == nil { reader.refuse(.route, ImportRefusal.Reason.unknown(.route).words) }
    }
    return row
  }
}

/// What a file says of something that has a code.
protocol CodedRecord {
  associatedtype Standing
  var code: String { get }
  func verdict(against old: Standing) -> ImportVerdict
}

/// What a file says of a customer; a field that it leaves empty stays as it is.
struct ImportedCustomer: CodedRecord {
  let code: String
  var fields: [CustomerField: String] = [:]
  var clerk: Identifier<User>?
  var clerkName: String?

  func verdict(against old: Customer) -> ImportVerdict {
    var changes: [FieldChange] = []
    for field in CustomerField.allCases {
      guard let value = fields[field], value != old.fields[field],
        let column = TableField(rawValue: field.rawValue)
      else { continue }
      changes.append(FieldChange(column, old.fields[field] ?? "", value))
    }
    if let clerkName, clerkName != old.clerk {
      changes.append(FieldChange(.clerk, old.clerk ?? "", clerkName))
    }
    return changes.isEmpty ? .same : .changed(changes)
  }
}

/// What a file says of a product; a field that it leaves empty stays as it is.
struct ImportedProduct: CodedRecord {
  let code: String
  var name: String?
  var unit: String?
  var decimals: Int?
  var leadDays: Int?
  var route: Route?
  var isActive: Bool?

  func verdict(against old: Product) -> ImportVerdict {
    var changes: [FieldChange] = []
    func compare(_ field: TableField, _ before: String?, _ after: String?) {
      if let after, after != before { changes.append(FieldChange(field, before ?? "", after)) }
    }
    compare(.name, old.name, name)
    compare(.unit, old.unit, unit)
    compare(.lead, old.leadDays.map(String.init), leadDays.map(String.init))
    compare(.route, old.route, route?.code)
    compare(.active, old.isActive ? "1" : "0", isActive.map { $0 ? "1" : "0" })
    return changes.isEmpty ? .same : .changed(changes)
  }
}

extension RowReader {
  /// Three capital letters.
  mutating func currency() -> String? {
    guard let text = text(.currency) else { return nil }
    if let code = Currency.code(of: text) { return code }
    refuse(.currency, Text("no currency such as CNY", "不是 CNY 这样的币种", "不是 CNY 這樣的幣別"))
    return nil
  }

  /// 1 or 0, yes or no.
  mutating func flag(_ field: TableField) -> Bool? {
    guard let text = text(field) else { return nil }
    switch folded(text) {
    case "1", "yes", "y", "true", "是": return true
    case "0", "no", "n", "false", "否": return false
    default:
      refuse(field, Text("neither yes nor no", "不是 是/否", "不是 是/否"))
      return nil
    }
  }
}
