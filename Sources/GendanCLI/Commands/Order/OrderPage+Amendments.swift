import Gendan
import GendanOutput

extension Packing {
  /// `24 件/箱, 彩盒, 唛头 HD-26`; a carton is a quantity of the product.
  func words(carton: Quantity?) -> Text {
    [
      carton.map { carton in
        Text(
          "\(carton.text) \(carton.unit) a carton", "\(carton.text) \(carton.unit)/箱",
          "\(carton.text) \(carton.unit)/箱")
      },
      text.map { Text(verbatim: $0) }, mark.map { Text("mark ", "唛头 ", "嘜頭 ") + $0 },
    ].compactMap { $0 }.joined(", ")
  }

  /// For machines; a carton in the product's unit.
  func json(carton: Quantity?) -> JSON {
    func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    return [
      "carton": carton.map { .decimal($0.plain) } ?? .null, "packing": text(self.text), "mark": text(mark),
    ]
  }
}

extension OrderPage {
  /// How each line is packed, and in how many cartons it leaves.
  var packingFacts: [(label: Text, text: Text)] {
    sections.packed.map { line in
      let words = line.packing.words(carton: line.carton)
      let cartons = line.cartons.map { count -> Text in
        Text(", \(count) cartons", ", 共 \(count) 箱", ", 共 \(count) 箱")
      }
      let place = rows.count > 1 ? Text(verbatim: "\(line.lineNo)  ") : Text(verbatim: "")
      return (OrderWord.packing.words, place + words + (cartons ?? Text(verbatim: "")))
    }
  }

  /// What each version changed, the newest last.
  var amendmentFacts: [(label: Text, text: Text)] {
    sections.amendments.map { amendment in
      (
        Text("Change", "变更", "變更"),
        Text(verbatim: dates.short(amendment.madeOn) + "  ") + amendment.words + "  (\(amendment.reason))"
      )
    }
  }

  func json(_ line: PackedLine) -> JSON {
    [
      "line": .integer(Int64(line.lineNo)), "packed": line.packing.json(carton: line.carton),
      "cartons": line.cartons.map { .integer($0) } ?? .null,
    ]
  }

  func json(_ amendment: Amendment) -> JSON {
    [
      "version": .integer(Int64(amendment.version)), "made": .string(amendment.madeOn.description),
      "side": .string(amendment.side.rawValue), "reason": .string(amendment.reason),
      "changes": amendment.changes.json,
    ]
  }
}
