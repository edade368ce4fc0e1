import Values

/// The stable codes. `revisit policy explain` knows each.
package enum ProblemCode: String, CaseIterable, Hashable, Sendable {
  case syntax = "P001"
  case tooLarge = "P002"
  case tooDeep = "P003"
  case anchor = "P004"
  case baseMissing = "P005"
  case baseCycle = "P006"
  case encoding = "P007"
  case wrongShape = "P101"
  case unknownTerm = "P102"
  case notANumber = "P103"
  case interval = "P104"
  case hours = "P106"
  case reversedHours = "P107"
  case notABoolean = "P108"
  case blank = "P109"
  case opensAfterDue = "P110"
  case emptySet = "P111"
  case neverHolds = "P112"
  case offset = "P113"
  case builtInWord = "P114"
  case wordForm = "P115"
  case declaredTwice = "P116"
  case tooManyWords = "P117"
  case neverInStage = "P118"
  case neverStarts = "P119"
  case endsAtOnce = "P120"
  case noSlot = "P121"
  case longName = "P122"
  case neverOwed = "P126"
  case neverHas = "P127"
  case unknownKey = "P201"
  case duplicateKey = "P202"
  case missingKey = "P203"
  case noSchedule = "P204"
  case twoSchedules = "P205"
  case misplacedKey = "P206"
  case needsBase = "P207"
  case duplicateID = "P208"
  case sharedEntry = "P209"
  case unknownRule = "P301"
  case cycle = "P302"
  case unknownAudience = "P303"
  case switchedOff = "P304"
  case unknownInBase = "P305"
  case replacedTwice = "P306"
  case unknownParameter = "P307"
  case parameterUnset = "P308"
  case unknownTemplate = "P309"
  case unknownPlaceholder = "P310"
  case oddWeeksMeet = "P401"
  case windowsNeverMeet = "P402"
  case swallowed = "P403"
  case suppressedForAll = "P404"
  case untilRequired = "P405"
  case outsideCallWindows = "P406"
  case nothingToSpread = "P407"
  case longSurvey = "P410"
}

extension FileProblem {
  var code: ProblemCode {
    switch self {
    case .syntax: .syntax
    case .tooLarge: .tooLarge
    case .encoding: .encoding
    case .tooDeep: .tooDeep
    case .anchor: .anchor
    case .baseMissing: .baseMissing
    case .baseCycle: .baseCycle
    }
  }
}

extension ValueProblem {
  var code: ProblemCode {
    switch self {
    case .wrongShape: .wrongShape
    case .fault(_, let fault): fault.code
    case .interval: .interval
    case .offset, .hoursAlone: .offset
    case .notYearly: .unknownTerm
    case .notABoolean: .notABoolean
    case .blank: .blank
    case .opensAfterDue: .opensAfterDue
    case .emptySet: .emptySet
    case .neverHolds: .neverHolds
    case .builtInWord: .builtInWord
    case .wordForm: .wordForm
    case .longName: .longName
    case .declaredTwice: .declaredTwice
    case .tooManyWords: .tooManyWords
    case .neverInStage: .neverInStage
    case .neverStarts: .neverStarts
    case .endsAtOnce: .endsAtOnce
    case .noSlot: .noSlot
    case .neverOwed: .neverOwed
    case .neverHas: .neverHas
    }
  }
}

extension ValueFault {
  fileprivate var code: ProblemCode {
    switch self {
    case .time(.unreadableHours): .hours
    case .time(.reversedHours): .reversedHours
    case .notANumber: .notANumber
    case .unknownWord, .time, .name, .phone, .birthday, .amount: .unknownTerm
    }
  }
}

extension KeyProblem {
  var code: ProblemCode {
    switch self {
    case .unknown: .unknownKey
    case .duplicate: .duplicateKey
    case .missing: .missingKey
    case .noSchedule: .noSchedule
    case .twoSchedules: .twoSchedules
    case .misplaced: .misplacedKey
    case .needsBase: .needsBase
    case .duplicateID: .duplicateID
    case .sharedEntry: .sharedEntry
    }
  }
}

extension ReferenceProblem {
  var code: ProblemCode {
    switch self {
    case .unknownRule: .unknownRule
    case .cycle: .cycle
    case .unknownAudience: .unknownAudience
    case .switchedOff: .switchedOff
    case .unknownInBase: .unknownInBase
    case .replacedTwice: .replacedTwice
    case .unknownParameter: .unknownParameter
    case .parameterUnset: .parameterUnset
    case .unknownTemplate: .unknownTemplate
    case .unknownPlaceholder: .unknownPlaceholder
    }
  }
}

extension Remark {
  var code: ProblemCode {
    switch self {
    case .oddWeeksMeet: .oddWeeksMeet
    case .windowsNeverMeet: .windowsNeverMeet
    case .swallowed: .swallowed
    case .longSurvey: .longSurvey
    case .suppressedForAll: .suppressedForAll
    case .untilRequired: .untilRequired
    case .outsideCallWindows: .outsideCallWindows
    case .nothingToSpread: .nothingToSpread
    }
  }
}
