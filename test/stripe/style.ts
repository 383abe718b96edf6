export const STYLE = `
:root { color-scheme: light; --ink: #1f2328; --soft: #59616b; --line: #8a929c; --pale: #f4f5f7;
  --strong: #1d4f91; --wrong: #a3161b; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: #fff; }
.notice { background: #fff3c4; border-bottom: 1px solid #d9b93b; font-weight: 600; }
.notice p { max-width: 60rem; margin: 0 auto; padding: .75rem 1.25rem; }
main { max-width: 60rem; margin: 0 auto; padding: 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .75rem 0 1.25rem; }
h2 { font-size: 1.15rem; margin: 0 0 .75rem; }
section, form { margin: 0 0 1.5rem; }
form, .numbers { padding: 1.25rem; border: 1px solid #d5d9de; border-radius: .5rem; }
.numbers { background: var(--pale); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .5rem .5rem .5rem 0; text-align: left; vertical-align: top;
  border-bottom: 1px solid #d5d9de; }
td { overflow-wrap: anywhere; }
th { font-size: .875rem; color: var(--soft); }
tfoot th, tfoot td { color: var(--ink); font-size: 1.1rem; font-weight: 700; border: 0; }
.figure { text-align: right; padding-right: 0; white-space: nowrap; }
ul { margin: 0; padding-left: 1.1rem; }
li { margin: .5rem 0; }
li span { display: block; font-size: .9rem; color: var(--soft); }
.numbers p:last-child { margin-bottom: 0; }
code { font: .95em ui-monospace, monospace; }
.field { margin: 0 0 1rem; }
label { display: block; font-weight: 600; margin: 0 0 .25rem; }
input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit;
  background: #fff; border: 1px solid var(--line); border-radius: .375rem; }
input[aria-invalid] { border: 2px solid var(--wrong); }
.wrong { margin: .25rem 0 0; color: var(--wrong); font-weight: 600; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
button { width: 100%; min-height: 3rem; padding: .5rem 1rem; font: inherit; font-weight: 700;
  color: #fff; background: var(--strong); border: 2px solid var(--strong); border-radius: .375rem;
  cursor: pointer; }
button.second { color: var(--strong); background: #fff; margin-top: .75rem; }
a { color: var(--strong); }
a.leave { display: inline-block; padding: .75rem 0; }
:focus-visible { outline: 3px solid #f2a900; outline-offset: 2px; }
@media (min-width: 56rem) {
  .columns { display: grid; grid-template: auto 1fr / 1fr 1fr; column-gap: 2.5rem; }
  .forms { grid-area: 1 / 2 / 3 / 3; }
}
`
