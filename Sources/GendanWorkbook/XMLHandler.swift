/// What takes the elements and the text of one XML part, in the order of the part.
///
/// Names come without their prefix, and hold only while they are told.
protocol XMLHandler: AnyObject {
  /// An element begins.
  func begin(_ name: XMLText, _ attributes: XMLAttributes) throws(WorkbookError)
  /// Text stands in the element that is open; one text may come in several pieces.
  func text(_ bytes: UnsafeRawBufferPointer)
  /// An element ends.
  func end(_ name: XMLText) throws(WorkbookError)
}

/// The attributes of an element.
struct XMLAttributes {
  /// Names and values in turn, nil after the last.
  let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of an attribute by its name as it stands.
  subscript(name: StaticString) -> XMLText? {
    value { name ~= $0 }
  }

  /// The value of an attribute that has a prefix, by its name without it.
  func prefixed(_ name: StaticString) -> XMLText? {
    value { $0.local.start != $0.start && name ~= $0.local }
  }

  private func value(_ isIt: (XMLText) -> Bool) -> XMLText? {
    var place = list
    while let name = place[0], let value = place[1] {
      if isIt(XMLText(start: name)) { return XMLText(start: value) }
      place += 2
    }
    return nil
  }
}
