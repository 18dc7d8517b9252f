/// A document's states and the acts that each allows, as one table: a label a person sees is
/// derived from facts, and what may be done next is read here.
public struct Lifecycle<State: Hashable & Sendable, Act: Hashable & Sendable>: Sendable {
  private let table: [State: Set<Act>]

  /// A table with a row a state.
  public init(_ table: [State: Set<Act>]) { self.table = table }

  /// Whether the act is allowed in the state.
  public func allows(_ act: Act, in state: State) -> Bool { table[state]?.contains(act) ?? false }
}
