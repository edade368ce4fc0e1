import Core
import PolicyFiles

// What programs read of a difference between two policies.

extension PolicyDifference {
  var data: Listing {
    Listing(
      facts: [
        .init("settings", "整份的设置", "settings of the whole", each: settings, FieldChange.told),
        .init("rules", "规则", "rules", rules, Section.told),
        .init("segments", "特殊客户", "segments", segments, Section.told),
        .init("clauses", "条款", "clauses", clauses, Section.told),
      ], [])
  }
}

extension PolicyDifference.Section {
  fileprivate static var told: [Listing.Field<PolicyDifference.Section>] {
    [
      .init("added", "新的", "new") { .list($0.added.map { .text($0) }) },
      .init("removed", "没有了的", "gone") { .list($0.removed.map { .text($0) }) },
      .init("changed", "改过的", "changed", each: PolicyDifference.ItemChange.told) { $0.changed },
      .init("renamed", "只改了编号的", "under another id", each: PolicyDifference.ItemChange.told) {
        $0.renamed
      },
    ]
  }
}

extension PolicyDifference.ItemChange {
  fileprivate static var told: [Listing.Field<PolicyDifference.ItemChange>] {
    [
      .init("old", "甲里的编号", "id in the first") { .text($0.old) },
      .init("new", "乙里的编号", "id in the second") { .text($0.new) },
      .init("fields", "改了什么", "what differs", each: PolicyDifference.FieldChange.told) {
        $0.fields
      },
    ]
  }
}

extension PolicyDifference.FieldChange {
  fileprivate static var told: [Listing.Field<PolicyDifference.FieldChange>] {
    [
      .init("key", "键", "key") { .text($0.key) },
      .init("old", "甲的值", "value in the first") { .optional($0.old) },
      .init("new", "乙的值", "value in the second") { .optional($0.new) },
    ]
  }
}
