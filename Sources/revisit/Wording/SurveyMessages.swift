import Core

/// The words for surveys.
enum SurveyMessages {
  /// `满意度回访: 销售服务 5, 银行 -; 平均 5.00`.
  static func answers(_ survey: Questionnaire, _ scores: [Int?]) -> Bilingual {
    let parts = zip(survey.questions, scores).map { "\($0) \($1.map(String.init) ?? "-")" }
    let name = survey.says.isEmpty ? survey.id : survey.says
    let mean = mean(scores.compactMap { $0 })
    return Bilingual(
      "\(name)：\(parts.joined(separator: "，"))" + (mean.map { "；平均 \($0)" } ?? ""),
      "\(name): \(parts.joined(separator: ", "))" + (mean.map { "; mean \($0)" } ?? ""))
  }

  /// `问卷 cq-7b 邮件问卷 (邮件): 项目满意度, 服务满意度 各 1-5 分; 问答: 意见和建议`.
  static func questions(_ survey: Questionnaire) -> Bilingual {
    let channel = survey.channel.map(\.bilingual)
    func head(_ language: Language) -> String {
      let name = survey.says.isEmpty ? survey.id : "\(survey.id) \(survey.says)"
      return name + language.bracketed(channel?[language] ?? "") + language.colon
        + survey.questions.joined(separator: language.listMark)
    }
    func open(_ language: Language, _ title: String) -> String {
      survey.open.isEmpty ? "" : title + survey.open.joined(separator: language.listMark)
    }
    return Bilingual(
      "问卷 \(head(.zh))，各 1-\(survey.scale) 分" + open(.zh, "；问答："),
      "survey \(head(.en)), 1-\(survey.scale) each" + open(.en, "; in words: "))
  }

  static func otherChannel(
    _ survey: Questionnaire, _ used: Channel, _ wanted: Channel
  ) -> Bilingual {
    Bilingual(
      "问卷 \(survey.id) 应用\(wanted.bilingual.zh)，这次用的是\(used.bilingual.zh)；已记下",
      "survey \(survey.id) is meant for \(wanted.bilingual.en), this was \(used.bilingual.en); recorded"
    )
  }

  /// ` [5 4 - (4.50)]`, to stand behind a contact.
  static func scores(_ scores: [Int?]) -> String {
    let list = scores.map { $0.map(String.init) ?? "-" }.joined(separator: " ")
    return " [\(list)" + (mean(scores.compactMap { $0 }).map { " (\($0))" } ?? "") + "]"
  }

  /// With two decimals; nil of nothing.
  static func mean(_ scores: [Int]) -> String? {
    guard !scores.isEmpty else { return nil }
    let hundredths = (scores.reduce(0, +) * 200 + scores.count) / (2 * scores.count)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  static func round(_ days: ClosedRange<Day>, _ done: Int, _ all: Int) -> Bilingual {
    Bilingual(
      "满意度调查 \(days.lowerBound) 至 \(days.upperBound)  进度 \(done)/\(all)",
      "survey \(days.lowerBound) to \(days.upperBound)  \(done) of \(all)")
  }
}
