import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { day } from '../../../src/core/calendar/day';
import { compact } from '../../../src/features/catalogue/course-query';
import { readCourseQuery } from '../../../src/features/catalogue/course-reader';
import { readPersonalQuery } from '../../../src/features/catalogue/personal-reader';
import { readFileSync } from 'node:fs';
test('x', () => {
  const cal = createBusinessCalendar([]);
  const today = day.parse('2026-11-24');
  const out: string[] = [];
  for (const q of readFileSync('/tmp/extra.txt','utf8').trim().split('\n')) {
    const p = readPersonalQuery(q, today, cal); const c = readCourseQuery(q, today, cal);
    const r = p ? 'PERSONAL' : c ? c.strength : '-';
    out.push(`${r.padEnd(9)} ${q} => ${p ? JSON.stringify(p) : c ? JSON.stringify(compact(c.query)).replace(/"from":"20(.{8})","to":"20(.{8})"/,'$1..$2') : ''}`);
  }
  process.stdout.write(out.join('\n')+'\n');
});
