import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { employeeId, surveyId } from '../../../src/core/ids';
import { openStore, type Store } from '../../../src/db/open';
import { prepareBox, readComments } from '../../../src/features/polls/ballot-store';
import { forgetParticipants, insertParticipants } from '../../../src/features/polls/participation-store';
import { forgetHowItCame, vote } from '../../../src/features/polls/vote';
import { databaseLocation } from '../../support/databases';

/** Somebody who gets hold of one copy of the database's files tries to learn who answered what, or when. */

const ID = surveyId.parse('00000000-0000-4000-8000-000000000001');
const PEOPLE = Array.from({ length: 40 }, (_, index) => employeeId.parse(String(100_001 + index)));
const CHOICES = 5;
const GROUPS = ['企画部', ''];
const groupOf = (person: number): string => (person % 2 === 0 ? '企画部' : '');

interface Vote {
  readonly person: number;
  readonly choice: number;
  readonly comment: string | null;
}

/** Thirty of the forty vote, each choice six times, within each group three times. */
const votes: readonly Vote[] = Array.from({ length: 30 }, (_, person) => ({
  person,
  choice: Math.floor(person / 2) % CHOICES,
  comment: null,
}));
/** Others of the same group gave these answers, and the last came first. */
const otherwise: readonly Vote[] = votes
  .map((one) => ({ ...one, choice: (one.choice + 2) % CHOICES }))
  .toReversed();

let keys: string[];
const chance = {
  newKey: () => {
    const key = `key-${String(Math.floor(Math.random() * 1e12)).padStart(12, '0')}`;
    keys.push(key);
    return key;
  },
  random: Math.random,
};

async function openSurvey(location: string): Promise<Store> {
  keys = [];
  const store = await openStore(location);
  await sql`insert into pulse_surveys (id, state, question, choices, audience, created_by, created_at)
    values (${ID}, 'open', 'q', '["a","b","c","d","e"]',
      '{"departments":[],"sections":[],"levels":[],"jobTypes":[],"employments":[],"roles":[],"weeklyHours":{"from":null,"to":null},"age":{"from":null,"to":null},"yearsOfService":{"from":null,"to":null},"only":[],"except":[]}',
      '100066', '2026-11-24T01:00:00Z')`.execute(store.db);
  await store.write(async (tx) => {
    const people = PEOPLE.map((employee, person) => ({ employee, group: groupOf(person) }));
    await insertParticipants(tx, ID, people);
    await prepareBox(tx, ID, GROUPS, CHOICES);
  });
  return store;
}

async function cast(store: Store, given: readonly Vote[]): Promise<void> {
  for (const { person, choice, comment } of given)
    await vote(store, ID, PEOPLE[person] ?? PEOPLE[0] ?? employeeId.parse('1'), { choice, comment }, chance);
}

const bytesOf = (file: string): Buffer => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0));
const WAL_HEADER = 32;
const FRAME_HEADER = 24;

/** Every state of the database that its files still hold: as it was after each transaction that is in the log. */
function statesIn(file: string): readonly { readonly took: string; readonly votes: string }[] {
  const wal = bytesOf(`${file}-wal`);
  const page = wal.length === 0 ? 4096 : wal.readUInt32BE(8);
  const ends = [];
  for (let at = WAL_HEADER; at + FRAME_HEADER + page <= wal.length; at += FRAME_HEADER + page)
    if (wal.readUInt32BE(at + 4) > 0) ends.push(at + FRAME_HEADER + page);
  return [0, ...ends].map((end) => {
    const copy = path.join(mkdtempSync(path.join(tmpdir(), 'ikusei-copy-')), 'copy.db');
    copyFileSync(file, copy);
    if (end > 0) writeFileSync(`${copy}-wal`, wal.subarray(0, end));
    const database = new SqliteDatabase(copy);
    const rows = (text: string): string => JSON.stringify(database.prepare(text).all());
    const state = {
      took: rows('select employee from pulse_participants where took_part = 1'),
      votes: rows('select group_name, choice, votes from pulse_tallies'),
    };
    database.close();
    return state;
  });
}

test('neither its log nor the file tells of an earlier state in which others had voted', async () => {
  const file = await databaseLocation();
  const store = await openSurvey(file);
  await cast(store, votes);
  expect(new Set(statesIn(file).map(({ took }) => took)).size).toBe(1);
  await store.close();
});

test('whoever gave which answer, in whatever order: the file is the same, byte for byte', async () => {
  const files = [await databaseLocation(), await databaseLocation()];
  const copies = [];
  for (const [index, file] of files.entries()) {
    const store = await openSurvey(file);
    await cast(store, index === 0 ? votes : otherwise);
    copies.push(bytesOf(file));
    await store.close();
  }
  const [one, other] = copies;
  expect(one?.length).toBeGreaterThan(4096);
  expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
});

test('of the comments as they were before the last ballot nothing is left in the files', async () => {
  const file = await databaseLocation();
  const store = await openSurvey(file);
  await cast(
    store,
    votes.map((one) => ({ ...one, comment: `コメント${String(one.person).padStart(2, '0')}番` })),
  );
  const left = Buffer.concat([bytesOf(file), bytesOf(`${file}-wal`)]).toString('utf8');
  const now = new Set(keys.slice(-votes.length));
  expect(keys.filter((key) => !now.has(key) && left.includes(key))).toEqual([]);
  expect([...now].every((key) => left.includes(key))).toBe(true);
  for (const comment of await readComments(store.db, ID)) expect(left.split(comment)).toHaveLength(2);
  await store.close();
});

test('after the end nobody is found in the files as one who was asked or took part', async () => {
  const file = await databaseLocation();
  const store = await openSurvey(file);
  await cast(store, votes);
  const asked = (): number => {
    const left = Buffer.concat([bytesOf(file), bytesOf(`${file}-wal`)]).toString('latin1');
    return PEOPLE.filter((person) => left.includes(person)).length;
  };
  expect(asked()).toBe(PEOPLE.length);
  await store.write((tx) => forgetParticipants(tx, ID));
  await forgetHowItCame(store);
  expect(asked()).toBe(0);
  await store.close();
});
