/**
 * Of the page. It is named in the page's policy by its hash: change it and the policy changes with it. A font's second name is the
 * program's own, whose preview has it at hand; elsewhere the reader's system decides.
 */
export const STYLE = `
:root{color-scheme:light;font:14px/1.5 Inter,"Inter Variable",system-ui,sans-serif;color:#16181d;background:#fff}
body{margin:0}main{max-width:64rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
h1{font:600 2rem/1.2 "Source Serif 4","Source Serif 4 Variable",Georgia,serif;margin:0}h2{font-size:1.2rem;margin:2.5rem 0 .5rem}
.lead{font-size:1.05rem;color:#474a51;margin:.25rem 0}.parameters{list-style:none;padding:0;margin:.5rem 0;color:#63666d;font-size:.85rem}
nav ol{columns:2;padding-left:1.2rem}nav li{min-height:1.75rem}nav a{display:inline-block;vertical-align:top;padding:.15rem 0;min-height:1.5rem}a{color:#2b45a3}.note,.missing{color:#63666d;font-size:.85rem}.missing{border-left:3px solid #c9c8c1;padding-left:.75rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(12.5rem,1fr));gap:.75rem;margin:.75rem 0}.tiles div{background:#f5f5f2;padding:.6rem .8rem;border-radius:4px}
.tiles dt{color:#63666d;font-size:.8rem}.tiles dd{margin:0}.tiles b{font-size:1.25rem;font-variant-numeric:tabular-nums;white-space:nowrap}.tiles small{display:block;color:#474a51}
figure{margin:1rem 0}figcaption,caption{font-weight:600;text-align:left;padding:.4rem 0}svg{width:100%;height:auto;font-family:Inter,"Inter Variable",system-ui,sans-serif;font-variant-numeric:tabular-nums}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem;font-variant-numeric:tabular-nums;width:100%;margin:.5rem 0}
th,td{padding:.28rem .6rem;border-bottom:1px solid #e6e6e1;text-align:left;vertical-align:top;font-weight:400}thead th{font-weight:600;color:#474a51;border-bottom:1px solid #85857d}
tfoot th,tfoot td{font-weight:600;border-top:1px solid #85857d}.n{text-align:right;white-space:nowrap}.favourable{color:#0b7554}.adverse{color:#b93217}
sup{font-size:.6em;margin-left:.15em}sup a{color:#63666d;text-decoration:none}code{font-family:"JetBrains Mono","JetBrains Mono Variable",ui-monospace,monospace;font-size:.9em}
:target{background:#fff6d6}footer{margin-top:3rem;color:#63666d;font-size:.8rem}
@media print{main{max-width:none;padding:0}.wide{overflow:visible}thead{display:table-header-group}tr,figure{break-inside:avoid}}
`
