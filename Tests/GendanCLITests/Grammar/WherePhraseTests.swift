import Gendan
import GendanTestSupport
import Testing

@testable import GendanCLI

/// Filters with and, or, not and parentheses.
struct WherePhraseTests {
  private func read(_ text: String) throws -> OrderFilter {
    try WherePhrase(text).parse { .word($0) }
  }

  private let a = OrderFilter.word("a")
  private let b = OrderFilter.word("b")
  private let c = OrderFilter.word("c")

  @Test(arguments: ["a", "(a)", "((a))", " ( a ) ", "not not a"])
  func `one term is itself`(text: String) throws { #expect(try read(text) == a) }

  @Test func `terms are joined as they say`() throws {
    #expect(try read("a or b or c") == .any([a, b, c]))
    #expect(try read("a and b") == .all([a, b]))
    #expect(try read("a b c") == .all([a, b, c]))
    #expect(try read("a or (b and not c)") == .any([a, .all([b, .not(c)])]))
    #expect(try read("not (a or b) c") == .all([.not(.any([a, b])), c]))
    #expect(try read("a 或 （b 且 非 c）") == .any([a, .all([b, .not(c)])]))
    // Parentheses within a term are its own, and quotes keep spaces.
    #expect(try read("产品:法兰(304) or 'b c'") == .any([.word("产品:法兰(304)"), .word("b c")]))
    #expect(try read("(产品:法兰(304))") == .word("产品:法兰(304)"))
  }

  @Test(arguments: [
    "", "()", "a or", "or a", "and", "not", "(a", "a)", "a or b and c", "a b or c", "'a", "a or or b",
    String(repeating: "(", count: 5000) + "a" + String(repeating: ")", count: 5000),
  ])
  func `what cannot be read is refused with a way out`(text: String) throws {
    #expect {
      _ = try read(text)
    } throws: { error in
      (error as? Complaint)?.code == .usage && (error as? Complaint)?.tries.isEmpty == false
    }
  }

  @Test func `a filter says whether it names states`() throws {
    #expect(try !read("a or b").namesState)
    #expect(OrderFilter.any([.word("a"), .state(.closed)]).namesState)
    #expect(OrderFilter.not(.state(.open)).namesState)
    // Neither of these asks for orders that are closed.
    #expect(!OrderFilter.not(.state(.closed)).namesState && !OrderFilter.state(.overdue).namesState)
  }
}
