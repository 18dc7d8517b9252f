import ArgumentParser
import Gendan
import GendanOutput

/// Products whose code or name has every word.
struct ProductList: BookCommand {
  static let sheet = CommandSheet(
    id: "product.list", word: "list", chinese: ["列表"],
    about: Text("list products", "列出产品", "列出產品"),
    usage: "[WORDS…]", examples: ["product list", "product list 法兰 DN50"], part: .admin)

  @Argument var words: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk) throws -> Answer {
    try desk.read { reading in
      let found = try Product.list(containing: words, in: reading.db)
      return Answer("products", Product.listing(desk.language).list(found))
    }
  }
}
