import GendanOutput
import Testing

@Suite struct JSONRendererTests {
  private let small = Table(
    "orders", columns: [Column("no", "单号"), Column("qty", "数量"), Column("price", "单价")],
    rows: [
      .heading("三月"), .cells(["A-1", Cell("1,000", value: 1000), Cell("36.50", value: ["amount": "36.50"])]),
      .cells(["A-2"]), .subtotal(["小计"]),
    ])

  private func json(_ document: Document, fields: [String]? = nil, extra: [JSON.Member] = []) throws -> String
  {
    try JSONRenderer(fields: fields).jsonText(
      document, schema: "gendan.orders/1", asOf: "2026-03-16", database: "e18452", extra: extra)
  }

  private let head = #"{"schema":"gendan.orders/1","as_of":"2026-03-16","db":"e18452""#

  @Test func `one table gives a count and rows`() throws {
    #expect(
      try json(Document([.line("在手"), .table(small)])) == head + #","count":2,"rows":["#
        + #"{"no":"A-1","qty":1000,"price":{"amount":"36.50"}},{"no":"A-2","qty":null,"price":null}]}"# + "\n"
    )
  }

  @Test func `several tables give sections`() throws {
    var other = small.selecting(["no"])
    other.id = "closed"
    other.rows = []
    let text = try json(
      Document([.table(small.selecting(["no"])), .table(other)]), extra: [.init("since", "2026-03-13")])
    #expect(
      text == head + #","since":"2026-03-13","sections":[{"id":"orders","rows":[{"no":"A-1"},{"no":"A-2"}]},"#
        + #"{"id":"closed","rows":[]}]}"# + "\n")
  }

  @Test func `the fields asked for come in the order asked for`() throws {
    let text = try json(Document([.table(small)]), fields: ["qty", "no", "qty"])
    #expect(text.contains(#""rows":[{"qty":1000,"no":"A-1"},{"qty":null,"no":"A-2"}]"#))
  }

  @Test func `an unknown field is named and the known ones are listed`() throws {
    let expected = UnknownField(name: "prize", known: ["no", "qty", "price"])
    let document = Document([.table(small), .table(small)])
    #expect(throws: expected) { try json(document, fields: ["no", "prize"]) }
    #expect(throws: expected) { try document.selecting(["prize"]) }
    #expect(throws: UnknownField(name: "b", known: ["a"])) {
      try json(Document(json: ["a": 1]), fields: ["b"])
    }
  }

  @Test func `a document may have its own JSON`() throws {
    #expect(
      try json(Document([.table(small)], json: ["late": 4, "no": "A"])) == head
        + ",\"late\":4,\"no\":\"A\"}\n")
    #expect(
      try json(Document(json: [["a": 1, "b": 2]]), fields: ["b"]) == head
        + ",\"count\":1,\"rows\":[{\"b\":2}]}\n")
    #expect(try json(Document(json: 7)) == head + ",\"value\":7}\n")
  }

  @Test func `every line of ndjson is one record`() throws {
    #expect(
      try JSONRenderer(fields: ["no"]).ndjsonText(Document([.table(small)]))
        == "{\"no\":\"A-1\"}\n{\"no\":\"A-2\"}\n")
    let lines = try JSONRenderer().ndjsonText(today).lines
    #expect(lines.count == 4)
    #expect(try JSON.parse(lines[3])["section"] == "due_today")
  }

  @Test func `what is written can be read`() throws {
    let read = try JSON.parse(try json(today))
    #expect(read["as_of"] == "2026-03-16")
    guard case .array(let sections) = read["sections"], case .array(let rows) = sections[0]["rows"] else {
      Issue.record("no sections")
      return
    }
    #expect(rows[1]["qty"] == 1000)
    #expect(rows[1]["row"] == nil, "the number of a line is for people")
    #expect(rows[2]["cause"] == JSON.null)
  }
}
