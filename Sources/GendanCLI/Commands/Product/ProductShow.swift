import ArgumentParser
import Gendan
import GendanOutput

/// Everything about one product.
struct ProductShow: BookCommand {
  static let sheet = CommandSheet(
    id: "product.show", word: "show", chinese: ["看"],
    about: Text("show a product", "看一个产品", "看一個產品"),
    usage: "CODE | NAME", examples: ["product show P-88"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    let name = try words.name(Noun.product.words, try: "gendan product show P-88")
    return try desk.read { reading in
      let product = try Product.named(name, in: reading.db)
      let units = try product.units(in: reading.db)
      let record = JSON.Member(
        "units",
        .array(
          units.map {
            ["name": .string($0.name), "qty": .decimal($0.quantity.plain), "unit": .string(product.unit)]
          }))
      var document = Product.listing(desk.language).card(product, with: [record])
      document.blocks += units.map { .line($0.words[desk.language]) }
      return Answer("product", document)
    }
  }
}
