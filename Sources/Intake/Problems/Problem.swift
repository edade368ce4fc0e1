package import Values

/// One thing that is wrong, or was repaired, in one place of the file.
package struct Problem: Hashable, Sendable {
  /// Physical line of the file on which the row starts; the header is line 1.
  package let line: Int
  /// The column's header as the file has it; empty for the whole row.
  package let column: String
  package let code: ProblemCode
  /// The value as the file has it, control characters escaped, at most 80 characters.
  package let value: String
  package let detail: Detail?

  /// What the prose needs to know beyond the value.
  package enum Detail: Hashable, Sendable {
    /// The line that has the same phone.
    case earlierLine(Int)
    case count(Int, expected: Int)
    /// The values that would be right.
    case choices([String])
    case nearest(String)
    /// What the value was read as.
    case readAs(String)
    /// What the one grammar of values says of it.
    case fault(ValueFault)
    /// The customer of the database whom it touches; for problems that the caller finds.
    case customer(String)
  }

  package init(
    line: Int, column: String = "", code: ProblemCode, value: String = "", detail: Detail? = nil
  ) {
    self.line = line
    self.column = column
    self.code = code
    self.value = printable(value)
    self.detail = detail
  }

  /// A value that cannot be read.
  package init(line: Int, column: String, fault: ValueFault, value: String) {
    self.init(line: line, column: column, code: fault.code, value: value, detail: .fault(fault))
  }
}

extension ValueFault {
  /// The stable name of it.
  var code: ProblemCode {
    switch self {
    case .time(let fault), .birthday(.time(let fault)): fault.code
    case .birthday(.unreadable): .dateInvalid
    case .birthday(.lunarDayMissing): .lunarDayMissing
    case .birthday(.lunarLeapMonthMissing): .lunarLeapMonthMissing
    case .birthday(.calendarConflict): .calendarConflict
    case .phone(_, .spreadsheet): .phoneLostPrecision
    case .phone: .phoneInvalid
    case .amount, .notANumber: .numberInvalid
    case .unknownWord: .enumInvalid
    case .name(.blank): .nameBlank
    case .name(.tooLong): .tooLong
    case .name(.hidden), .name(.damaged): .controlCharacter
    }
  }
}

extension TimeFault {
  fileprivate var code: ProblemCode {
    switch self {
    case .noYear: .dateNoYear
    case .ambiguousDay: .dateAmbiguous
    case .future: .dateFuture
    case .noSuchDay, .yearOutside, .dayOutside, .unreadableDay, .unreadableMoment, .unreadableTime,
      .noHour, .nightHour, .unreadableHours, .reversedHours, .past, .unreadableMonth,
      .unreadablePeriod,
      .unreadableWeek, .noHalfYear, .longSpan:
      .dateInvalid
    }
  }
}

/// The stable names of problems.
package enum ProblemCode: String, CaseIterable, Sendable {
  // The row is refused.
  case phoneInvalid = "phone_invalid"
  case phoneBlank = "phone_blank"
  case phoneLostPrecision = "phone_lost_precision"
  /// An accepted row further up has the phone.
  case phoneRepeated = "phone_repeated"
  /// Another customer of the database has the phone; found by the caller.
  case phoneTaken = "phone_taken"
  case dateInvalid = "date_invalid"
  case dateBlank = "date_blank"
  case dateNoYear = "date_no_year"
  case dateAmbiguous = "date_ambiguous"
  case dateFuture = "date_future"
  case lunarLeapMonthMissing = "lunar_leap_month_missing"
  case lunarDayMissing = "lunar_day_missing"
  case calendarConflict = "calendar_conflict"
  case nameBlank = "name_blank"
  case enumInvalid = "enum_invalid"
  case enumBlank = "enum_blank"
  case numberInvalid = "number_invalid"
  case controlCharacter = "control_character"
  case tooLong = "too_long"
  case quoteInCell = "quote_in_cell"
  /// The file was taken for GB18030, and as such the name is improbable.
  case wrongEncoding = "wrong_encoding"
  case rowRagged = "row_ragged"
  case rowEmpty = "row_empty"
  /// Nobody of that name works here; found by the caller.
  case consultantUnknown = "consultant_unknown"
  /// Another name of the staff is nearly this one; found by the caller.
  case consultantNear = "consultant_near"
  /// The row tells news of a customer whom the database knows; found by the caller.
  case customerKnown = "customer_known"
  /// The row contradicts what is recorded of the customer; found by the caller.
  case contradiction

  // The header is refused.
  case columnMissing = "column_missing"
  case columnDuplicate = "column_duplicate"
  case mapColumnUnknown = "map_column_unknown"
  case mapFieldUnknown = "map_field_unknown"

  // Repaired, or worth a remark.
  case phoneNormalised = "phone_normalised"
  case phoneMultiple = "phone_multiple"
  case phoneLandline = "phone_landline"
  case phoneForeign = "phone_foreign"
  /// A row further up has the phone too, but was refused.
  case duplicatePhone = "duplicate_phone"
  case dateNormalised = "date_normalised"
  case dateTwoDigitYear = "date_two_digit_year"
  case calendarInferred = "calendar_inferred"
  case numberNormalised = "number_normalised"
  case enumAlias = "enum_alias"
  case formulaLike = "formula_like"
  case titleOnlyName = "title_only_name"
  case trimmed = "trimmed"
  case columnUnknown = "column_unknown"
  case columnAbsent = "column_absent"
  /// The value cannot be read, and stands in the note as it was written.
  case keptAsNote = "kept_as_note"
  /// The text looks as if its bytes had been read in another encoding.
  case damagedText = "damaged_text"

  package var isWarning: Bool {
    switch self {
    case .phoneNormalised, .phoneMultiple, .phoneLandline, .phoneForeign, .duplicatePhone,
      .dateNormalised, .dateTwoDigitYear, .calendarInferred, .numberNormalised, .enumAlias,
      .formulaLike, .titleOnlyName, .trimmed, .columnUnknown, .columnAbsent, .keptAsNote,
      .damagedText:
      true
    case .phoneInvalid, .phoneBlank, .phoneLostPrecision, .phoneRepeated, .phoneTaken,
      .dateInvalid, .dateBlank, .dateNoYear, .dateAmbiguous, .dateFuture, .lunarLeapMonthMissing,
      .lunarDayMissing, .calendarConflict, .nameBlank, .enumInvalid, .enumBlank, .numberInvalid,
      .controlCharacter, .tooLong, .quoteInCell, .wrongEncoding,
      .rowRagged, .rowEmpty, .consultantUnknown,
      .consultantNear, .customerKnown, .contradiction, .columnMissing, .columnDuplicate,
      .mapColumnUnknown, .mapFieldUnknown:
      false
    }
  }
}
