/// What does the work of steps: a machine, a team, or a supplier.
public struct Resource: Sendable, Equatable {
  /// Days on which it stands still.
  public struct Stop: Sendable, Equatable {
    /// Why.
    public let reason: String
    /// The first day.
    public let fromOn: Day
    /// The last day, as expected; nil where nobody knows.
    public let untilOn: Day?
    /// The day on which it went on; nil while it stands.
    public let resumedOn: Day?

    /// The last day that is lost; nil where no end is known.
    public var lastOn: Day? { resumedOn.map { $0.adding(days: -1) } ?? untilOn }
  }

  /// Its key.
  public let id: Identifier<Resource>
  /// Its code.
  public let code: String
  /// Its name.
  public let name: String
  /// The department to which it belongs.
  public let department: String?
  /// How many jobs it works on at once.
  public let places: Int
  /// How much it does of what is standard, in basis points.
  public let efficiency: Int
  /// Its own hours, such as 8:00-20:00; nil for the site's.
  public let shifts: String?
  /// Whether it is a supplier, who takes as many jobs as come.
  public let isOutside: Bool
  /// Whether it is in use.
  public let isActive: Bool
  /// The times when it stands still, oldest first.
  public internal(set) var stops: [Stop] = []
}

/// What a step takes: its standard time, and where it can be done.
public struct StepCapacity: Sendable, Equatable {
  /// A resource that can do it.
  public struct Place: Sendable, Equatable {
    /// The resource.
    public var resource: Identifier<Resource>
    /// Its own standard time in 1/100 minute a unit; nil for the step's.
    public var minutes: Int64?

    /// A resource, with its own standard time where it has one.
    public init(_ resource: Identifier<Resource>, minutes: Int64? = nil) {
      self.resource = resource
      self.minutes = minutes
    }
  }

  /// The standard time in 1/100 minute a unit; nil where only working days are known.
  public var minutes: Int64?
  /// Minutes before the first piece.
  public var setup: Int64 = 0
  /// Units after which the next step may begin; nil where it waits for all of them.
  public var overlap: Int64?
  /// Where it can be done, the best first; empty where nobody said.
  public var places: [Place] = []

  /// Nothing is known.
  public init() {}
}
