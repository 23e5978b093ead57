import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { day } from '../../../src/core/calendar/day';
import { courses, offerings, trainingRecords } from '../../../src/features/records';
import { buildCourseIndex, openKnowledgeSources } from '../../../src/knowledge';
import { createCatalogue, matchBySubstring } from '../../../src/features/catalogue';
import { matchByIndex } from '../../../src/features/catalogue/course-match';
const rd = (d: any, f: string) => parse(readFileSync(`data/${f}.csv`,'utf8'),{columns:true}).map((r: any)=>{const p=d.parse(r); if(!p.ok) throw new Error(JSON.stringify(p.error)); return p.value.row});
test('x', async () => {
  const data = { courses: rd(courses,'courses'), offerings: rd(offerings,'offerings'), records: rd(trainingRecords,'training-records') };
  const syn = parse(readFileSync('data/synonyms.csv','utf8'),{columns:true}).map((r:any)=>({terms:r.terms.split('|'),note:null,sample:true}));
  const index = buildCourseIndex(data.courses, syn, openKnowledgeSources('data', null, null));
  const raw = process.env.RAW;
  const out: string[] = [];
  if (raw) { for (const q of raw.split(',')) { out.push('## '+q); for (const h of index.search(q, 12).hits) out.push(`  ${h.id} ${h.score.toFixed(1)} c=${h.matched.coverage.toFixed(2)} cl=${h.matched.closeness.toFixed(2)} g=${h.matched.grams.toFixed(2)} ${data.courses.find((c:any)=>c.id===h.id).title}`);} process.stdout.write(out.join('\n')+'\n'); return; }
  const cat = createCatalogue({ data: async () => data, match: process.env.SUB ? matchBySubstring(data.courses) : matchByIndex(() => index), calendar: () => createBusinessCalendar([]) });
  const today = day.parse('2026-11-24'); const now = new Date('2026-11-24T01:00:00Z');
  const person: any = { id: '100001', level: 'staff', jobType: 'clerical', birthDate: '1998-06-17', hiredOn: '2021-04-01' };
  const scene: any = { person, now, today, locale: 'ja' };
  const rows = readFileSync('/tmp/eval/dev.tsv','utf8').trim().split('\n').slice(1).map(l=>l.split('\t')).filter(r=>r[1]==='courses');
  const qs: string[][] = process.env.Q ? process.env.Q.split(',').map(q=>[q]) : rows;
  let hit = 0, want = 0;
  for (const [q='', , ini=''] of qs) {
    const r = cat.readCourses(q, scene); if (!r) { out.push('NULL '+q); continue; }
    const a = await cat.answer(scene, r.query);
    const okk = !ini || ini.split('|').some(i => (a.courses[0]?.initiatives as readonly string[] ?? []).includes(i)); if (ini) { want++; if (okk) hit++; }
    const card: any = a.message.kind === 'card' ? a.message.card : null;
    out.push(`${okk?'':'MISS '}${q} [${ini}] ${a.kind} ${a.courses.length} | ${a.message.summary.split('\n')[0]} | ${card.body.find((b:any)=>b.size==='small'&&b.spacing==='small'&&b.type==='TextBlock'&&!b.isSubtle)?.text ?? ''}\n` + a.courses.slice(0,4).map(c=>`    ${c.id} ${c.title} ${c.initiatives} ${c.text}`).join('\n'));
  }
  out.push(`first right ${hit}/${want}`);
  process.stdout.write(out.join('\n')+'\n');
});
