import Core

/// A page of HTML that needs nothing from outside: no script, no picture, no font.
///
/// On a phone each row of a wide table becomes a card, in which every value has the title of its
/// column; on paper it is A4.
struct HTMLPage {
  let title: String
  let language: Language
  /// Elements, already escaped.
  let body: String

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .zh ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(escapedHTML(title))</title>
    <style>
    \(HTMLPage.style)
    </style>
    </head>
    <body>
    \(body)</body>
    </html>

    """
  }

  private static let style = """
    * { box-sizing: border-box }
    body { max-width: 76rem; margin: 0 auto; padding: 16px; color: #1a1a1a; background: #fff;
      font: 15px/1.5 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
      overflow-wrap: anywhere }
    h1 { font-size: 20px; margin: 0 0 8px }
    h2 { font-size: 16px; margin: 20px 0 6px }
    p { margin: 6px 0 }
    h1, h2, p { white-space: pre-wrap }
    table { border-collapse: collapse; width: 100%; margin: 8px 0 16px }
    th, td { border: 1px solid #ccc; padding: 5px 8px; text-align: left; vertical-align: top }
    th { background: #f0f0f0; white-space: nowrap }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
    .short { white-space: nowrap }
    .group td, .total td { background: #f7f7f7; font-weight: bold }
    .alarm td:nth-child(-n+4) { color: #a40000 }
    .box { width: 2em; font-size: 18px; line-height: 1.2 }
    .write { width: 22% }
    small { font-size: 13px; color: #444 }
    .charts { display: flex; flex-wrap: wrap; gap: 0 24px }
    figure { flex: 1 1 340px; max-width: 560px; margin: 8px 0 12px; break-inside: avoid }
    figcaption { font-weight: bold; margin-bottom: 4px }
    svg { display: block; width: 100% }
    svg text { font-size: 12px; fill: currentColor }
    .bar { fill: #3a78b5 }
    .mark { stroke: currentColor; stroke-width: 2 }
    @media screen and (prefers-color-scheme: dark) {
      body { color: #e4e4e4; background: #16181b }
      th, .group td, .total td, .cards tr.total { background: #25282c }
      th, td, .cards tr { border-color: #444 }
      small, .cards td::before { color: #aaa }
      .alarm td:nth-child(-n+4) { color: #ff8a80 }
      .bar { fill: #5b9bd5 }
    }
    @media screen and (max-width: 700px) {
      th, td { padding: 4px 6px; font-size: 14px }
      .cards, .cards tbody { display: block }
      .cards thead, .box, .box + td, .write, .cards td:empty { display: none }
      .cards tr { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 0 0 8px;
        padding: 8px 12px; border: 1px solid #ccc; border-radius: 6px }
      .cards tr.group { border: 0; padding: 0; margin: 16px 0 4px }
      .cards tr.total { background: #f7f7f7 }
      .cards td { border: 0; padding: 0; flex: 1 1 100%; font-size: 15px; background: none }
      .cards td::before { content: attr(data-title); color: #666; font-weight: normal;
        font-size: 13px; margin-right: 8px }
      .cards td:first-child::before, .box + td + td::before, .cards .group td::before,
      .cards td[data-title=""]::before { content: none }
      .cards td:first-child, .box + td + td { font-weight: bold }
      .cards td.number { flex: 0 0 auto; min-width: 5.5em; text-align: left }
    }
    @page { size: A4; margin: 12mm }
    @media print {
      body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4 }
      h1 { font-size: 14pt }
      h2 { font-size: 11pt; break-after: avoid }
      thead { display: table-header-group }
      tr { break-inside: avoid }
      th, td { padding: 1mm 1.5mm; border-color: #888 }
      .write { width: 40mm }
      small { font-size: 8.5pt }
    }
    """
}
