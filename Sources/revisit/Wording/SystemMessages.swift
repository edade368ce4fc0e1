import Core

extension SettingFault {
  func complaint(at place: String) -> Complaint {
    let keys = Settings.Key.allCases.map(\.rawValue).joined(separator: " ")
    return switch self {
    case .unknownKey(let key):
      Complaint(
        place, Bilingual("不认识的设置“\(key)”", "the setting \"\(key)\" is not known"),
        right: Bilingual("写 \(keys)", "write one of \(keys)"))
    case .noValue(let key):
      Complaint(
        place, Bilingual("\(key) 没有值", "\(key) has no value"),
        right: Bilingual("写成 \(key) = 值", "write \(key) = VALUE"))
    }
  }
}

extension DatabaseFault {
  var exitCode: ExitCode {
    switch self {
    case .missing: .noInput
    case .exists, .noFolder, .cannotCreate: .cannotCreate
    case .foreign, .newer, .older, .damaged: .data
    case .busy: .busy
    case .readable, .denied: .denied
    case .full, .failed: .io
    }
  }

  func complaint(at path: String) -> Complaint {
    switch self {
    case .missing:
      Complaint(
        path, Bilingual("没有数据库", "there is no database"),
        right: Bilingual("先运行 revisit init", "run revisit init first"))
    case .exists:
      Complaint(
        path, Bilingual("已经存在，未改动", "exists already and was left as it is"),
        right: Bilingual("换一个 --db，或直接使用", "give another --db, or use this one"))
    case .noFolder:
      Complaint(
        path, Bilingual("上级文件夹不存在", "its folder does not exist"),
        right: Bilingual("先建立文件夹", "make the folder first"))
    case .foreign:
      Complaint(
        path, Bilingual("不是 revisit 的数据库", "is not a database of revisit"),
        right: Bilingual("检查 --db 或 REVISIT_DB", "check --db or REVISIT_DB"))
    case .newer(let version):
      Complaint(
        path,
        Bilingual(
          "由更新的版本写成（格式 \(version)）", "was written by a newer version (format \(version))"),
        right: Bilingual("请升级 revisit", "upgrade revisit"))
    case .older(let version, let ours):
      Complaint(
        path,
        Bilingual(
          "是旧格式 \(version)，本程序的格式是 \(ours)",
          "has the old format \(version); this program has format \(ours)"),
        right: Bilingual(
          "运行一次 revisit doctor --migrate，它先备份到 \(path).schema-\(version).bak；记录类的命令也会这样做",
          "run revisit doctor --migrate once, or any command that records; it first puts a backup at \(path).schema-\(version).bak"
        ))
    case .damaged(let detail):
      Complaint(
        path, Bilingual("已损坏（\(detail)）", "is damaged (\(detail))"),
        right: Bilingual("请从备份恢复", "restore it from a backup"))
    case .busy:
      Complaint(
        path, Bilingual("别的程序正在写入", "another program is writing"),
        right: Bilingual("稍后再试；本次未改动", "try again later; nothing was changed"))
    case .readable:
      Complaint(
        path, Bilingual("其他用户也能读取", "other users can read it"),
        right: Bilingual("运行 chmod 600 \(path)", "run chmod 600 \(path)"))
    case .denied:
      Complaint(
        path, Bilingual("没有权限", "permission denied"),
        right: Bilingual(
          "检查文件的所有者，和所在的盘是否只读",
          "check who owns the file, and whether its disk is read-only"))
    case .full:
      Complaint(
        path, Bilingual("磁盘已满，未改动", "the disk is full; nothing was changed"),
        right: Bilingual("腾出空间后再试", "make room and try again"))
    case .cannotCreate(let detail):
      Complaint(path, Bilingual("无法创建（\(detail)）", "cannot be created (\(detail))"))
    case .failed(let detail):
      Complaint(path, Bilingual("读写失败（\(detail)）", "could not be read or written (\(detail))"))
    }
  }
}

extension FileFault {
  var exitCode: ExitCode {
    switch self {
    case .missing, .notAFile: .noInput
    case .denied: .denied
    case .exists, .cannotCreate: .cannotCreate
    case .unreadable, .unwritable, .batchUnwritten: .io
    }
  }

  func complaint(at path: String) -> Complaint {
    switch self {
    case .missing: Complaint(path, Bilingual("没有这个文件", "no such file"))
    case .notAFile: Complaint(path, Bilingual("不是普通文件", "is not a regular file"))
    case .denied: Complaint(path, Bilingual("没有权限", "permission denied"))
    case .exists:
      Complaint(
        path, Bilingual("已经存在，未覆盖", "exists already and was not overwritten"),
        right: Bilingual("先移走它，或换一个名字", "move it away, or choose another name"))
    case .cannotCreate(let detail):
      Complaint(path, Bilingual("无法创建（\(detail)）", "cannot be created (\(detail))"))
    case .unreadable(let detail):
      Complaint(path, Bilingual("读取失败（\(detail)）", "could not be read (\(detail))"))
    case .unwritable(let detail):
      Complaint(path, Bilingual("写入失败（\(detail)）", "could not be written (\(detail))"))
    case .batchUnwritten(let batch, let detail):
      Complaint(
        path,
        Bilingual(
          "第 \(batch) 批已记下，文件没有写成（\(detail)）",
          "batch \(batch) was recorded, its file not written (\(detail))"),
        right: Bilingual(
          "revisit message batch \(batch) --out 文件", "revisit message batch \(batch) --out FILE"))
    }
  }
}

extension SystemFault {
  var exitCode: ExitCode {
    switch self {
    case .clock: .unavailable
    case .closed: .ok
    case .output: .io
    case .bug: .bug
    }
  }

  var complaints: [Complaint] {
    if case .closed = self { [] } else { [complaint] }
  }

  private var complaint: Complaint {
    switch self {
    case .closed: Complaint(nil, Bilingual("读者已离开", "the reader has gone"))
    case .clock:
      Complaint(
        nil, Bilingual("系统时钟不可用", "the system's clock cannot be used"),
        right: Bilingual("用 --as-of 给出日期", "give the day with --as-of"))
    case .output(let detail, let recorded):
      Complaint(
        "stdout", Bilingual("写不出结果（\(detail)）", "the answer could not be written (\(detail))"),
        right: recorded
          ? Bilingual("改动已经记下", "the change itself was recorded")
          : nil)
    case .bug(let detail):
      Complaint(
        nil, Bilingual("程序错误：\(detail)", "a defect of the program: \(detail)"),
        right: Bilingual("请报告", "please report it"))
    }
  }
}
