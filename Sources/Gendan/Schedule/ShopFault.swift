/// Why a shop is refused.
public enum ShopFault: Error, Sendable, Hashable {
  /// Two resources have this id.
  case resourceTwice(Int)

  /// Two jobs have this id.
  case jobTwice(Int)

  /// Two tasks of a job have the same id.
  case taskTwice(Shop.Reference)

  /// A calendar's intervals are empty, touch, overlap or are out of order; its index, and the interval's.
  case calendarOutOfOrder(calendar: Int, interval: Int)

  /// A resource names a calendar that the shop does not have.
  case unknownCalendar(resource: Int, calendar: Int)

  /// A resource has fewer than no places, or an efficiency of nothing.
  case impossibleResource(Int)

  /// A task names a resource that the shop does not have.
  case unknownResource(Shop.Reference, resource: Int)

  /// A task takes fewer than no minutes.
  case negativeWork(Shop.Reference)

  /// A task is pinned to a place that its resource does not have, or ends before it begins.
  case impossiblePin(Shop.Reference)

  /// A task of a frozen job has no pin.
  case frozenWithoutPin(Shop.Reference)

  /// A task is pinned although one before it in its job is not.
  case pinnedOutOfOrder(Shop.Reference)

  /// The planning minute is after the horizon.
  case horizonBeforeNow

  /// A minute, weight or count of the job is beyond what the engine reckons with.
  case jobOutOfRange(Int)

  /// A minute or a count of the resource is beyond what the engine reckons with.
  case resourceOutOfRange(Int)

  /// The shop has more tasks, places or time than the engine reckons with.
  case shopOutOfRange
}
