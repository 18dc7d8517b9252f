extension Forecast {
  /// A production order, finished or not, with its plan and what is known of what happened.
  public struct Order: Sendable, Equatable {
    /// The product's key.
    public let product: String
    /// The day on which it was or is to be released to its first resource.
    public let plannedStart: Int
    /// The day on which it was or is to be finished, by the plan.
    public let plannedFinish: Int
    /// The day on which it was finished; nil while it is not.
    public let finish: Int?
    /// What is done to it, in the order in which it is done; may be empty.
    public let operations: [Operation]

    /// An order; absurd days are held within ten million of day 0.
    public init(
      product: String, plannedStart: Int, plannedFinish: Int, finish: Int? = nil, operations: [Operation] = []
    ) {
      self.product = product
      self.plannedStart = bounded(plannedStart)
      self.plannedFinish = bounded(plannedFinish)
      self.finish = finish.map(bounded)
      self.operations = operations
    }
  }

  /// One operation of an order, with its plan and what is known of what happened.
  public struct Operation: Sendable, Equatable {
    /// The key of the machine, place or group that does it.
    public let resource: String
    /// The day on which it joins the queue of its resource, by the plan.
    public let plannedStart: Int
    /// The day on which it is to be finished, by the plan.
    public let plannedFinish: Int
    /// The day on which it was begun; nil while it is not.
    public let start: Int?
    /// The day on which it was finished; nil while it is not.
    public let finish: Int?

    /// An operation; absurd days are held within ten million of day 0.
    public init(
      resource: String, plannedStart: Int, plannedFinish: Int, start: Int? = nil, finish: Int? = nil
    ) {
      self.resource = resource
      self.plannedStart = bounded(plannedStart)
      self.plannedFinish = bounded(plannedFinish)
      self.start = start.map(bounded)
      self.finish = finish.map(bounded)
    }
  }
}
