import CXlsxWriter
import Gendan
import GendanOutput

/// A spreadsheet file being written: its sheets, their names, and the looks of their cells.
final class Workbook {
  let library: SpreadsheetLibrary
  private let workbook: SpreadsheetLibrary.Workbook
  private var formats: SpreadsheetFormats
  private var names = SheetNames()

  /// Begins a file; rows wait in `folder`, not in memory, until it is closed.
  init(_ path: String, folder: String, title: String, created: Instant) throws(SpreadsheetError) {
    library = try SpreadsheetLibrary()
    let library = library
    let opened = path.withCString { path in
      folder.withCString { folder in
        var options = lxw_workbook_options()
        options.constant_memory = 1
        options.tmpdir = UnsafeMutablePointer(mutating: folder)
        return library.open(path, &options)
      }
    }
    guard let opened else { throw .cannotWrite(path) }
    workbook = opened
    formats = SpreadsheetFormats(library, workbook)
    let result = title.printable.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = time_t(created.seconds)
      return library.setProperties(opened, &properties)
    }
    try library.check(result)
  }

  /// A further sheet, called as nearly as possible as it is wished.
  func sheet(_ wish: String) throws(SpreadsheetError) -> SpreadsheetLibrary.Worksheet {
    guard let sheet = library.addWorksheet(workbook, names.name(wish)) else { throw .cannotWrite(wish) }
    return sheet
  }

  /// The format of a look.
  func format(_ look: SpreadsheetFormats.Look) throws(SpreadsheetError) -> SpreadsheetLibrary.Format {
    try formats.format(look)
  }

  /// Puts the file together. Once, and also after a failure: it frees what the library holds.
  func close() throws(SpreadsheetError) {
    try library.check(library.close(workbook))
  }
}
