import { randomUUID } from 'node:crypto';
import { type Day, day } from '../../../src/core/calendar/day';
import { employeeId, type PairId } from '../../../src/core/ids';
import type { Reply } from '../../../src/core/turn';
import { createAudit } from '../../../src/features/audit';
import { createDirectory } from '../../../src/features/directory';
import { peopleOn } from '../../../src/features/mentoring/mentoring-needs';
import { makePair } from '../../../src/features/mentoring/pair-making';
import { livePairs } from '../../../src/features/mentoring/pair-store';
import type { Pace } from '../../../src/features/mentoring/periods';
import {
  employees,
  loadDataset,
  removeRecord,
  saveRecord,
  undoChangeSet,
} from '../../../src/features/records';
import { type Received, shown, type TestBot, textsIn } from '../../support/test-bot';
import { carried, inputs, openDialog, seen, submitDialog } from '../campaigns/support';

export { carried, inputs, openDialog, seen, submitDialog };

/** Newly hired, of 市民課; evaluated by SUPERVISOR, led by MANAGER. */
export const MENTEE = '100014';
export const MENTEE_NAME = '例島 健太';
/** The other newly hired of 市民課. */
export const SECOND = '100015';
export const MENTOR = '100008';
export const MENTOR_NAME = '例池 陽菜';
/** Of 市民課, in the fifth year or later as well. */
export const OTHER_MENTOR = '100009';
export const SUPERVISOR = '100006';
export const MANAGER = '100003';
export const COLLEAGUE = '100001';
export const HR = '100066';
export const HR_NAME = '例内 恵子';
export const OTHER_HR = '100067';
export const HR_ADMIN = '100062';
export const AUDITOR = '100479';
export const STRESS_ADMIN = '100216';

/** A pair since April, made behind the dialogs. */
export async function pairUp(
  bot: TestBot,
  of: { mentee?: string; mentor?: string; from?: string; until?: string; early?: Pace; today?: string } = {},
): Promise<PairId> {
  const today = day.parse(of.today ?? '2026-11-24');
  const directory = createDirectory(
    (reader) => loadDataset(reader, employees),
    async () => new Map(),
  );
  return bot.store.write(async (tx) => {
    const people = await peopleOn({ directory }, tx, today);
    const mentee = people.find(employeeId.parse(of.mentee ?? MENTEE));
    const mentor = people.find(employeeId.parse(of.mentor ?? MENTOR));
    if (mentee === null || mentor === null) throw new Error('no such people');
    const term = { from: day.parse(of.from ?? '2026-04-01'), until: day.parse(of.until ?? '2027-03-31') };
    const wanted = { mentee, mentor, term, early: of.early ?? 'monthly' };
    const now = new Date('2026-04-01T00:00:00Z');
    const pair = await makePair({ newId: randomUUID }, tx, wanted, await livePairs(tx), {
      now,
      today,
      actor: 'system',
    });
    if (!pair.ok) throw new Error(pair.error.join());
    return pair.value.id;
  });
}

export const NOVEMBER = '2026-11-01';

/** Opens the dialog of a check-in, fills it in and sends it. */
export async function write(
  bot: TestBot,
  as: string,
  pair: string,
  filled: Record<string, string> = {},
  how: { from?: string; number?: number; draft?: boolean; sure?: boolean } = {},
): Promise<Reply> {
  const key = { pair, from: how.from ?? NOVEMBER, number: how.number ?? 1 };
  const form = await openDialog(bot, as, 'mentoring.write', key);
  if (form.invoke?.kind !== 'dialog') return form;
  const data = { ...key, draft: how.draft ? 1 : 0, sure: how.sure ? 1 : 0, ...inputs(form), ...filled };
  return submitDialog(bot, as, 'mentoring.save', data);
}

/** What somebody reads in the dialog of the records. */
export const readBack = async (bot: TestBot, as: string, pair: string, page = 0): Promise<string> =>
  seen(await openDialog(bot, as, 'mentoring.records', { pair, page }));

/** What the bot sent to somebody by itself, in one text. */
export async function sentTo(bot: TestBot, received: readonly Received[], employee: string): Promise<string> {
  const aad = await bot.aadOf(employee);
  return received
    .filter(({ to }) => to === aad)
    .map(({ card }) => textsIn(card))
    .join('\n---\n');
}

export const said = async (bot: TestBot, as: string, text: string): Promise<string> =>
  shown(await bot.say(as, text));

export const onDay = (text: string): Day => day.parse(text);

const author = (at: string) => ({
  actor: 'cli',
  source: 'test',
  clock: { now: () => new Date(at) },
  audit: createAudit(),
});
const BEGINNING = '2026-11-24T02:00:00Z';

/** Changes the roster as HR would. */
export async function changeRoster(
  bot: TestBot,
  id: string,
  values: Record<string, string>,
  at = BEGINNING,
): Promise<void> {
  const row = await bot.store.db
    .selectFrom('records')
    .select('content_hash')
    .where('dataset', '=', 'employees')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const saved = await bot.store.write((tx) =>
    saveRecord(tx, employees, { id, basedOn: row.content_hash, values }, author(at)),
  );
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
}

/** Takes somebody off the roster, and answers what puts them back. */
export async function takeOffRoster(bot: TestBot, id: string, at = BEGINNING): Promise<() => Promise<void>> {
  const removed = await bot.store.write((tx) => removeRecord(tx, employees, id, author(at)));
  if (!removed.ok) throw new Error(JSON.stringify(removed.error));
  return async () => {
    await bot.store.write((tx) => undoChangeSet(tx, removed.value, author(at)));
  };
}
