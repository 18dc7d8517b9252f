/// How much of an archive is taken in: far more than a person's workbook holds, and little enough for a
/// machine to live through.
public struct ArchiveLimits: Sendable {
  /// How many entries it may have.
  public var entries = 10_000
  /// How many bytes one part may hold once it is unpacked.
  public var part = 1 << 29
  /// How many bytes all parts may hold together once they are unpacked.
  public var whole = 1 << 30
  /// How many times its packed size a part may hold, once it is larger than `freeOfRatio`.
  ///
  /// Sheets of numbers shrink to a tenth, sheets of the same word to a fiftieth; zeros to a thousandth.
  public var ratio = 200
  /// The size in bytes up to which a part may shrink as it likes.
  public var freeOfRatio = 1 << 23
  /// How many bytes may stand between two angle brackets.
  public var token = 1 << 20
  /// How many cells with something in them a sheet may have.
  public var cells = 1 << 23
  /// How many areas of merged cells a sheet may have.
  public var merges = 1 << 16

  /// The limits that the program works with.
  public init() {}
}
