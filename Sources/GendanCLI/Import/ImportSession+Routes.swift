import Gendan

extension ImportSession {
  /// Steps of routes: what each takes, and where it can be done.
  func routes(_ index: ImportIndex, _ reading: Reading, _ applying: Applying?) throws -> ImportFindings {
    var reader = RowReader(table)
    let all = try rows(&reader) { reader in try routeStep(&reader, index) }
    let comparison = try RouteComparison(all.compactMap(\.row), in: reading)
    let (findings, refused) = judged(all, comparison.verdicts, &reader) { $0.route + "." + String($0.seq) }
    guard let applying else { return findings }
    try applying.check(findings)
    try applying.writing.bringIn(comparison, except: refused)
    return findings
  }

  private func routeStep(_ reader: inout RowReader, _ index: ImportIndex) throws -> ImportedRouteStep? {
    guard let route = reader.needed(.route), reader.needed(.seq) != nil, let seq = reader.ordinal(.seq),
      let name = reader.needed(.name)
    else { return nil }
    var row = ImportedRouteStep(route: route, seq: seq, name: name)
    row.routeName = reader.text(.routeName)
    row.department = reader.text(.department)
    row.days = reader.count(.days, 0...1000).map(Int.init)
    row.minutes = reader.text(.minutes) == nil ? nil : reader.quantity(.minutes, decimals: 2)
    row.setup = reader.count(.setup, 0...100_000)
    row.overlap = reader.count(.overlap, 1...1_000_000_000)
    if let text = reader.text(.resources) {
      do {
        row.places = try StepCapacity.places(text, minutes: Self.minutes) { code in
          guard let id = try index.resource(code) else { throw UnknownResource(code: code) }
          return id
        }
      } catch let error as NumberError {
        reader.refuse(.resources, error.importWords)
      } catch is UnknownResource {
        reader.refuse(.resources, ImportRefusal.Reason.unknown(.resource).words)
      }
    }
    return row
  }

  private static func minutes(_ text: String) throws(NumberError) -> Int64 {
    let minutes = try DecimalText.parse(folded(text), decimals: 2)
    guard 1...10_000_000 ~= minutes else { throw .outOfRange(text) }
    return minutes
  }

  private struct UnknownResource: Error {
    let code: String
  }
}
