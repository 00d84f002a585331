"""How a paper looks as a web page: on a screen, light and dark, and in print."""

_STYLE = """
:root { color-scheme: light dark; --ink: #16202a; --soft: #54606d; --line: #b4bdc6; --band: #e9edf1;
  --faint: #f4f6f8; --page: #fff; --link: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaef; --soft: #a9b4c0; --line: #4a545f;
  --band: #2a323b; --faint: #20272f; --page: #171c22; --link: #8ec1f5; } }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; color: var(--ink);
  background: var(--page); margin: 0 auto; padding: 2rem 1.25rem; max-width: WIDTH; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0; } .subtitle { color: var(--soft); margin: .25rem 0 0; }
header { margin: 0 0 1.2rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; } h3 { font-size: 1.05rem; margin: 1.5rem 0 .4rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.2rem 0 .3rem; color: var(--soft); }
h1, h2, h3, h4, p, li, dd, dt, td, th { overflow-wrap: break-word; }
p { margin: 0 0 .6rem; } ul, ol { margin: 0 0 .8rem; padding-inline-start: 1.6rem; } li { margin: .2rem 0; }
dl { margin: 0 0 .8rem; } dl > div { display: flex; gap: 1rem; padding: .15rem 0; }
dt { flex: 0 0 26%; color: var(--soft); } dd { flex: 1; margin: 0; min-width: 0; }
em { color: var(--soft); } small { font-size: 1em; color: var(--soft); }
.table { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
td, th { border-bottom: 1px solid var(--line); padding: .35rem .55rem; text-align: start; vertical-align: top;
  font-weight: inherit; min-width: 5.5rem; }
thead th { background: var(--band); font-weight: 600; vertical-align: bottom; }
.group th { background: var(--faint); font-weight: 600; } .centred { text-align: center; }
a { color: var(--link); } sup { line-height: 0; font-size: .75em; margin-inline-start: .1em; }
a:focus-visible, .table:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
:target { background: var(--band); }
[role="doc-endnotes"] { font-size: .9rem; }
footer { color: var(--soft); font-size: .85rem; margin-top: 2.5rem;
  border-top: 1px solid var(--line); padding-top: .6rem; }
@page { size: A4 SHAPE; margin: 18mm 20mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #999; --band: #e9edf1; --faint: #f4f6f8;
    --page: #fff; --link: #000; }
  body { font-size: 10pt; line-height: 1.35; max-width: none; padding: 0; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; } li, dl > div, tr { break-inside: avoid; }
  thead { display: table-header-group; } .group { break-after: avoid; }
  .table { overflow: visible; } td, th { min-width: 0; } table { table-layout: fixed; font-size: 9pt; }
  a { text-decoration: none; } [role="doc-backlink"] { display: none; } p { orphans: 2; widows: 2; }
}
"""


def style(*, landscape: bool) -> str:
    """The style sheet."""
    width, shape = ("76rem", "landscape") if landscape else ("54rem", "portrait")
    return _STYLE.replace("WIDTH", width).replace("SHAPE", shape)
