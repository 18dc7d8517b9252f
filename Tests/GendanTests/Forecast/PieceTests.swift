import Testing

@testable import Gendan

@Suite struct CalibrationTests {
  @Test func `the quantile is that of one more than the scores`() {
    var calibration = Forecast.Calibration(for: .allOutcomes)
    for hundredth in (1...99).reversed() { calibration.add(Double(hundredth) / 100, at: .half) }
    #expect(calibration.level(at: .half) == 0.8)  // the 80th of 99
    #expect(calibration.level(at: .ahead) == 0.8)  // none: the distribution's own
  }

  @Test func `few scores do not calibrate`() {
    var calibration = Forecast.Calibration(for: .allOutcomes)
    for _ in 1..<Forecast.Calibration.fewest { calibration.add(0, at: .ahead) }
    #expect(calibration.level(at: .ahead) == 0.8)
    calibration.add(0, at: .ahead)
    #expect(calibration.level(at: .ahead) == 0)
  }

  @Test func `what is never in doubt is left out where asked`() throws {
    let sure = try #require(Forecast.SlipDistribution(ended: [2], running: []))
    let doubtful = try #require(Forecast.SlipDistribution(ended: [0, 0, 0, 9], running: []))
    for aim in Forecast.Aim.allCases {
      var calibration = Forecast.Calibration(for: aim)
      for _ in 0..<90 { calibration.add(sure, came: 2, at: .ahead) }
      for _ in 0..<20 { calibration.add(doubtful, came: 9, at: .ahead) }
      #expect(calibration.level(at: .ahead) == (aim == .allOutcomes ? 0 : 0.75))
    }
  }

  @Test func `old scores are forgotten`() {
    var calibration = Forecast.Calibration(for: .allOutcomes)
    for _ in 0..<Forecast.Calibration.window { calibration.add(1, at: .ahead) }
    for _ in 0..<Forecast.Calibration.window { calibration.add(0.25, at: .ahead) }
    #expect(calibration.level(at: .ahead) == 0.25)
  }
}

@Suite struct LifeStageTests {
  @Test(arguments: [(-1, 0), (0, 1), (2, 1), (3, 2), (6, 3), (9, 4), (10, 4), (11, 5), (90, 5)])
  func `the days of a plan fall into its stages`(day: Int, stage: Int) {
    #expect(Forecast.LifeStage(plannedStart: 0, plannedFinish: 11, asOf: day).rawValue == stage)
  }

  @Test func `checkpoints are the first days of their stages`() {
    #expect(checkpoints(0...11) == [-1, 0, 3, 6, 9, 11])
    #expect(checkpoints(0...0) == [-1, nil, nil, nil, nil, 0])
    #expect(checkpoints(0...1) == [-1, 0, nil, nil, nil, 1])
  }

  private func checkpoints(_ plan: ClosedRange<Int>) -> [Int?] {
    let shop = Forecast.Shop([
      Forecast.Order(product: "", plannedStart: plan.lowerBound, plannedFinish: plan.upperBound)
    ])
    return Forecast.LifeStage.allCases.map { $0.checkpoint(of: shop.runs[0]) }
  }
}

@Suite struct ResourceLineTests {
  @Test func `a resource tells who joined last and whether it moves`() {
    let line = Forecast.ResourceLine(
      stays: [(1, 3), (1, 1), (4, Int.max)], ends: [(2, 4), (2, -2), (5, 7)], days: 0...20)
    #expect((0...5).map { line.figures(at: $0).waiting } == [0, 0.5, 0.5, 0, 1, 1])
    #expect([0, 1, 2, 4, 5, 8, 9, 11, 12].map { line.figures(at: $0).drift } == [0, 0, 1, 1, 3, 3, 7, 7, 0])
  }

  @Test func `evenings outside count as the nearest`() {
    let line = Forecast.ResourceLine(stays: [(1, Int.max)], ends: [], days: 0...3)
    #expect(line.figures(at: -900).waiting == 0)
    #expect(line.figures(at: 900).waiting == 1)
  }
}

@Suite struct ProductMediansTests {
  @Test func `medians grow with time`() {
    let orders = [order(start: 0, slip: 0), order(start: 0, slip: 3), order("B", start: 5, slip: 1)]
    let shop = Forecast.Shop(orders)
    var medians = Forecast.ProductMedians(shop.finished.map { shop.runs[$0] })
    #expect(medians.duration(of: 0, asOf: 9) == nil)
    #expect(medians.duration(of: 0, asOf: 10) == 10)
    #expect(medians.duration(of: 0, asOf: 13) == 11.5)
    #expect(medians.duration(of: 1, asOf: 20) == 11)
  }
}
