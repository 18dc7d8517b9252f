/// What takes the elements and the text of one XML part, in the order of the part.
///
/// Names come without their prefix: programs differ in the prefixes they choose.
protocol XMLHandler: AnyObject {
  /// An element begins.
  func begin(_ name: String, _ attributes: XMLAttributes) throws(WorkbookError)
  /// Text stands in the element that is open; one text may come in several pieces.
  func text(_ bytes: UnsafeRawBufferPointer)
  /// An element ends.
  func end(_ name: String) throws(WorkbookError)
}

/// The attributes of an element, made into text only when asked.
struct XMLAttributes {
  /// Names and values in turn, nil after the last.
  let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of an attribute by its name as it stands.
  subscript(name: String) -> String? {
    value { $0 == name }
  }

  /// The value of an attribute that has a prefix, by its name without it.
  func prefixed(_ name: String) -> String? {
    value { $0.hasSuffix(":" + name) }
  }

  /// Whether an attribute says yes.
  func isTrue(_ name: String) -> Bool { ["1", "true", "on"].contains(self[name]) }

  private func value(_ isIt: (String) -> Bool) -> String? {
    var place = list
    while let name = place[0], let value = place[1] {
      if isIt(String(cString: name)) { return String(cString: value) }
      place += 2
    }
    return nil
  }
}
