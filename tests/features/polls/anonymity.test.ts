import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { surveyId } from '../../../src/core/ids';
import type { Log } from '../../../src/core/log';
import { onPostgres } from '../../../src/db/dialect';
import type { Store } from '../../../src/db/open';
import { castBallot, prepareBox, readComments, talliesOf } from '../../../src/features/polls/ballot-store';
import { openTestStore } from '../../support/databases';
import { createTestBot, type TestBot } from '../../support/test-bot';
import { EDITOR, reachedIn, start, submitDialog } from './support';

/** Somebody who may read every table tries to learn who answered what. */

const PLANNING = { f_departments: '企画部' };
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const ID = surveyId.parse('00000000-0000-4000-8000-000000000001');

async function tablesOf({ db }: Store): Promise<readonly string[]> {
  const { rows } = onPostgres(db)
    ? await sql<{
        name: string;
      }>`select tablename as name from pg_tables where schemaname = current_schema()`.execute(db)
    : await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  return rows.map(({ name }) => name).toSorted();
}

/** Every row of every table as it comes, without the random ids. */
async function everything(store: Store): Promise<Readonly<Record<string, string>>> {
  const all: Record<string, string> = {};
  for (const table of await tablesOf(store)) {
    const { rows } = await sql`select * from ${sql.table(table)}`.execute(store.db);
    // Comments come by their random keys. Every vote writes all participants anew; where PostgreSQL finds room for them depends on
    // when it last pruned the table, which it does not do while any other transaction of the cluster may still see the old rows.
    const isAnyOrder = table === 'pulse_comments' || (onPostgres(store.db) && table === 'pulse_participants');
    const texts = rows.map((row) => JSON.stringify(row).replace(UUID, 'ID'));
    all[table] = (isAnyOrder ? texts.toSorted() : texts).join('\n');
  }
  return all;
}

/** A survey in which the first people of the roster answer what `answers` says, one a minute, the last of them first if `backwards`. */
async function voted(
  answers: readonly number[],
  comments: readonly string[],
  how: { readonly log?: Log; readonly backwards?: boolean } = {},
): Promise<{ readonly bot: TestBot; readonly id: string; readonly people: readonly string[] }> {
  const bot = await createTestBot(how.log === undefined ? {} : { log: how.log });
  const people = await reachedIn(bot, '企画部');
  const id = await start(bot, 'pulse', PLANNING);
  const turns = [...answers.entries()];
  for (const [minute, [index, choice]] of (how.backwards ? turns.toReversed() : turns).entries()) {
    bot.at(new Date(Date.UTC(2026, 10, 24, 2, minute)).toISOString());
    await submitDialog(bot, people[index] ?? '', 'pulse.comment', {
      id,
      f_choice: String(choice),
      f_comment: comments[index] ?? '',
    });
  }
  return { bot, id, people };
}

const ANSWERS = [0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1];
const COMMENTS = ANSWERS.map((_, index) => `声その${index}`);

test('whoever gave which answer, in whatever order: the whole database is the same', async () => {
  const one = await voted(ANSWERS, COMMENTS);
  const other = await voted(ANSWERS.toReversed(), COMMENTS.toSorted().toReversed(), { backwards: true });
  const [seenInOne, seenInOther] = [await everything(one.bot.store), await everything(other.bot.store)];
  expect(seenInOne).toEqual(seenInOther);
  expect(seenInOne.pulse_participants?.split('"took_part":1')).toHaveLength(ANSWERS.length + 1);
  expect(seenInOne.pulse_comments).toContain('声その7');
  await one.bot.close();
  await other.bot.close();
});

test('a vote writes to two tables only: who took part, and the box', async () => {
  const { bot, id, people } = await voted([], []);
  const before = await everything(bot.store);
  await submitDialog(bot, people[0] ?? '', 'pulse.comment', { id, f_choice: '3', f_comment: 'ひみつの声' });
  const after = await everything(bot.store);
  const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
  expect(changed).toEqual(['pulse_comments', 'pulse_participants', 'pulse_tallies']);
  expect(Object.keys(after).filter((table) => after[table]?.includes('ひみつの声'))).toEqual([
    'pulse_comments',
  ]);
  await bot.close();
});

test('the transaction that wrote a row last (xmin of PostgreSQL) is the same for all who were asked', async () => {
  const { bot, id } = await voted(ANSWERS, []);
  if (onPostgres(bot.store.db)) {
    const { rows } =
      await sql`select distinct xmin::text from pulse_participants where survey_id = ${id}`.execute(
        bot.store.db,
      );
    expect(rows).toHaveLength(1);
    const { rows: dead } = await sql<{ dead: number }>`select coalesce(sum(n_dead_tup), 0) as dead
      from pg_stat_user_tables where relname like 'pulse_%' and schemaname = current_schema()`.execute(
      bot.store.db,
    );
    expect(dead).toEqual([{ dead: 0 }]);
  }
  await bot.close();
});

test('no log line holds a vote', async () => {
  const lines: string[] = [];
  const note = (...parts: unknown[]): void => {
    lines.push(JSON.stringify(parts));
  };
  const log = new Proxy({}, { get: () => note }) as Log;
  const { bot, id, people } = await voted([2], ['ログに残らない声'], { log });
  await bot.tap(people[1] ?? '', 'pulse.vote', { id, choice: 'x' });
  expect(lines.join('\n')).not.toMatch(/ログに残らない声|choice|どちらともいえない/);
  await bot.close();
});

test('after the end nobody is known to have taken part', async () => {
  const { bot, id } = await voted(ANSWERS, []);
  await bot.tap(EDITOR, 'pulse.close', { id });
  expect(await bot.store.db.selectFrom('pulse_participants').selectAll().execute()).toEqual([]);
  const audit = await bot.store.db
    .selectFrom('audit_log')
    .selectAll()
    .where('action', '=', 'survey-changed')
    .execute();
  expect(new Set(audit.map(({ actor }) => actor))).toEqual(new Set([EDITOR]));
  await bot.close();
});

test('nobody is counted in a group of fewer than ten', async () => {
  const bot = await createTestBot();
  await start(bot, 'pulse');
  const rows = await bot.store.db.selectFrom('pulse_participants').selectAll().execute();
  for (const [, own] of Map.groupBy(rows, (row) => row.group_name))
    expect(own.length).toBeGreaterThanOrEqual(10);
  await bot.close();
});

describe('the box', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openTestStore();
    await sql`insert into pulse_surveys (id, state, question, choices, audience, created_by, created_at)
      values (${ID}, 'open', 'q', '["a","b"]', '{}', '100066', '2026-11-24T01:00:00Z')`.execute(store.db);
    await store.write((tx) => prepareBox(tx, ID, ['企画部', ''], 2));
  });
  afterEach(() => store.close());

  test('its tables have no column for a person, a time or an order, and no rowid', async () => {
    const columns = async (table: 'pulse_tallies' | 'pulse_comments') => {
      const found = (await store.db.introspection.getTables()).find(({ name }) => name === table);
      return found?.columns.map(({ name }) => name).toSorted();
    };
    expect(await columns('pulse_tallies')).toEqual(['choice', 'group_name', 'survey_id', 'votes']);
    expect(await columns('pulse_comments')).toEqual(['id', 'survey_id', 'text']);
    for (const table of ['pulse_tallies', 'pulse_comments', 'pulse_participants'])
      await expect(sql`select rowid from ${sql.table(table)}`.execute(store.db)).rejects.toThrow(/rowid/);
  });

  test('comments are put down anew with every ballot, in an order that chance decides', async () => {
    // Keys that count up, the worst there could be: even they tell chance's order alone.
    let key = 0;
    let place = 0;
    const chance = {
      newKey: () => {
        key += 1;
        return String(key).padStart(6, '0');
      },
      random: () => {
        place = (place * 5 + 3) % 16;
        return place / 16;
      },
    };
    const texts = ['一', '二', '三', '四', '五', '六'];
    const orders = new Set<string>();
    for (const comment of texts) {
      await store.write((tx) => castBallot(tx, ID, { group: '', choice: 0, comment }, chance));
      orders.add((await readComments(store.db, ID)).join(''));
    }
    const last = await readComments(store.db, ID);
    expect(last.toSorted()).toEqual(texts.toSorted());
    expect(last).not.toEqual(texts);
    expect([...orders].filter((order) => texts.join('').startsWith(order)).length).toBeLessThan(3);
  });

  test('each ballot writes all rows of the survey, so that no row is known as the one that it changed', async () => {
    let key = 0;
    const chance = {
      newKey: () => {
        key += 1;
        return `k${key}`;
      },
      random: () => 0.5,
    };
    for (const choice of [0, 1, 1])
      await store.write((tx) => castBallot(tx, ID, { group: '企画部', choice, comment: `c${key}` }, chance));
    expect((await talliesOf(store.db, ID)).map(({ votes }) => votes)).toEqual([0, 0, 1, 2]);
    if (!onPostgres(store.db)) return;
    const { rows } = await sql<{ xmin: string }>`select xmin::text from pulse_tallies
      union select xmin::text from pulse_comments`.execute(store.db);
    expect(rows).toHaveLength(1);
  });

  test('a ballot takes no person, and what reads or writes ballots knows none', async () => {
    const ballot = { group: '', choice: 0, comment: null };
    const chance = { newKey: () => 'k', random: () => 0 };
    await store.write((tx) =>
      castBallot(
        tx,
        ID,
        {
          ...ballot,
          // @ts-expect-error a ballot has no place for who cast it
          employee: '100001',
        },
        chance,
      ),
    );
    const source = readFileSync(path.join(__dirname, '../../../src/features/polls/ballot-store.ts'), 'utf8');
    expect(source).not.toMatch(/EmployeeId|Scene|Person\b|new Date|\bDate\b|participation|_at\b/);
  });
});
