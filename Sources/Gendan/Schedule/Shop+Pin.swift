extension Shop {
  /// Where a task stands already and stays.
  ///
  /// A frozen job has a pin on every task; in another job the tasks that come first may have one.
  public struct Pin: Sendable, Hashable {
    /// When a pinned task ends.
    public enum End: Sendable, Hashable {
      /// Frozen: it ends at this minute.
      case finish(Int)

      /// Started: so many standard minutes of work are left from now on.
      case remaining(Int)
    }

    /// The resource's id.
    public var resource: Int

    /// The place of the resource, counted from 0.
    public var place: Int

    /// The minute it begins, or began.
    public var start: Int

    /// When it ends.
    public var end: End

    /// The minute from which the next task may begin with what is made so far; nil if it waits for the end.
    public var handover: Int?

    /// A task that begins and ends as was planned.
    public static func frozen(
      resource: Int, place: Int = 0, start: Int, finish: Int, handover: Int? = nil
    ) -> Pin {
      Pin(resource: resource, place: place, start: start, end: .finish(finish), handover: handover)
    }

    /// A task that is being worked on, with the standard minutes it still takes.
    public static func started(
      resource: Int, place: Int = 0, start: Int, remaining: Int, handover: Int? = nil
    ) -> Pin {
      Pin(resource: resource, place: place, start: start, end: .remaining(remaining), handover: handover)
    }
  }
}
