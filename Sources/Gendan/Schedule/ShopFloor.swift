/// A shop made ready to be planned: checked, its tasks numbered through in the order of its jobs, its
/// places numbered through in the order of its resources, work in minutes of each resource's own pace.
///
/// It is a class only so that the many copies of a plan in the making share it: nothing in it changes.
final class ShopFloor: Sendable {
  /// A task as the engine sees it.
  struct Step {
    let earliest: Int  // now, release and readiness
    let options: Range<Int>
    let job: Int
    let tail: Int  // the least time from its end to that of its job
    let previous: Int  // the step before it in its job, -1 at the beginning
    let next: Int  // the step after it, -1 at the end
    let isPinned: Bool
  }

  /// A resource that can do a step.
  struct Option {
    let clock: Int
    let places: Range<Int>
    let takesPlace: Bool
    let work: Int
    let lead: Int  // from a minute to all the work
    let trail: Int  // from a minute to all the work
  }

  /// Where a step stands: on a place's clock, and in minutes.
  struct Spot: Equatable {
    var option: Int32 = -1
    var place: Int32 = -1
    var hand = 0  // of the clock when it begins
    var end = 0  // of the clock when it ends
    var start = 0
    var handover = 0
    var finish = 0
  }

  /// Time on a place's clock that a pinned step takes.
  struct Block {
    let hands: Range<Int>
    let step: Int
  }

  let shop: Shop
  let clocks: [ShopClock]
  let steps: [Step]
  let references: [Shop.Reference]  // of each step
  let options: [Option]
  let pins: [Int: Spot]
  let jobSteps: [Range<Int>]
  let deadlines: [Int]  // of each job: the horizon, or when it is cancelled
  let dues: [Int]  // of each job; never, if its lateness costs nothing
  let weights: [Int]
  let placeBlocks: [[Block]]
  private let placeResource: [Int]
  private let resourcePlaces: [Range<Int>]

  /// Checks a shop and numbers it through.
  init(_ shop: Shop) throws(ShopFault) {
    try ShopCheck.check(shop)
    let numbering = ShopNumbering(shop)
    self.shop = shop
    clocks = numbering.clocks
    steps = numbering.steps
    references = numbering.references
    options = numbering.options
    pins = numbering.pins
    jobSteps = numbering.jobSteps
    deadlines = shop.jobs.map { min(shop.horizon, $0.cancelAfter ?? shop.horizon) }
    dues = shop.jobs.map { $0.weight == 0 ? ShopClock.never : $0.due ?? ShopClock.never }
    weights = shop.jobs.map(\.weight)
    placeBlocks = numbering.placeBlocks.map { blocks in
      blocks.sorted { ($0.hands.lowerBound, $0.step) < ($1.hands.lowerBound, $1.step) }
    }
    placeResource = numbering.placeResource
    resourcePlaces = numbering.resourcePlaces
  }

  /// How many places there are; a resource without limit counts as one.
  var places: Int { placeResource.count }

  /// The resource's id that a place belongs to, and which of its places it is.
  func resource(at place: Int) -> (id: Int, place: Int) {
    let i = placeResource[place]
    return (shop.resources[i].id, place - resourcePlaces[i].lowerBound)
  }
}
