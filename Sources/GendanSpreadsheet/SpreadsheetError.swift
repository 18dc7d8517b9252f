/// Why a spreadsheet was not written.
public enum SpreadsheetError: Error, Equatable {
  /// The library that writes them is not on this machine; with what the loader said.
  case unavailable(String)
  /// The file cannot be written; with what the library said.
  case cannotWrite(String)
}
