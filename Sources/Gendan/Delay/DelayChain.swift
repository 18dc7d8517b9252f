/// Why a delivery is late, link by link from what came first: as planned against as built along the binding chain
/// (the windows of SCL Delay and Disruption Protocol 2017, methods 3 and 6, kept to one chain).
///
/// What counts is where the work that bound the finish lost its days against its first plan. A step that began late
/// because the step before ended late lost nothing of its own; what was late elsewhere, and waited for, is not here.
/// Days that the plan had to spare, and days that later steps made up, are taken from the loss they made good: the
/// spare days from the first losses, for who comes first has them, and a recovery from the last loss before it.
/// So the days of the links add up to the days late. Days count as working days.
public struct DelayChain: Sendable, Equatable {
  /// One thing that took days.
  public struct Link: Sendable, Equatable {
    /// What it was.
    public var kind: Kind
    /// The step at which it was; nil for what was before or after production.
    public var step: String?
    /// Days lost.
    public var lost: Int
    /// Days of these that delayed the delivery: what was spare or made up is taken off.
    public internal(set) var days: Int
    /// The first day of it.
    public var from: Day
    /// The last day of it; nil while it goes on.
    public var to: Day?
  }

  /// What took days.
  public enum Kind: String, SQLConvertible, Sendable, CaseIterable {
    /// It was promised for a day before the plan could end.
    case promise
    /// It was put into production later than its plan allowed.
    case release
    /// The step waited though what it needs from the step before was there.
    case wait
    /// The step took longer than planned.
    case work
    /// It is expected to take longer still, as orders like it did.
    case outlook
    /// All of it was made and did not leave.
    case shipping
  }

  /// From the first to the last, each with the days it cost; only what delayed the delivery.
  public let links: [Link]
  /// Working days from the day it was needed to the day it was, or is expected to be, there; 0 where it keeps it.
  public let daysLate: Int

  /// The link that came first.
  public var first: Link? { links.first }
}

/// One delivery with the plan and the facts of what bound it, in working-day counts (`WorkshopRecord.number`).
struct DelayFacts: Sendable {
  /// A step of the production order that finished, or will finish, last.
  struct Step: Sendable {
    let name: String
    /// As first planned: the day it begins, and the day it ends.
    let planStart: Int
    let planFinish: Int
    /// As it was, or is expected.
    let start: Int
    let finish: Int
    /// Whether it is finished.
    let isDone: Bool
  }

  /// The day by which it had to be ready.
  let needed: Int
  /// The day on which the promise was made, the order taken while none was.
  let promised: Int
  /// The day it was, or can now be, released.
  let released: Int
  /// The standard days of its production, where no steps are planned.
  let leadDays: Int
  let steps: [Step]
  /// The day on which all of it was, or is expected to be, made.
  let made: Int
  /// The day on which it left, or is expected to; not before `made`.
  let ready: Int
}

extension DelayChain {
  /// Lays the loss of each link on the chain, and takes off what was spare or made up.
  init(_ facts: DelayFacts, day: (Int) -> Day) {
    var losses: [Loss] = []
    let planStart = facts.steps.first?.planStart ?? facts.released
    let planFinish = facts.steps.map(\.planFinish).max() ?? planStart + facts.leadDays
    let latestStart = facts.needed - (planFinish - planStart)
    // The plan ends after the day it is needed: it was promised too short, or released too late.
    let short = max(0, planFinish - facts.needed)
    let fromPromise = min(short, max(0, facts.promised - latestStart))
    losses.append(Loss(.promise, nil, fromPromise, facts.promised, facts.promised))
    losses.append(Loss(.release, nil, short - fromPromise, max(latestStart, facts.promised), planStart))
    var late = 0
    var last = planStart
    var lastPlan = planStart
    for step in facts.steps {
      // Days lost before it began beyond those that the step before handed on, then those of its own work.
      let wait = step.start - last - (step.planStart - lastPlan)
      losses.append(Loss(.wait, step.name, wait, last, step.start))
      let ended = step.finish - step.planFinish
      losses.append(Loss(.work, step.name, ended - late - wait, step.start, step.finish))
      late = ended
      last = step.finish
      lastPlan = step.planFinish
    }
    losses.append(Loss(.outlook, nil, facts.made - planFinish - late, last, facts.made))
    losses.append(Loss(.shipping, nil, facts.ready - facts.made, facts.made, facts.ready))
    daysLate = max(0, facts.ready - facts.needed)
    links = Self.settled(losses, spare: max(0, facts.needed - planFinish))
      .map { loss in
        Link(
          kind: loss.kind, step: loss.step, lost: loss.days, days: loss.left, from: day(loss.from),
          to: loss.to >= loss.from ? day(loss.to) : nil)
      }
  }

  private struct Loss {
    let kind: Kind
    let step: String?
    /// Negative for days made up.
    let days: Int
    let from: Int
    let to: Int
    var left: Int

    init(_ kind: Kind, _ step: String?, _ days: Int, _ from: Int, _ to: Int) {
      self.kind = kind
      self.step = step
      self.days = days
      self.from = from
      self.to = to
      left = days
    }
  }

  /// The losses that remain: a recovery makes good the losses last before it, spare days the first ones; a gain that
  /// nothing preceded is spare for what follows.
  private static func settled(_ losses: [Loss], spare: Int) -> [Loss] {
    var losses = losses
    var spare = spare
    for index in losses.indices where losses[index].left < 0 {
      var gain = -losses[index].left
      losses[index].left = 0
      for earlier in losses[..<index].indices.reversed() where gain > 0 {
        let part = min(gain, losses[earlier].left)
        losses[earlier].left -= part
        gain -= part
      }
      spare += gain
    }
    for index in losses.indices where spare > 0 {
      let part = min(spare, losses[index].left)
      losses[index].left -= part
      spare -= part
    }
    return losses.filter { $0.left > 0 }
  }
}
