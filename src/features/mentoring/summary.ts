import { dayOf } from '../../core/calendar/day';
import { longDay, shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { type Answer, type CheckIn, heldOn } from './check-in';
import { checkInTexts } from './check-in-texts';
import type { Goal } from './goal-store';
import { goalTexts } from './goal-texts';
import { mentoringTexts } from './mentoring-texts';
import type { Term } from './periods';
import { partsOf } from './records-view';

export interface Summary {
  readonly mentee: string;
  readonly mentor: string;
  readonly term: Term;
  readonly goals: readonly Goal[];
  /** Oldest first. Answers are without what is private, and null until both have submitted. */
  readonly checkIns: readonly {
    readonly checkIn: CheckIn;
    readonly mentee: Answer | null;
    readonly mentor: Answer | null;
  }[];
}

/** A page of its own, to save or print: nothing is fetched, and no text of the two can become markup. */
export function summaryPage(summary: Summary, on: Date, locale: Locale): string {
  const t = mentoringTexts(locale);
  const c = checkInTexts(locale);
  const g = goalTexts(locale);
  const { mentee, mentor, term, goals, checkIns } = summary;
  const held = checkIns.flatMap(({ checkIn }) => heldOn(checkIn) ?? []);
  const parts = (name: string, answer: Answer | null): string => {
    const filled = answer === null ? [] : partsOf(answer, locale);
    if (filled.length === 0) return '';
    const rows = filled.map(({ label, text }) => `<dt>${html(label)}</dt><dd>${html(text)}</dd>`).join('');
    return `<h4>${html(name)}</h4><dl>${rows}</dl>`;
  };
  const goalItems = goals
    .map(({ text, steps }) => {
      const items = steps.map((step) => `<li>${step.doneAt === null ? '□' : '☑'} ${html(step.text)}</li>`);
      return `<li>${html(text)}<ul class="steps">${items.join('')}</ul></li>`;
    })
    .join('');
  const meetings = checkIns
    .map(({ checkIn, mentee: hers, mentor: his }) => {
      const day = heldOn(checkIn);
      const { from, to } = checkIn.period;
      const heading = c.recordOf(
        shortDay(from, locale),
        shortDay(to, locale),
        day === null ? '' : shortDay(day, locale),
      );
      return `<section><h3>${html(heading)}</h3>${parts(mentee, hers)}${parts(mentor, his)}</section>`;
    })
    .join('');
  const days = held.map((on) => shortDay(on, locale)).join(locale === 'ja' ? '、' : ', ');
  return `<!doctype html>
<html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(t.summaryHeading)}</title>
<style>body{font:16px/1.8 sans-serif;max-width:42em;margin:2em auto;padding:0 1em;color:#222}h1{font-size:1.4em}
h2{font-size:1.15em;border-bottom:1px solid #999}h3{font-size:1em;margin-bottom:0}h4{font-size:.9em;margin:.6em 0 0;color:#555}
dl{margin:0}dt{font-size:.85em;color:#666}dd{margin:0 0 .4em;white-space:pre-wrap;overflow-wrap:anywhere}section{break-inside:avoid}
.steps{list-style:none;padding-left:1em}</style>
<h1>${html(t.summaryHeading)}</h1>
<p>${html(`${t.role.mentor} ${mentee}　${t.role.mentee} ${mentor}`)}<br>${html([term.from, term.until].map((on) => longDay(on, locale)).join(locale === 'ja' ? '〜' : ' – '))}</p>
<p>${html(held.length === 0 ? t.neverHeld : t.talkedTimes(days, held.length))}</p>
${goals.length === 0 ? '' : `<h2>${html(g.title)}</h2><ol>${goalItems}</ol>`}
<h2>${html(t.talkedHeading)}</h2>${meetings}
<p style="font-size:.8em;color:#666">${html(longDay(dayOf(on), locale))}</p>
</html>
`;
}

const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
