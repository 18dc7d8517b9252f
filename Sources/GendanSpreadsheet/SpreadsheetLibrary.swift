import CXlsxWriter
import Glibc

/// The functions of libxlsxwriter, loaded when they are needed: Debian has no static library of it, and the shared
/// one brings OpenSSL's, which no daily command should wait for at its start.
struct SpreadsheetLibrary {
  typealias Workbook = UnsafeMutablePointer<lxw_workbook>
  typealias Worksheet = UnsafeMutablePointer<lxw_worksheet>
  typealias Format = UnsafeMutablePointer<lxw_format>
  typealias Row = lxw_row_t
  typealias Column = lxw_col_t

  let open: @convention(c) (UnsafePointer<CChar>, UnsafeMutablePointer<lxw_workbook_options>) -> Workbook?
  let close: @convention(c) (Workbook) -> lxw_error
  let setProperties: @convention(c) (Workbook, UnsafeMutablePointer<lxw_doc_properties>) -> lxw_error
  let addWorksheet: @convention(c) (Workbook, UnsafePointer<CChar>) -> Worksheet?
  let addFormat: @convention(c) (Workbook) -> Format?
  let reason: @convention(c) (lxw_error) -> UnsafePointer<CChar>?

  let number: @convention(c) (Worksheet, Row, Column, Double, Format?) -> lxw_error
  let string: @convention(c) (Worksheet, Row, Column, UnsafePointer<CChar>, Format?) -> lxw_error
  let boolean: @convention(c) (Worksheet, Row, Column, CInt, Format?) -> lxw_error
  let blank: @convention(c) (Worksheet, Row, Column, Format?) -> lxw_error

  let setColumn: @convention(c) (Worksheet, Column, Column, Double, Format?) -> lxw_error
  let freeze: @convention(c) (Worksheet, Row, Column) -> Void
  let autofilter: @convention(c) (Worksheet, Row, Column, Row, Column) -> lxw_error
  let repeatRows: @convention(c) (Worksheet, Row, Row) -> lxw_error
  let printArea: @convention(c) (Worksheet, Row, Column, Row, Column) -> lxw_error
  let fitToPages: @convention(c) (Worksheet, UInt16, UInt16) -> Void
  let landscape: @convention(c) (Worksheet) -> Void
  let setPaper: @convention(c) (Worksheet, UInt8) -> Void
  let setFooter: @convention(c) (Worksheet, UnsafePointer<CChar>) -> lxw_error

  let bold: @convention(c) (Format) -> Void
  let fontSize: @convention(c) (Format, Double) -> Void
  let fontColor: @convention(c) (Format, lxw_color_t) -> Void
  let numberFormat: @convention(c) (Format, UnsafePointer<CChar>) -> Void
  let align: @convention(c) (Format, UInt8) -> Void
  let wrap: @convention(c) (Format) -> Void
  let bottom: @convention(c) (Format, UInt8) -> Void
  let top: @convention(c) (Format, UInt8) -> Void

  /// Loads the library; throws `SpreadsheetError.unavailable` where it is not there or lacks a function.
  init() throws(SpreadsheetError) {
    let handle = dlopen("libxlsxwriter.so.\(LXW_SOVERSION)", RTLD_NOW | RTLD_LOCAL)
    func function<Signature>(_ name: String) throws(SpreadsheetError) -> Signature {
      guard let handle, let address = dlsym(handle, name) else {
        throw .unavailable(dlerror().map { String(cString: $0) } ?? name)
      }
      return unsafeBitCast(address, to: Signature.self)
    }
    open = try function("workbook_new_opt")
    close = try function("workbook_close")
    setProperties = try function("workbook_set_properties")
    addWorksheet = try function("workbook_add_worksheet")
    addFormat = try function("workbook_add_format")
    reason = try function("lxw_strerror")
    number = try function("worksheet_write_number")
    string = try function("worksheet_write_string")
    boolean = try function("worksheet_write_boolean")
    blank = try function("worksheet_write_blank")
    setColumn = try function("worksheet_set_column")
    freeze = try function("worksheet_freeze_panes")
    autofilter = try function("worksheet_autofilter")
    repeatRows = try function("worksheet_repeat_rows")
    printArea = try function("worksheet_print_area")
    fitToPages = try function("worksheet_fit_to_pages")
    landscape = try function("worksheet_set_landscape")
    setPaper = try function("worksheet_set_paper")
    setFooter = try function("worksheet_set_footer")
    bold = try function("format_set_bold")
    fontSize = try function("format_set_font_size")
    fontColor = try function("format_set_font_color")
    numberFormat = try function("format_set_num_format")
    align = try function("format_set_align")
    wrap = try function("format_set_text_wrap")
    bottom = try function("format_set_bottom")
    top = try function("format_set_top")
  }

  /// Throws what went wrong, if something did.
  func check(_ result: lxw_error) throws(SpreadsheetError) {
    guard result != LXW_NO_ERROR else { return }
    throw .cannotWrite(reason(result).map { String(cString: $0) } ?? "")
  }
}
