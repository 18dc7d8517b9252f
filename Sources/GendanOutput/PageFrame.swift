/// What printed pages say besides their document: what they are, of when and of what, who printed them, and
/// where people sign.
public struct PageFrame: Sendable, Equatable {
  /// A place to sign: 审核, and who stands there already.
  public struct Signature: Sendable, Equatable {
    /// What the person signs as.
    public var place: String
    /// The person, where known when the page is printed.
    public var name: String?

    /// A place to sign.
    public init(_ place: String, name: String? = nil) {
      self.place = place
      self.name = name
    }
  }

  /// The words around the two numbers of «page 1 of 3».
  public struct Numbering: Sendable, Equatable {
    /// Before the page's number.
    public var before: String
    /// Between it and the count of pages.
    public var between: String
    /// After the count.
    public var after: String

    /// `1 / 3`, unless it is said.
    public init(_ before: String = "", _ between: String = " / ", _ after: String = "") {
      self.before = before
      self.between = between
      self.after = after
    }

    /// The words for one page.
    func text(_ page: Int, of count: Int) -> String {
      before + String(page) + between + String(count) + after
    }
  }

  /// What the page is: 超期订单.
  public var title: String
  /// As of when, of which period, and what was filtered.
  public var scope: String
  /// The program and what was asked of it.
  public var origin: String
  /// Who printed it, when, and from which state of the book.
  public var stamp: String
  /// Where people sign, from the left.
  public var signatures: [Signature]
  /// How pages are numbered.
  public var numbering: Numbering

  /// A frame that says as much as it is given.
  public init(
    title: String, scope: String = "", origin: String = "", stamp: String = "",
    signatures: [Signature] = [], numbering: Numbering = Numbering()
  ) {
    self.title = title
    self.scope = scope
    self.origin = origin
    self.stamp = stamp
    self.signatures = signatures
    self.numbering = numbering
  }
}
