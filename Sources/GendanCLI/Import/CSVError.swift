/// What is wrong with a CSV file or one of its rows.
///
/// `row` is the number a spreadsheet shows beside the record, 1 for the first, a blank line having a number
/// too; `line` is the line of the file, from 1. They part where a quoted field holds line breaks.
enum CSVError: Error, Equatable {
  /// There is nothing in it, not even a header.
  case empty
  /// There is nothing after the header.
  case noRows(header: [String])
  /// A record has more or fewer fields than the header.
  case fieldCount(row: Int, line: Int, expected: Int, found: Int)
  /// The quote opened on `line` is never closed.
  case unterminatedQuote(row: Int, line: Int)
  /// In a column, from 0, text follows the closing quote.
  case textAfterQuote(row: Int, line: Int, column: Int)
}
