import Core
import Values

// The values of options and arguments, read by the one grammar. `place` is the option or argument
// that a value was given to.

/// A person's name.
func readName(_ text: String, at place: String) throws(Failure) -> String {
  do { return try Values.readName(text) } catch { throw .value(place, .name(error)) }
}

/// A text of one line that is not blank.
func readLine(_ text: String, at place: String, limit: Int = TextLimit.name) throws(Failure)
  -> String
{
  let line: String
  do { line = try Values.readLine(text, limit: limit) } catch { throw .value(place, .name(error)) }
  if line.isEmpty { throw .usage(.emptyValue(place)) }
  return line
}

/// A text that is not blank.
func readText(_ text: String, at place: String, limit: Int = TextLimit.remark) throws(Failure)
  -> String
{
  let lines: String
  do { lines = try readLines(text, limit: limit) } catch { throw .value(place, .name(error)) }
  if lines.isEmpty { throw .usage(.emptyValue(place)) }
  return lines
}

/// The name of a building, or of several, in which more must be left than the word for one.
func readBuilding(_ text: String) throws(Failure) -> String {
  let value = halfWidth(try readLine(text, at: "--building", limit: TextLimit.building))
  guard Building(value) != nil else { throw .usage(.emptyValue("--building")) }
  return value
}

/// One phone number, in the form in which it is stored.
func readPhone(_ text: String, at place: String) throws(Failure) -> String {
  if isBlank(text) { throw .usage(.emptyValue(place)) }
  do { return try Values.readPhone(text) } catch { throw .value(place, .phone(text, error)) }
}

func readAmount(
  _ text: String, _ unit: Amount.Unit, at place: String
) throws(Failure) -> ClosedRange<Int> {
  do { return try Amount(text, unit).range } catch { throw .value(place, .amount(error)) }
}

/// A birthday that is not after `today`.
func readBirthday(_ text: String, at place: String, today: Day) throws(Failure) -> Birthday {
  do { return try BirthdayText(text, today: today, from: .typed).birthday } catch {
    throw .value(place, .birthday(error))
  }
}

/// A whole number from `range`.
func readNumber(
  _ text: String, at place: String, in range: ClosedRange<Int>
) throws(Failure) -> Int {
  do { return try Values.readNumber(text, in: range) } catch { throw .value(place, error) }
}

// MARK: - Vocabularies

/// The value of a vocabulary that `text` names. `vocabulary` is what can be written there beside the
/// built-in words.
func readTerm<Value: Term>(
  _ text: String, at place: String, in vocabulary: Vocabulary = Vocabulary(),
  as type: Value.Type = Value.self
) throws(Failure) -> Value {
  do { return try Values.readTerm(text, in: vocabulary) } catch { throw .value(place, error) }
}

/// The values that a word or a list of words names.
func readTerms<Value: Term>(
  _ text: String, at place: String, in vocabulary: Vocabulary = Vocabulary(),
  as type: Value.Type = Value.self
) throws(Failure) -> [Value] {
  do { return try Values.readTerms(text, in: vocabulary) } catch { throw .value(place, error) }
}

/// As `readTerm`, for the few vocabularies of the command line itself.
func readChoice<Choice: RawRepresentable<String> & CaseIterable>(
  _ text: String, at place: String, as type: Choice.Type = Choice.self
) throws(Failure) -> Choice {
  do { return try Values.readChoice(text) } catch { throw .value(place, error) }
}
