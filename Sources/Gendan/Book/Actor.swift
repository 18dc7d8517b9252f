/// Who acts, and from where.
public struct Actor: Sendable, Equatable {
  /// The name the operating system, or `--as`, gives the person.
  public let login: String
  /// The machine.
  public let host: String

  /// A person at a machine.
  public init(login: String, host: String) {
    self.login = login
    self.host = host
  }
}
