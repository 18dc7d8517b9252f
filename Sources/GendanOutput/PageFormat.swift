/// The paper that a page is printed on.
public struct PageFormat: Sendable, Equatable {
  /// A size by its usual name.
  public enum Size: String, Sendable, CaseIterable {
    case a4 = "A4"
    case a5 = "A5"
    case letter
  }

  /// How large it is.
  public var size: Size
  /// Whether it stands upright.
  public var isPortrait: Bool

  /// A4 on its side, which most reports need, unless it is said.
  public init(_ size: Size = .a4, isPortrait: Bool = false) {
    self.size = size
    self.isPortrait = isPortrait
  }

  /// The room on each side, in millimetres.
  static let margin = 12

  /// The width between the margins, in points.
  var room: Int {
    let (short, long) =
      switch size {
      case .a4: (210, 297)
      case .a5: (148, 210)
      case .letter: (216, 279)
      }
    return ((isPortrait ? short : long) - 2 * Self.margin) * 72 * 10 / 254
  }

  /// As CSS names it: `A4 landscape`.
  public var css: String { size.rawValue + (isPortrait ? " portrait" : " landscape") }
}
