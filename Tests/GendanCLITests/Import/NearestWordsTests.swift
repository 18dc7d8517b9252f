import Testing

@testable import GendanCLI

struct NearestWordsTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("ca", "abc", 3),
    ("交期", "交货日期", 2), ("overdue", "ovredue", 1),
  ])
  func `The distance counts slips of typing`(a: String, b: String, distance: Int) {
    #expect(editDistance(Array(a), Array(b)) == distance)
    #expect(editDistance(Array(b), Array(a)) == distance)
  }

  @Test func `The closest words come first, equals in their order`() {
    let words = ["list", "overdue", "over", "order", "orders", "undo"]
    #expect(nearest(to: "ovrdue", among: words) == ["overdue"])
    #expect(nearest(to: "ordr", among: words) == ["order"])
    #expect(nearest(to: "ordeer", among: words) == ["order", "orders"])
    #expect(nearest(to: "o", among: words) == ["over", "order", "orders"])
    #expect(nearest(to: "o", among: words, limit: 1) == ["over"])
    #expect(nearest(to: "o", among: words, limit: -1) == [])
  }

  @Test func `Case and width make no difference`() {
    #expect(nearest(to: "ＯＶＥＲ", among: ["Overdue"]) == ["Overdue"])
  }

  @Test func `A word of which nothing stays is not close`() {
    #expect(nearest(to: "单", among: ["改", "数量", "订单", "单价"]) == ["订单", "单价"])
    #expect(nearest(to: "", among: ["a", "ab"]) == [])
    #expect(nearest(to: String(repeating: "x", count: 100_000), among: ["xx"]) == [])
  }
}
