extension Writing {
  /// Notes the language in which the person who acts is written to: en, zh-Hans or zh-Hant.
  public func speak(_ language: String) throws {
    try db.run("UPDATE users SET language = \(language) WHERE id = \(user.id)")
  }
}
