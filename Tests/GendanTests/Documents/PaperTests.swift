import Gendan
import GendanTestSupport
import Testing

/// Papers are kept by path, SHA-256 and size.
@Suite struct `Papers` {
  let shop: TestShop
  let no: String

  init() throws {
    shop = try TestShop()
    no = try shop.order()
  }

  private static func fingerprint(_ pieces: [String]) -> FileFingerprint {
    var hasher = ByteHasher()
    for piece in pieces { Array(piece.utf8).withUnsafeBytes { hasher.add($0) } }
    return hasher.finish()
  }

  @Test func `bytes in pieces have the SHA-256 of the whole (R-424)`() {
    // FIPS 180-4, examples: the empty message, and «abc».
    #expect(
      Self.fingerprint([]).sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let abc = Self.fingerprint(["a", "", "bc"])
    #expect(abc.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(abc.bytes == 3)
  }

  private func attach(_ kind: DocumentKind, _ text: String) throws {
    try shop.write { writing in
      let paper = NewPaper(kind, path: "/files/\(text)", Self.fingerprint([text]))
      try writing.attach(paper, to: PaperOwner(try TestShop.order(no, writing)))
    }
  }

  private func has(_ kind: DocumentKind) throws -> Bool {
    try shop.read { try Paper.has(kind, order: try TestShop.order(no, $0), in: $0.db) }
  }

  @Test func `an order has the kinds that were attached to its version (R-099, R-113)`() throws {
    #expect(try !has(.contract))
    try attach(.contract, "contract.pdf")
    #expect(try has(.contract))
    #expect(try !has(.customerOrder))
    // Another version of the order needs papers of its own.
    try shop.write { writing in
      writing.entry.subject = no
      try writing.db.run("UPDATE orders SET version = 2 WHERE no = \(no)")
    }
    #expect(try !has(.contract))
    let version1 = try shop.read {
      try Paper.has(.contract, order: try TestShop.order(no, $0), version: 1, in: $0.db)
    }
    #expect(version1)
  }

  @Test func `the same file is attached once a kind (R-424)`() throws {
    try attach(.contract, "contract.pdf")
    #expect(throws: BookError.taken(.document, "/files/contract.pdf")) {
      try attach(.contract, "contract.pdf")
    }
    try attach(.other, "contract.pdf")
    try attach(.contract, "page 2.pdf")
    let papers = try shop.read { try Paper.of(PaperOwner(try TestShop.order(no, $0)), in: $0.db) }
    #expect(papers.map(\.kind) == [.contract, .other, .contract])
  }

  @Test func `a file is unchanged, altered or missing (R-424)`() throws {
    try attach(.drawing, "a.dwg")
    let paper = try #require(try shop.read { try Paper.all(in: $0.db) }.first)
    #expect(paper.state(Self.fingerprint(["a.dwg"])) == .unchanged)
    #expect(paper.state(Self.fingerprint(["b.dwg"])) == .altered)
    #expect(paper.state(nil) == .missing)
  }

  @Test func `the papers of an order's samples and production orders are in its file (R-425)`() throws {
    try attach(.contract, "contract.pdf")
    try shop.write { writing in
      let order = try TestShop.order(no, writing)
      let production = try #require(try writing.release(order, ReleaseRequest()).first)
      let product = try Product.named("FL-50", in: writing.db)
      let sample = try writing.request(
        NewSample(customer: order.customerID, product: product.id, order: order, quantity: 1))
      for owner in [production.no, sample.no] {
        try writing.attach(
          NewPaper(.drawing, path: "/\(owner)", Self.fingerprint([owner])),
          to: try #require(try PaperOwner.numbered(owner, in: writing.db)))
      }
    }
    let papers = try shop.read { try Paper.of(PaperOwner(try TestShop.order(no, $0)), in: $0.db) }
    #expect(papers.map(\.owner.subject) == [.order, .production, .sample])
  }
}
