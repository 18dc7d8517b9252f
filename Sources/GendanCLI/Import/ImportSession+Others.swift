import Gendan

extension ImportSession {
  /// Shipments: a row an order's part of one.
  func shipments(_ index: ImportIndex, _ reading: Reading, _ applying: Applying?) throws -> ImportFindings {
    var reader = RowReader(table)
    let all = try rows(&reader) { reader in try shipment(&reader, index) }
    let read = all.compactMap(\.row)
    let comparison = try ShipmentComparison(read, in: reading)
    var (findings, refused) = judged(all, comparison.verdicts, &reader) { $0.order }
    guard let applying else { return findings }
    try applying.check(findings)
    findings.touched = try applying.writing.bringIn(comparison, except: refused)
    return findings
  }

  private func shipment(_ reader: inout RowReader, _ index: ImportIndex) throws -> ImportedShipment? {
    guard let order = reader.needed(.order), reader.needed(.shipped) != nil, let day = reader.day(.shipped)
    else { return nil }
    var row = ImportedShipment(order: order, shippedOn: day)
    row.no = reader.text(.no)
    row.line = reader.ordinal(.line)
    if let name = reader.text(.product) {
      row.product = try index.product(name)?.id
      if row.product == nil { reader.refuse(.product, ImportRefusal.Reason.unknown(.product).words) }
    }
    if reader.text(.qty) != nil { row.quantity = reader.quantity(.qty, decimals: 6) }
    row.carrier = reader.text(.carrier)
    row.tracking = reader.text(.tracking)
    row.arrivedOn = reader.day(.arrived)
    row.short = reader.amount(.short, decimals: 6) ?? 0
    row.damaged = reader.amount(.damaged, decimals: 6) ?? 0
    if row.short + row.damaged > 0, reader.text(.arrived) == nil {
      reader.refuse(
        row.short > 0 ? .short : .damaged, Text("needs the day it arrived", "要有签收日期", "要有簽收日期"))
    }
    return row
  }

  /// Production orders.
  func production(_ index: ImportIndex, _ reading: Reading, _ applying: Applying?) throws -> ImportFindings {
    var reader = RowReader(table)
    let all = try rows(&reader) { reader in try production(&reader, index) }
    let read = all.compactMap(\.row)
    let comparison = try ProductionComparison(read, in: reading)
    let (findings, refused) = judged(all, comparison.verdicts, &reader) { $0.no }
    guard let applying else { return findings }
    try applying.check(findings)
    _ = try applying.writing.bringIn(read, comparison, except: refused)
    return findings
  }

  private func production(_ reader: inout RowReader, _ index: ImportIndex) throws -> ImportedProduction? {
    guard let no = reader.needed(.no), let name = reader.needed(.product) else { return nil }
    guard let product = try index.product(name) else {
      reader.refuse(.product, ImportRefusal.Reason.unknown(.product).words)
      return nil
    }
    guard let quantity = reader.quantity(.qty, decimals: product.decimals) else { return nil }
    var row = ImportedProduction(no: no, product: product, quantity: quantity)
    row.order = reader.text(.order)
    row.line = reader.ordinal(.line)
    row.releasedOn = reader.day(.released)
    row.startOn = reader.day(.start)
    row.dueOn = reader.day(.due)
    row.finishedOn = reader.day(.finished)
    row.good = reader.amount(.good, decimals: product.decimals)
    row.scrap = reader.amount(.scrap, decimals: product.decimals)
    if let word = reader.text(.status) {
      let status = OrderStatusWord(word)
      row.isCancelled = status == .cancelled
      if status == nil && !["planned", "finished", "完工", "计划", "計劃"].contains(folded(word)) {
        reader.refuse(.status, Text("known: ", "可用: ", "可用: ") + OrderStatusWord.cancelled.words)
      }
    }
    return row
  }

  /// Operations of production orders.
  func operations(_ index: ImportIndex, _ reading: Reading, _ applying: Applying?) throws -> ImportFindings {
    var reader = RowReader(table)
    let all = try rows(&reader) { reader in try operation(&reader, index) }
    let read = all.compactMap(\.row)
    let comparison = try OperationComparison(read, in: reading)
    let (findings, refused) = judged(all, comparison.verdicts, &reader) {
      $0.production + "." + String($0.seq)
    }
    guard let applying else { return findings }
    try applying.check(findings)
    _ = try applying.writing.bringIn(comparison, except: refused)
    return findings
  }

  private func operation(_ reader: inout RowReader, _ index: ImportIndex) throws -> ImportedOperation? {
    guard let production = reader.needed(.production), reader.needed(.seq) != nil,
      let seq = reader.ordinal(.seq), let name = reader.needed(.name)
    else { return nil }
    var row = ImportedOperation(production: production, seq: seq, name: name)
    row.departmentName = reader.text(.department)
    row.department = try row.departmentName.map(index.department)
    row.planStartOn = reader.day(.planStart)
    row.planFinishOn = reader.day(.planFinish)
    row.startedOn = reader.day(.started)
    row.finishedOn = reader.day(.finished)
    row.good = reader.amount(.good, decimals: 6)
    row.scrap = reader.amount(.scrap, decimals: 6)
    return row
  }

  /// The findings on rows that were compared, and the places of the refused among those that were read.
  func judged<Row>(
    _ all: [(record: TableRecord, row: Row?)], _ verdicts: [ImportVerdict], _ reader: inout RowReader,
    key: (Row) -> String
  ) -> (ImportFindings, refused: Set<Int>) {
    var findings = ImportFindings()
    var refused: Set<Int> = []
    var place = 0
    for (record, row) in all {
      guard let row else {
        findings.noteBad(record.row, "")
        continue
      }
      if case .refused(let refusals) = verdicts[place] {
        refused.insert(place)
        reader.refuse(refusals, record)
      }
      findings.note(record.row, key(row), verdicts[place])
      place += 1
    }
    findings.add(reader.problems)
    return (findings, refused)
  }
}
