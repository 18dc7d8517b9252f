import ArgumentParser
import Gendan

/// Changes what is said of a product: its standard lead time above all.
struct ProductSet: BookCommand {
  static let sheet = CommandSheet(
    id: "product.set", word: "set", chinese: ["改"],
    about: Text("change a product", "改产品资料", "改產品資料"),
    usage: "CODE name=N unit=U route=R lead=WORKING-DAYS sample=yes|no statutory=yes|no printed=yes|no"
      + " active=yes|no",
    examples: ["product set P-88 lead=15 route=flange", "product set P-88 active=no"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let (name, values) = try FieldValue.read(words, try: "gendan product set P-88 lead=15")
    return try desk.write { writing, answer in
      let old = try Product.named(name, in: writing.db)
      for value in values { try put(value, on: old, in: writing) }
      let new = try Product.named(old.code, in: writing.db)
      var echo = FieldEcho()
      echo.add(ProductWord.name.words, old.name, new.name)
      echo.add(ProductWord.unit.words, old.unit, new.unit)
      echo.add(ProductWord.route.words, old.route, new.route)
      echo.add(ProductWord.lead.words, old.leadDays.map(DateWords.days), new.leadDays.map(DateWords.days))
      echo.add(ProductWord.sample.words, Answers(old.isSampled).words, Answers(new.isSampled).words)
      echo.add(
        ProductWord.statutory.words, Answers(old.isStatutory).words, Answers(new.isStatutory).words)
      echo.add(ProductWord.printed.words, Answers(old.isPrinted).words, Answers(new.isPrinted).words)
      echo.add(ProductWord.active.words, Answers(old.isActive).words, Answers(new.isActive).words)
      answer.echo = [echo.line("\(new.code) \(new.name)")]
    }
  }

  /// Writes one value where it differs.
  private func put(_ value: FieldValue, on product: Product, in writing: Writing) throws {
    switch try value.key(ProductWord.self) {
    case .name:
      let name = try value.required()
      if name != product.name { try writing.set(product: product, name: name) }
    case .unit:
      let unit = try value.required()
      if unit != product.unit { try writing.set(product: product, unit: unit) }
    case .route:
      let route = value.value.isEmpty ? nil : try Route.named(value.value, in: writing.db)
      if route?.code != product.route { try writing.set(product: product, route: .some(route?.id)) }
    case .lead:
      let days = try ProductWord.leadDays(value.value)
      if days == nil && product.leadDays != nil { try writing.clearLeadTime(of: product) }
      if days != product.leadDays { try writing.set(product: product, leadDays: days) }
    case .sample:
      let isSampled = try Answers.isYes(value.required())
      if isSampled != product.isSampled { try writing.set(product: product, isSampled: isSampled) }
    case .statutory:
      let isStatutory = try Answers.isYes(value.required())
      if isStatutory != product.isStatutory { try writing.set(product: product, isStatutory: isStatutory) }
    case .printed:
      let isPrinted = try Answers.isYes(value.required())
      if isPrinted != product.isPrinted { try writing.set(product: product, isPrinted: isPrinted) }
    case .active:
      let isActive = try Answers.isYes(value.required())
      if isActive != product.isActive { try writing.set(product: product, isActive: isActive) }
    }
  }
}
