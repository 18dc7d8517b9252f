import ArgumentParser
import Gendan

/// Says in which other units a product is ordered: `product unit P-88 箱=12`.
struct ProductUnitCommand: BookCommand {
  static let sheet = CommandSheet(
    id: "product.unit", word: "unit", chinese: ["单位", "單位"],
    about: Text("other units of a product", "产品的换算单位", "產品的換算單位"),
    usage: "CODE UNIT=QUANTITY…", examples: ["product unit P-88 箱=12 打=12", "product unit P-88 箱="],
    part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (name, values) = try FieldValue.read(words, try: "gendan product unit P-88 箱=12")
    return try desk.write { writing, answer in
      let product = try Product.named(name, in: writing.db)
      for value in values {
        guard !value.field.isEmpty, value.field.count <= 20, !value.field.contains(where: \.isNumber) else {
          throw Complaint(
            .usage,
            Text(
              "\"\(value.field)\" is no name of a unit", "\"\(value.field)\" 不能作单位名",
              "\"\(value.field)\" 不能作單位名"), try: "gendan product unit \(product.code) 箱=12")
        }
        let quantity =
          try value.value.isEmpty ? nil : OrderNew.quantity(value.value, decimals: product.decimals)
        try writing.set(unit: value.field, of: product, to: quantity)
      }
      let units = try product.units(in: writing.db).map(\.words)
      answer.echo = [
        Text(verbatim: "\(product.code) \(product.name): ")
          + (units.isEmpty ? Text("no other unit", "没有其他单位", "沒有其他單位") : units.joined(", "))
      ]
    }
  }
}

extension ProductUnit {
  /// `1 箱 = 12 件`.
  var words: Text { Text(verbatim: "1 \(name) = \(quantity.text) \(quantity.unit)") }
}

/// A quantity of a product as somebody typed it: `300`, `300件`, or in another unit `25箱`.
struct TypedQuantity {
  /// In the product's smallest unit.
  let smallest: Int64
  /// How it was converted, `25 箱 x 12 = 300 件`; nil where it was typed in the product's own unit.
  let conversion: Text?

  /// Reads a quantity of goods that are not known: a whole number.
  init(_ text: String) throws {
    smallest = try OrderNew.quantity(text, decimals: 0)
    conversion = nil
  }

  /// Reads it; a unit that is neither the product's nor convertible is refused with those that are.
  init(_ text: String, of product: Product, in reading: Reading) throws {
    let typed = folded(text)
    let number = typed.prefix { $0.isASCII && $0.isNumber || ".,+-\u{2212} ".contains($0) }
    let unit = String(typed.dropFirst(number.count).trimmed)
    // 1e5 is no number of e5, nor 200,单价=3 one of 单价=3.
    let isUnit = !unit.isEmpty && !unit.contains { $0.isNumber || "=:".contains($0) }
    guard isUnit, !number.trimmed.isEmpty, unit != folded(product.unit) else {
      // What is no number at all is named whole.
      let plain = isUnit && !number.trimmed.isEmpty ? String(number) : text
      smallest = try OrderNew.quantity(plain, decimals: product.decimals)
      conversion = nil
      return
    }
    let units = try product.units(in: reading.db)
    guard let other = units.first(where: { folded($0.name) == unit }) else {
      throw Complaint(
        .usage,
        Text(
          "\(product.code) is counted in \(product.unit), not in \(unit)",
          "\(product.code) 按 \(product.unit) 计数, 不按 \(unit)",
          "\(product.code) 按 \(product.unit) 計數, 不按 \(unit)"),
        facts: units.isEmpty ? [] : [units.map(\.words).joined(", ")],
        try: "gendan product unit \(product.code) \(unit)=12")
    }
    // 2.5 cartons of 12 are 30 pieces, 2.55 are none.
    let count = Int128(try DecimalText.parse(String(number), decimals: 6))
    let (whole, rest) = (count * Int128(other.quantity.smallest)).quotientAndRemainder(dividingBy: 1_000_000)
    guard whole <= 1_000_000_000_000 else { throw BookError.tooLarge(text) }
    guard rest == 0 else { throw NumberError.tooPrecise(text, decimals: product.decimals) }
    guard whole > 0 else { throw OrderNew.notAboveZero(text) }
    smallest = Int64(whole)
    let total = product.quantity(smallest)
    conversion = Text(
      verbatim: "\(number.trimmed) \(other.name) x \(other.quantity.text) = \(total.text) \(total.unit)")
  }
}
