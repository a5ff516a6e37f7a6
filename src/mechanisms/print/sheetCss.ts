/** Styles of every printed sheet: black on white, hairlines, tabular figures. */
export const sheetCss = `
*{box-sizing:border-box;margin:0}
html{-webkit-print-color-adjust:exact}
body{font:9.5pt/1.35 "Golos Text",sans-serif;color:#191a1f;overflow-wrap:anywhere}
h1{font-size:15pt;line-height:1.2;font-weight:620;letter-spacing:-.01em;margin:0 0 3mm}
h2{font-size:11pt;font-weight:620;margin:5mm 0 2mm;break-after:avoid}
p{margin:0 0 2mm}
.sub{color:#5b5c63;margin:-1.5mm 0 4mm}
.small{font-size:8pt;color:#5b5c63}
.issuer{display:flex;flex-direction:column;gap:.4mm;font-size:8pt;color:#5b5c63;padding-bottom:3mm;margin-bottom:5mm;border-bottom:.3mm solid #cfcbc0}
.issuer b{font-size:10.5pt;font-weight:620;color:#191a1f}
table{border-collapse:collapse;width:100%}
.grid{margin:3mm 0;font-size:9pt}
.grid thead{display:table-header-group}
.grid tr{break-inside:avoid}
.grid th{font-weight:560;font-size:8pt;color:#5b5c63;text-align:left;vertical-align:bottom;padding:1.2mm 1.6mm;border-top:.3mm solid #191a1f;border-bottom:.3mm solid #191a1f}
.grid td{padding:1.2mm 1.6mm;border-bottom:.2mm solid #cfcbc0;vertical-align:top}
.grid .num{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums;overflow-wrap:normal}
.grid .tight{width:1%;white-space:nowrap;overflow-wrap:normal}
.grid .foot td{border-bottom:0;font-weight:560;padding-top:1.6mm}
.grid .foot tr:first-child td{border-top:.3mm solid #191a1f}
.grid .foot tr+tr td{padding-top:0}
.facts{margin:0 0 3mm}
.facts th{width:32mm;text-align:left;font-weight:400;color:#5b5c63;padding:.7mm 3mm .7mm 0;vertical-align:top;white-space:nowrap}
.facts td{padding:.7mm 0;vertical-align:top}
.bank{margin:0 0 6mm;font-size:9pt}
.bank td{border:.2mm solid #191a1f;padding:1.2mm 1.6mm;vertical-align:top}
.bank .cap{font-size:7.5pt;color:#5b5c63;margin:1mm 0 0}
.bank .num{font-variant-numeric:tabular-nums;white-space:nowrap;overflow-wrap:normal}
.words{margin:3mm 0}
.words b{display:block;font-weight:560;margin-top:.5mm}
.close{break-inside:avoid}
.pay{display:flex;align-items:center;gap:4mm;margin-top:4mm;break-inside:avoid}
.pay svg{flex:none;width:40mm;height:40mm;margin:-2mm}
.pay p{max-width:70mm;margin:0;font-size:8.5pt;color:#5b5c63}
.pay b{display:block;font-weight:560;color:#191a1f}
.signs{margin-top:9mm;display:flex;gap:10mm}
.signs>*{flex:1}
.sign{display:flex;align-items:flex-end;gap:3mm;margin-top:6mm;font-size:9pt}
.sign i{flex:1;min-width:25mm;border-bottom:.2mm solid #191a1f}
.two{display:grid;grid-template-columns:1fr 1fr;gap:10mm}
.mirror{font-size:8pt}
.mirror .edge{border-right:.2mm solid #cfcbc0}
`
