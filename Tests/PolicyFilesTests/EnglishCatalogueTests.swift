import Core
import PolicyFiles
import Testing

/// The English words for the first case of each code.
@Suite struct EnglishCatalogueTests {
  @Test(arguments: headlines)
  func saysExactly(_ code: String, _ said: [String]) throws {
    let example = try #require(CatalogueTests.cases.first { $0.code == code })
    #expect(PolicyFilesTests.headlines(example.text, .en) == said)
  }

  @Test func everyCaseHasOne() {
    let codes = EnglishCatalogueTests.headlines.map(\.0)
    #expect(Set(codes) == Set(CatalogueTests.cases.map(\.code)))
  }

  static let headlines = own + SenseCatalogue.cases.map { ($0.code, [$0.en]) }

  private static let own: [(String, [String])] = [
    (
      "P001",
      [
        #"me.yaml:2:9: error P001: no colon can stand here; quote a text that holds ": "; see revisit policy explain P001"#
      ]
    ),
    (
      "P002",
      [
        #"me.yaml:1:1: error P002: the file is larger than 256 KiB; a policy is a short file written by hand; see revisit policy explain P002"#
      ]
    ),
    (
      "P003",
      [
        #"me.yaml:1:10: error P003: nested too deeply; a policy needs five levels at most; see revisit policy explain P003"#
      ]
    ),
    (
      "P004",
      [
        #"me.yaml:2:6: error P004: anchors of YAML (& and *) are not supported; write it out, or name it in audiences; see revisit policy explain P004"#
      ]
    ),
    (
      "P005",
      [
        #"me.yaml:1:10: error P005: extends names no policy "qncc"; did you mean "qnc"?"#
      ]
    ),
    (
      "P006",
      [
        #"me.yaml:1:10: error P006: extends leads back to itself: me.yaml → me.yaml; see revisit policy explain P006"#
      ]
    ),
    (
      "P101",
      [
        #"me.yaml:1:1: error P101: "policy" must be keys with values, here is a list; see revisit policy explain P101"#
      ]
    ),
    (
      "P102",
      [
        #"me.yaml:2:14: error P102: grade: "E" is not known; one of A, B, C, D; see revisit policy explain P102"#,
        #"me.yaml:2:25: error P102: source: "来店" is not known; one of call in, visit; see revisit policy explain P102"#,
        #"me.yaml:2:36: error P102: stage: "意向客户" is not known; did you mean "prospect"?"#,
      ]
    ),
    (
      "P103",
      [
        #"me.yaml:5:15: error P103: priority: "三" does not fit; a whole number from -99 to 99; see revisit policy explain P103"#
      ]
    ),
    (
      "P104",
      [
        #"me.yaml:4:12: error P104: cannot read the interval "3周末"; write 3d, 3w, 1m or 半月; see revisit policy explain P104"#
      ]
    ),
    (
      "P106",
      [
        #"me.yaml:1:24: error P106: hours: "10~" is not a stretch of hours; write 19:00-20:00 or 19-20; see revisit policy explain P106"#
      ]
    ),
    (
      "P107",
      [
        #"me.yaml:1:24: error P107: hours: "11:30-10:00" ends before it begins; split what passes midnight; see revisit policy explain P107"#
      ]
    ),
    (
      "P108",
      [
        #"me.yaml:5:14: error P108: expires: "no" is neither true nor false; write true for yes, false for no; see revisit policy explain P108"#
      ]
    ),
    (
      "P109",
      [
        #"me.yaml:4:10: error P109: "due" is blank; fill it in, or delete the line; see revisit policy explain P109"#
      ]
    ),
    (
      "P110",
      [
        #"me.yaml:4:12: error P110: opens 4 is after due 3; a duty cannot open after it is due; see revisit policy explain P110"#
      ]
    ),
    (
      "P111",
      [
        #"me.yaml:2:14: error P111: grade: an empty list; delete the line to ask nothing; see revisit policy explain P111"#
      ]
    ),
    (
      "P112",
      [
        #"me.yaml:2:6: error P112: no customer can match: 来访 stands in has and in has_not; see revisit policy explain P112"#,
        #"me.yaml:3:6: error P112: no customer can match: 重点 stands in tag and in not_tag; see revisit policy explain P112"#,
      ]
    ),
    (
      "P201",
      [
        #"me.yaml:1:1: error P201: unknown key "polcy"; did you mean "policy"?"#
      ]
    ),
    (
      "P202",
      [
        #"me.yaml:3:1: error P202: the key "title" is already on line 1; keep one; see revisit policy explain P202"#
      ]
    ),
    (
      "P203",
      [
        #"me.yaml:2:5: error P203: rules needs "id"; see revisit policy explain P203"#
      ]
    ),
    (
      "P204",
      [
        #"me.yaml:2:9: error P204: rule r1 does not say when; it needs due, every, festivals or milestones; see revisit policy explain P204"#
      ]
    ),
    (
      "P205",
      [
        #"me.yaml:2:9: error P205: rule r1 has several schedules: festivals, milestones; keep one; see revisit policy explain P205"#
      ]
    ),
    (
      "P206",
      [
        #"me.yaml:4:5: error P206: "lead" means nothing beside festivals; delete it; see revisit policy explain P206"#
      ]
    ),
    (
      "P207",
      [
        #"me.yaml:1:1: error P207: "off" needs extends; see revisit policy explain P207"#
      ]
    ),
    (
      "P208",
      [
        #"me.yaml:3:10: error P208: the id a is taken on line 2; take another; see revisit policy explain P208"#
      ]
    ),
    (
      "P209",
      [
        #"me.yaml:3:56: error P209: entries "巡查" settle d-1 already, and one would not say which; take another name; see revisit policy explain P209"#
      ]
    ),
    (
      "P301",
      [
        #"me.yaml:3:19: error P301: no rule "r2"; did you mean "r1"?"#
      ]
    ),
    (
      "P302",
      [
        #"me.yaml:2:10: error P302: the rules wait for one another: a → c → b → a; see revisit policy explain P302"#
      ]
    ),
    (
      "P303",
      [
        #"me.yaml:6:15: error P303: no audience "caler"; did you mean "caller"?"#
      ]
    ),
    (
      "P304",
      [
        #"me.yaml:2:7: error P304: qnc-1.2 is switched off, and qnc-1.3 needs it; switch that off or change it; see revisit policy explain P304"#
      ]
    ),
    (
      "P305",
      [
        #"me.yaml:2:7: error P305: the base policy has no "qnc-1.9"; did you mean "qnc-1.1"?"#,
        #"me.yaml:4:10: error P305: the base policy has no "qnc-9"; did you mean "qnc-6"?"#,
      ]
    ),
    (
      "P306",
      [
        #"me.yaml:4:19: error P306: qnc-1.1 is already replaced by a; see revisit policy explain P306"#
      ]
    ),
    (
      "P307",
      [
        #"me.yaml:4:10: error P307: no parameter "days"; see revisit policy explain P307"#
      ]
    ),
    (
      "P308",
      [
        #"me.yaml:2:3: error P308: hr-1.1: days not set; give it a value in parameters, or --set days=…; see revisit policy explain P308"#
      ]
    ),
    (
      "P113",
      [
        #"me.yaml:4:10: error P113: due: cannot read the distance "三天"; write 3, -14d, 1m, 1m-3d or 72h; see revisit policy explain P113"#
      ]
    ),
    (
      "P114",
      [
        #"me.yaml:1:16: error P114: "到访" is built in (来访); use it undeclared, or choose another word; see revisit policy explain P114"#,
        #"me.yaml:1:20: error P114: "deal" is built in; use it undeclared, or choose another word; see revisit policy explain P114"#,
        #"me.yaml:2:8: error P114: "重点" is built in; use it undeclared, or choose another word; see revisit policy explain P114"#,
      ]
    ),
    (
      "P115",
      [
        #"me.yaml:1:10: error P115: "装修 进场" cannot be a word; at most 16 letters, digits and _; see revisit policy explain P115"#,
        #"me.yaml:1:17: error P115: "一二三四五六七八九十一二三四五六七" cannot be a word; at most 16 letters, digits and _; see revisit policy explain P115"#,
        #"me.yaml:1:36: error P115: "2026" cannot be a word; at most 16 letters, digits and _; see revisit policy explain P115"#,
      ]
    ),
    (
      "P116",
      [
        #"me.yaml:4:5: error P116: "团购" is declared on line 2 already; keep one; see revisit policy explain P116"#
      ]
    ),
    (
      "P117",
      [
        #"me.yaml:32:5: error P117: too many events: an office has 30 at most, with those adopted before; use one that is there; see revisit policy explain P117"#
      ]
    ),
    (
      "P122",
      [
        #"me.yaml:3:11: error P122: name: "客户生日短信问候" is too long; lists have room for 6 characters; see revisit policy explain P122"#
      ]
    ),
    ("P309", [#"me.yaml:7:14: error P309: no template "helo"; did you mean "hello"?"#]),
    ("P310", [#"me.yaml:2:23: error P310: no placeholder {nam}; did you mean "name"?"#]),
    (
      "P401",
      [
        "me.yaml:4:23: warning P401: in a year of 53 weeks, weeks 53 and 1 are both odd and follow one another; min_gap_days: 14 leaves the second out; see revisit policy explain P401"
      ]
    ),
    (
      "P402",
      [
        "me.yaml:2:15: warning P402: the call windows of me, group-cs never meet; change call_windows of one; see revisit policy explain P402"
      ]
    ),
    (
      "P403",
      [
        "me.yaml:5:17: warning P403: rule r1 is due on the day itself, so if_day_off: before leaves it there; see revisit policy explain P403"
      ]
    ),
    (
      "P410",
      [
        "me.yaml:4:10: warning P410: survey s1 has 2 questions; c-1 wants 1 at most; see revisit policy explain P410"
      ]
    ),
  ]
}
