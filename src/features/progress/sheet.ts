import { formatWareki } from '../../core/calendar/wareki';
import type { Locale } from '../../core/turn';
import { type Campaign, cardText, managerViewOf, policyOf } from '../campaigns';
import { fileTexts } from './file-texts';
import type { Placed } from './standing';
import { FEWEST_HOURS } from './teams-at-hand';
import { titleOf } from './view-parts';

/**
 * Whether there may be sheets by section. A sheet tells the section who still owes, so that it is made only where the section may
 * know: what a 所属長 sees or a 庶務担当 records. Never of the stress check, a 60歳の意思確認, or a 自己申告書 that HR has not opened to managers.
 */
export function mayPrint(campaign: Campaign): boolean {
  const { runBy, completion, proxy } = policyOf(campaign);
  if (runBy !== 'hr' || completion !== 'self' || campaign.status.kind === 'ended') return false;
  return proxy === 'section' || managerViewOf(campaign) === 'names';
}

/** Who is on a sheet: those who still owe and have no Teams at hand. */
export const onSheet = ({ standing }: Placed): boolean => standing.kind === 'owes' && standing.gap !== null;

export interface Sheet {
  readonly campaign: Campaign;
  readonly placed: readonly Placed[];
  /** When and by whom it was made, as people read it. */
  readonly at: string;
  readonly by: string;
}

/** An HTML page without script for A4 upright: each section begins a page, and a long one repeats its heading row. */
export function sheetHtml(sheet: Sheet, locale: Locale): string {
  const t = fileTexts(locale);
  const bySection = [...Map.groupBy(sheet.placed.filter(onSheet), ({ section }) => section)];
  return html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${titleOf(sheet.campaign, 'section', locale)}</title>
<style>${trusted(STYLE)}</style></head>
<body><p class="screen">${t.print}</p>
${bySection.map(([section, own]) => sectionHtml(sheet, section, own, locale))}
</body></html>
`.html;
}

function sectionHtml(
  { campaign, at, by }: Sheet,
  section: string,
  own: readonly Placed[],
  locale: Locale,
): Html {
  const t = fileTexts(locale);
  const { body } = cardText(campaign, locale);
  const hasBox = policyOf(campaign).proxy === 'section';
  const byForm = hasBox ? t.sheetByForm : t.sheetByFormAlone;
  const how = campaign.link === null ? (hasBox ? t.sheetByClerk : t.sheetBySelf) : byForm;
  const due = formatWareki(campaign.dueOn);
  return html`<section>
<header><p>${t.sheetFor}</p><h1>${titleOf(campaign, 'section', locale)}</h1><h2>${section}<span>${t.sheetCount(own.length)}</span></h2></header>
<p class="body">${body}</p>
${campaign.link === null ? [] : [html`<p class="link">${t.sheetLink}　<code>${campaign.link}</code></p>`]}
<table><thead><tr><th>${t.columns.name}</th><th>${t.sheetDue}</th><th>${t.sheetHow}</th>${hasBox ? [html`<th class="box">${t.sheetDone}</th>`] : []}</tr></thead>
<tbody>${own.map(
    ({ name }) =>
      html`<tr><td class="name">${name}</td><td>${due}</td><td>${how}</td>${hasBox ? [html`<td class="box"><i></i></td>`] : []}</tr>`,
  )}</tbody></table>
<footer><p>${hasBox ? t.sheetReturn : t.sheetSelf}</p><p>${t.sheetRule(FEWEST_HOURS)}</p><p>${t.sheetPrinted(at, by)}</p></footer>
</section>
`;
}

/** Text that is HTML already. Only `html` and `trusted` make it. */
interface Html {
  readonly html: string;
}

const trusted = (text: string): Html => ({ html: text });

/** Every value is escaped but what is HTML already. */
function html(strings: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html {
  const parts = values.map((value) => {
    if (typeof value === 'string') return escaped(value);
    return 'html' in value ? value.html : value.map((one) => one.html).join('');
  });
  return { html: strings.map((text, index) => text + (parts[index] ?? '')).join('') };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

const STYLE = `
@page { size: A4 portrait; margin: 16mm 14mm }
body { font: 11pt/1.6 "BIZ UDPGothic", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif; color: #111; background: #fff; margin: 0 auto; max-width: 182mm; padding: 4mm }
section { break-after: page; padding-bottom: 8mm }
section:last-child { break-after: auto }
header p { margin: 0; font-size: 10pt; color: #444 }
h1 { font-size: 17pt; line-height: 1.3; margin: 0 0 2mm }
h2 { font-size: 13pt; margin: 0; padding: 1.5mm 3mm; background: #eee; border-left: 2mm solid #444; display: flex; justify-content: space-between; -webkit-print-color-adjust: exact; print-color-adjust: exact }
h2 span { font-weight: normal }
.body { margin: 3mm 0 1mm; white-space: pre-line }
.link { margin: 1mm 0; font-size: 10pt } code { font-family: inherit; overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse; margin: 3mm 0 }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: 0.3mm solid #444; padding: 2mm 2.5mm; text-align: left }
th { background: #f4f4f4; font-weight: 600; -webkit-print-color-adjust: exact; print-color-adjust: exact }
.name { font-size: 12pt; white-space: nowrap }
.box { text-align: center; width: 14mm } .box i { display: inline-block; width: 5mm; height: 5mm; border: 0.4mm solid #111; vertical-align: middle }
footer { font-size: 9pt; color: #333 } footer p { margin: 0.5mm 0 }
.screen { background: #eef4ff; padding: 2mm 3mm; font-size: 10pt }
@media print { body { padding: 0; max-width: none } .screen { display: none } section { padding: 0 } }
@media (max-width: 500px) { body { font-size: 10pt } .name { white-space: normal } th, td { padding: 1.5mm } }
`;
