import GendanOutput
import Testing

@Suite struct JSONTests {
  @Test func `an object is written compactly and in order`() {
    let json: JSON = ["b": 1, "a": [true, nil, "法兰"], "c": ["x": -5], "d": [:], "e": []]
    #expect(json.text == #"{"b":1,"a":[true,null,"法兰"],"c":{"x":-5},"d":{},"e":[]}"#)
  }

  @Test func `quotes, backslashes and control characters are escaped`() {
    let json = JSON.string("\"\\/\n\r\t\u{1}\u{1B}\u{7F}\u{9B}é汉😀\u{2028}\"\u{301}")
    #expect(
      json.text == #""\"\\/\n\r\t\u0001\u001b\u007f\u009bé汉😀"# + "\u{2028}" + #"\""# + "\u{301}\"")
  }

  @Test(arguments: [
    #"{"schema":"gendan.orders/1","rows":[{"no":"SO2602-0118","qty":200,"rate":0.891,"cause":null}]}"#,
    #"[[],{},"",0,-1,9223372036854775807,9223372036854775808,1e5,-0.50E-2,true,false]"#,
    #""\"\\\n\u0000汉""#,
  ])
  func `what is read is written again to the letter`(text: String) throws {
    #expect(try JSON.parse(text).text == text)
  }

  @Test func `numbers are integers if they can be and else keep their digits`() throws {
    let json = try JSON.parse("[12, 12.0, 7300.00, 99999999999999999999]")
    #expect(json == [12, .decimal("12.0"), .decimal("7300.00"), .decimal("99999999999999999999")])
  }

  @Test func `escapes are read, surrogate pairs among them`() throws {
    #expect(try JSON.parse(#" "\u6c49\uD83D\ude00\/\b\f" "#) == .string("汉😀/\u{8}\u{C}"))
  }

  @Test(arguments: [
    ("", JSON.Malformed.Reason.unexpectedEnd, 0), ("[1,]", .unexpectedCharacter, 3),
    ("[1 2]", .unexpectedCharacter, 3),
    ("{\"a\":1", .unexpectedEnd, 6), ("01", .invalidNumber, 0), ("1.", .invalidNumber, 2),
    ("-", .invalidNumber, 0),
    ("1e+", .invalidNumber, 3), ("nul", .unexpectedCharacter, 0), ("1 1", .unexpectedCharacter, 2),
    ("\"a\nb\"", .controlCharacter, 2), (#""\x""#, .invalidEscape, 3), (#""\ud800""#, .invalidEscape, 7),
    (#""\udc00\ud800""#, .invalidEscape, 7), ("\"abc", .unexpectedEnd, 4), ("{a:1}", .unexpectedCharacter, 1),
    (#"{"a":1,"a":2}"#, .repeatedName("a"), 7), ("'a'", .unexpectedCharacter, 0),
  ])
  func `what is not JSON is refused where it goes wrong`(
    text: String, reason: JSON.Malformed.Reason, offset: Int
  ) throws {
    let error = #expect(throws: JSON.Malformed.self) { try JSON.parse(text) }
    #expect(error?.reason == reason)
    #expect(error?.offset == offset)
  }

  @Test func `nesting stops at the limit`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try JSON.parse(nested(64)).text == nested(64))
    let error = #expect(throws: JSON.Malformed.self) { try JSON.parse(nested(65)) }
    #expect(error?.reason == .tooDeep)
  }

  @Test func `a member is found by its name`() {
    let json: JSON = ["amount": "7300.00", "currency": "CNY"]
    #expect(json["currency"] == "CNY")
    #expect(json["none"] == nil)
    #expect(JSON.array([])["amount"] == nil)
  }
}
