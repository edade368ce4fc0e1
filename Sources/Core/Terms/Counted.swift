/// A number with the English word for what is counted: `1 row`, `2 rows`.
///
/// - Parameter many: the word for more than one, where an `s` behind `one` does not make it.
package func counted(_ count: Int, _ one: String, many: String? = nil) -> String {
  "\(count) " + (count == 1 ? one : many ?? one + "s")
}
