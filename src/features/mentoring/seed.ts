import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createBusinessCalendar } from '../../core/calendar/business-calendar';
import { addDays, dayOf, instantAt } from '../../core/calendar/day';
import type { Writer } from '../../db/open';
import { createDirectory } from '../directory';
import { employees, loadDataset, readTableFile } from '../records';
import { type Answer, menteeAnswer, mentorAnswer } from './check-in';
import { insertAnswer, lockCheckIn } from './check-in-store';
import { insertGoal, insertStep } from './goal-store';
import { peopleOn } from './mentoring-needs';
import { type Pair, periodsOfPair } from './pair';
import { makePair } from './pair-making';
import { pairRows } from './pair-rows';
import { livePairs } from './pair-store';
import { lastDayOf, type Period } from './periods';

const WENT_WELL = [
  '（見本）窓口の応対に慣れてきました。',
  '（見本）はじめて一人で起案できました。',
  '（見本）先輩に聞きながら、申請の審査を終えました。',
];
const LEARN = ['', '（見本）文書の書き方を学びたいです。', '（見本）Excelの関数を使えるようになりたいです。'];
const NEXT = [
  '（見本）次回までに、よくある質問を3つメモする。',
  '（見本）担当の要綱を一度通して読む。',
  '（見本）会議の記録を一人で書いてみる。',
];
const HOUR = '16:00';

/**
 * Sample pairs out of `file`, with what they said in the periods that are over, so that the local page has some. To be called
 * in the transaction that fills an empty database; without the file, or for people who are not there, it does nothing.
 */
export async function seedSamplePairs(tx: Writer, file: string, at: Date): Promise<void> {
  if (!existsSync(file)) return;
  const table = await readTableFile(await readFile(file));
  if (!table.ok) return;
  const directory = createDirectory(
    (reader) => loadDataset(reader, employees),
    async () => new Map(),
  );
  const today = dayOf(at);
  const rows = pairRows(table.value, await peopleOn({ directory }, tx, today), [], today, 'ja');
  if (!rows.ok) return;
  for (const [index, row] of rows.value.entries()) {
    const now = instantAt(row.term.from, HOUR);
    const by = { now, today, actor: 'import', sample: true };
    const made = await makePair({ newId: randomUUID }, tx, row, await livePairs(tx), by);
    if (!made.ok) continue;
    const over = periodsOfPair(made.value).filter((period) => lastDayOf(period) < today);
    // The last of some was missed, so that HR's list shows that as well.
    const held = index % 4 === 3 ? over.slice(0, -1) : over;
    for (const [nth, period] of held.entries()) await seedCheckIn(tx, made.value, period, index + nth);
    if (index % 2 === 0) await seedGoal(tx, made.value, now);
  }
}

async function seedCheckIn(tx: Writer, pair: Pair, period: Period, variant: number): Promise<void> {
  const checkIn = await lockCheckIn(
    tx,
    { pair: pair.id, from: period.from, number: 1 },
    period,
    randomUUID(),
  );
  const wanted = addDays(period.from, period.pace === 'monthly' ? 10 + (variant % 8) : 2);
  const metOn = createBusinessCalendar([]).nextOpenDay(wanted);
  const pick = (texts: readonly string[]): string => texts[variant % texts.length] ?? '';
  const answers: readonly Answer[] = [
    {
      side: 'mentee',
      given: menteeAnswer.parse({
        mood: variant % 3 === 0 ? 'fair' : 'good',
        wentWell: pick(WENT_WELL),
        learn: pick(LEARN),
      }),
    },
    {
      side: 'mentor',
      given: mentorAnswer.parse({
        metOn,
        topics: variant % 2 === 0 ? ['work'] : ['work', 'learning'],
        nextStep: pick(NEXT),
      }),
    },
  ];
  for (const answer of answers) await insertAnswer(tx, checkIn, answer, instantAt(metOn, HOUR));
}

async function seedGoal(tx: Writer, pair: Pair, at: Date): Promise<void> {
  const goal = { id: randomUUID(), pair: pair.id, text: '（見本）担当の仕事を一人で説明できるようになる' };
  await insertGoal(tx, goal, pair.mentee, at);
  const step = { id: randomUUID(), goal: goal.id, text: '（見本）よくある質問のメモを作る' };
  await insertStep(tx, step, pair.mentor, at);
}
