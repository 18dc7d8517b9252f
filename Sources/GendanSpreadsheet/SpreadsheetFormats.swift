import CXlsxWriter
import GendanOutput

/// The looks of a workbook's cells, each made once.
struct SpreadsheetFormats {
  /// What tells one look from another.
  struct Look: Hashable {
    var number: String?
    var style: Style?
    var isBold = false
    var isLarge = false
    var side: Alignment?
    var wraps = false
    /// A line above.
    var top = false
    /// A line below.
    var bottom = false
  }

  private let library: SpreadsheetLibrary
  private let workbook: SpreadsheetLibrary.Workbook
  private var made: [Look: SpreadsheetLibrary.Format] = [:]

  init(_ library: SpreadsheetLibrary, _ workbook: SpreadsheetLibrary.Workbook) {
    self.library = library
    self.workbook = workbook
  }

  /// The format of a look.
  mutating func format(_ look: Look) throws(SpreadsheetError) -> SpreadsheetLibrary.Format {
    if let format = made[look] { return format }
    guard let format = library.addFormat(workbook) else { throw .cannotWrite("format") }
    if let number = look.number { library.numberFormat(format, number) }
    if look.isBold || look.style == .strong { library.bold(format) }
    if look.isLarge { library.fontSize(format, 14) }
    if let colour = look.style.flatMap(Self.colour) { library.fontColor(format, colour) }
    if let side = look.side {
      let alignment = side == .leading ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT
      library.align(format, UInt8(alignment.rawValue))
    }
    if look.wraps { library.wrap(format) }
    if look.top { library.top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if look.bottom { library.bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    made[look] = format
    return format
  }

  /// The colours of the page in the browser.
  private static func colour(_ style: Style) -> lxw_color_t? {
    switch style {
    case .overdue: 0xB00000
    case .attention: 0x8A6100
    case .early: 0x006B2D
    case .faint: 0x666666
    case .strong: nil
    }
  }
}
