/// Whether a delivery is at risk, as people are told of it: not of every day that its forecast moves to and fro,
/// but when it comes to be at risk, when it gets worse than somebody knew, and when it is out of it again.
public struct RiskState: Sendable, Equatable {
  /// How far a forecast moves before anybody is told, in working days.
  public struct Limits: Sendable, Equatable {
    /// It comes to be at risk where it is expected so much after it is needed.
    public var enter: Int
    /// It is out of risk where it is expected so much before it is needed.
    public var leave: Int
    /// Who knows of it is told again where it has got so much worse.
    public var worse: Int

    /// Limits in working days.
    public init(enter: Int = 1, leave: Int = 1, worse: Int = 2) {
      self.enter = enter
      self.leave = leave
      self.worse = worse
    }
  }

  /// What somebody knew of it.
  public struct Acknowledgement: Sendable, Equatable {
    /// By how many working days it was expected late.
    public let behind: Int
    /// When.
    public let at: Instant
    /// The name of who knew it.
    public let by: String
    /// What is done about it.
    public let reason: String?
  }

  /// Since when it is at risk; nil while it is not.
  public internal(set) var since: Instant?
  /// When there was something to tell last: it came to be at risk, or got worse than was known.
  public internal(set) var newsAt: Instant?
  /// When it was out of risk again last.
  public internal(set) var recoveredAt: Instant?
  /// What somebody knows of it.
  public internal(set) var known: Acknowledgement?

  /// Not at risk.
  public init() {}

  /// Whether it is at risk.
  public var isAtRisk: Bool { since != nil }
  /// Whether it is at risk and who answers for it knows so.
  public var isQuiet: Bool {
    guard isAtRisk, let known, let newsAt else { return false }
    return known.at >= newsAt
  }

  /// Notes a forecast that is so many working days after it is needed, negative before.
  public mutating func note(behind: Int, at now: Instant, _ limits: Limits) {
    if !isAtRisk {
      guard behind >= limits.enter else { return }
      since = now
      newsAt = now
    } else if behind <= -limits.leave {
      recover(at: now)
    } else if isQuiet, let known, behind >= known.behind + limits.worse {
      newsAt = now
    }
  }

  /// Notes that it is out of risk: it is expected in time, or was delivered in time.
  public mutating func recover(at now: Instant) {
    since = nil
    recoveredAt = now
  }

  /// Notes that nothing is expected of it any more, and nothing was made good.
  public mutating func end() { since = nil }
}
