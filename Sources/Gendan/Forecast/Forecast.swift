/// When an open production order will be finished, told from how the shop kept its plans before.
///
/// The figure that is forecast is the slip: actual less planned finish, in days, so that quantity and remaining
/// work speak through the plan. Its distribution is that of the most similar situations of past orders
/// (nearest neighbours, Fix and Hodges 1951; Stone 1977), each looked up at the same point of its life
/// (landmarking, van Houwelingen 2007), with orders that still run counted as censored (Kaplan and Meier 1958,
/// on neighbours: Beran 1981). The product's own orders speak first, then those of its route, then all, each
/// shrunken towards the next (Efron and Morris 1975). The forecast is the median, which has the least mean
/// absolute error; the interval's level is set by split conformal prediction (Vovk, Gammerman and Shafer 2005;
/// Lei and others 2018), so that 80 % of outcomes are held (`Aim` says of which).
///
/// Days are whole numbers of whatever the caller counts in, calendar or working days. An as-of day is complete:
/// what happened on it is known, what happened later is not.
public enum Forecast {
  /// Past orders that make a forecast; chosen on the first three months of the data of the back-test.
  static let neighbours = 11
  /// Orders last begun in a group among which neighbours are looked for, so that an old shop's ways fade.
  static let recent = 200
  /// How many neighbours of its own make a level weigh as much as the wider one (shrinkage).
  static let shrinkage = 3.0
  /// The share of outcomes that an interval is to hold.
  static let coverage = 0.8
  /// Fewer outcomes give no interval: even from the first to the last of eight holds less than 80 % of what
  /// comes next (Wilks 1941: (n − 1) of n + 1).
  static let fewestForInterval = 9
  /// Days over which the slip of a resource's finished orders is averaged.
  static let driftDays = 7
  /// Days beyond this are typing errors; holding them here keeps sums and differences from overflowing.
  static let farthestDay = 10_000_000

  static func bounded(_ day: Int) -> Int { min(max(day, -farthestDay), farthestDay) }
}
