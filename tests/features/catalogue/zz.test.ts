import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { day } from '../../../src/core/calendar/day';
import { compact } from '../../../src/features/catalogue/course-query';
import { readCourseQuery } from '../../../src/features/catalogue/course-reader';
import { readPersonalQuery } from '../../../src/features/catalogue/personal-reader';
import { readFileSync } from 'node:fs';
test('x', () => {
  const cal = createBusinessCalendar([]);
  const today = day.parse('2026-11-24');
  const rows = readFileSync('/tmp/eval/dev.tsv','utf8').trim().split('\n').slice(1).map(l=>l.split('\t'));
  const out: string[] = [];
  const n: Record<string, Record<string, number>> = {};
  for (const [q='',k='answer'] of rows) {
    const p = readPersonalQuery(q, today, cal); const c = readCourseQuery(q, today, cal);
    const r = p ? 'personal' : c ? c.strength : 'none';
    (n[k] ??= {})[r] = (n[k]?.[r] ?? 0) + 1;
    if (k==='courses' || k==='personal' || (k==='answer' ? r==='certain' || r==='personal' || process.env.ALL : r!=='none')) out.push(`${k} ${r} ${q} => ${p ? JSON.stringify(p) : c ? JSON.stringify(compact(c.query)) : ''}`);
  }
  process.stdout.write(out.join('\n')+'\n'+JSON.stringify(n)+'\n');
});
