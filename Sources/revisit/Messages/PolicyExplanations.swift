import PolicyFiles

extension PolicyFiles.ProblemCode {
  /// What `policy explain` says: what the check means and how to put it right.
  var explanation: Bilingual {
    switch self {
    case .syntax, .tooLarge, .tooDeep, .anchor, .baseMissing, .baseCycle: fileExplanation
    case .wrongShape, .unknownTerm, .notANumber, .interval, .outOfRange, .hours, .reversedHours,
      .notABoolean, .blank, .opensAfterDue, .emptySet, .neverHolds:
      valueExplanation
    case .unknownKey, .duplicateKey, .missingKey, .noSchedule, .twoSchedules, .misplacedKey,
      .needsBase, .duplicateID:
      keyExplanation
    case .unknownRule, .cycle, .unknownAudience, .switchedOff, .unknownInBase, .replacedTwice,
      .unknownParameter, .parameterUnset:
      referenceExplanation
    }
  }

  private var fileExplanation: Bilingual {
    switch self {
    case .tooLarge:
      Bilingual("制度文件太大。一份制度通常只有几百行。", "The file is too large. A policy has some hundred lines.")
    case .tooDeep:
      Bilingual("缩进层次太多, 多半是缩进写错。", "Nested too deep, most likely a wrong indentation.")
    case .anchor:
      Bilingual(
        "不读 YAML 的锚 & 和别名 *: 制度要让人一眼看懂。请把内容写全, 或用具名对象 (audiences)。",
        "Anchors and aliases are not read: a policy is to be plain. Write it out or name an audience.")
    case .baseMissing:
      Bilingual("extends 写内置制度的名字, 或同一文件夹里的文件。", "extends names a built-in policy or a file beside this one.")
    case .baseCycle:
      Bilingual("制度之间互相 extends, 没有起点。", "Policies extend one another without a beginning.")
    default:
      Bilingual("文件不是合法的 YAML。常见原因: 缩进用了制表符, 冒号后没有空格。", "The file is not YAML. Often: a tab for indentation, no space after a colon.")
    }
  }

  private var valueExplanation: Bilingual {
    switch self {
    case .wrongShape:
      Bilingual("这个键要的是另一种写法: 一个值, 列表, 或键值。", "The key wants another shape: a value, a list, or keys and values.")
    case .unknownTerm:
      Bilingual("这里只认固定的词, 中英文都可以, 例如 来访 或 visit。", "Only the words of a closed list are known here, Chinese or English.")
    case .interval:
      Bilingual("间隔写成 3d (天), 2w (周), 1m (月) 或 半月。", "Intervals: 3d (days), 2w (weeks), 1m (months) or 半月.")
    case .hours, .reversedHours:
      Bilingual("时段写成 10:00-11:30, 先早后晚, 最晚 24:00。", "Hours: 10:00-11:30, the earlier first, up to 24:00.")
    case .notABoolean:
      Bilingual("只认 true 和 false。yes, no, on, off 在 YAML 里有歧义, 不读。", "true and false only: yes, no, on and off are ambiguous in YAML.")
    case .opensAfterDue:
      Bilingual("可做之日不得晚于限期。两个数都从起因那天 (D) 数起。", "A duty cannot open after it is due. Both numbers count from the day D.")
    case .emptySet, .blank:
      Bilingual("写了键却没有内容。不需要就删去整行。", "The key says nothing. Take the line out if it is not needed.")
    case .neverHolds:
      Bilingual("同一个词既要求又排除, 规则永远落不到任何客户。", "The same word is asked for and excluded: no customer ever fits.")
    default:
      Bilingual("数目要写整数, 并在允许的范围内。", "Numbers are whole and within their range.")
    }
  }

  private var keyExplanation: Bilingual {
    switch self {
    case .unknownKey:
      Bilingual("写错的键若被忽略, 就会悄悄漏掉回访, 所以一律报错。", "A mistyped key that is ignored would lose callbacks silently, so it is an error.")
    case .duplicateKey, .duplicateID:
      Bilingual("同一个键或编号写了两次, 不知道以哪个为准。", "A key or id stands twice: it is not known which one counts.")
    case .missingKey:
      Bilingual("缺少必需的键。", "A key that is needed is missing.")
    case .noSchedule, .twoSchedules:
      Bilingual("每条规则要有一种时间, 且只有一种。", "Each rule says one time, and only one.")
    case .misplacedKey:
      Bilingual("这个键只在别的时间写法下有意义。", "The key means something beside other schedules only.")
    default:
      Bilingual("off, change, like 改的是基础制度, 要先写 extends。", "off, change and like alter a base: extends comes first.")
    }
  }

  private var referenceExplanation: Bilingual {
    switch self {
    case .cycle:
      Bilingual("规则互相等待, 永远不会开始。", "Rules that wait for one another never begin.")
    case .unknownAudience:
      Bilingual("具名对象要先在 audiences 里写明。", "A named audience is defined under audiences.")
    case .switchedOff:
      Bilingual("引用了已用 off 停用的规则。", "A rule is named that off has switched off.")
    case .unknownInBase, .replacedTwice:
      Bilingual("off 和 change 里的编号必须在基础制度里, 且只改一次。", "What off and change name is in the base, and altered once.")
    case .unknownParameter:
      Bilingual("参数名写错, 或基础制度里没有这个空。", "The parameter is mistyped, or the base has no such blank.")
    case .parameterUnset:
      Bilingual("原制度这里是空白 (如 ____ 或 X天), 由案场自己填: 写在 parameters 下。", "The source leaves a blank here; the office fills it in under parameters.")
    default:
      Bilingual("引用的规则编号不存在。编号就是条款号, 如 qnc-2.1.2。", "The rule that is named does not exist. Ids are clause numbers, as qnc-2.1.2.")
    }
  }
}
