import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runDeliveries } from '../../src/cli/deliveries';
import { openStore } from '../../src/db/open';
import { jobId } from '../../src/delivery/delivery';
import { createRig, JOB, person, type Rig, send } from './support/rig';

const folder = mkdtempSync(path.join(tmpdir(), 'deliveries-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(file: string, ...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runDeliveries(args, {
    databaseFile: file,
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, said, complained };
}

/** One sent, one unreachable, one possibly doubled, one of another job; an update of the first. */
async function fill(file: string): Promise<Rig> {
  const rig = await createRig(
    (call, nth) =>
      call.to === person(2)
        ? { status: 403 }
        : call.to === person(3) && nth === 1
          ? { network: 'ECONNRESET' }
          : 'ok',
    {},
    { store: await openStore(file) },
  );
  const { added } = await rig.enqueue(send(1), send(2), send(3));
  const target = added[0]?.id;
  if (target === undefined) throw new Error('not added');
  await rig.enqueue({ kind: 'update', target, dedupeKey: 'u', payload: { kind: 'text', text: 'changed' } });
  await rig.store.write((tx) =>
    rig.outbox.enqueue(tx, { id: jobId.parse('reminder:9'), kind: 'reminders', createdBy: 'system' }, [
      send(4),
    ]),
  );
  await rig.machine.until(rig.worker.drain());
  return rig;
}

describe('deliveries', () => {
  const file = path.join(folder, 'ikusei.db');
  let rig: Rig;
  beforeAll(async () => {
    rig = await fill(file);
  });
  afterAll(() => rig.store.close());

  test('--json: a line for each recipient, while the server runs', async () => {
    const { code, said, complained } = await run(file, '--json');
    expect([code, complained]).toEqual([0, []]);
    expect(said.slice(0, 2)).toEqual([
      `{"job":"announcement:1","recipient":"${person(1)}","state":"sent","attempts":1,"activityId":"activity-1"}`,
      `{"job":"announcement:1","recipient":"${person(2)}","state":"unreachable","attempts":1,"activityId":null}`,
    ]);
    expect(said.map((line) => JSON.parse(line).recipient)).toEqual([1, 2, 3, 4].map(person));
  });

  test('--job: of that job only', async () => {
    const { said } = await run(file, '--json', '--job', 'reminder:9');
    expect(said.map((line) => JSON.parse(line))).toEqual([
      { job: 'reminder:9', recipient: person(4), state: 'sent', attempts: 1, activityId: expect.any(String) },
    ]);
    expect((await run(file, '--json', '--job', 'unknown')).said).toEqual([]);
    expect((await run(file, '--job', 'unknown')).said).toEqual(['送信はありません。']);
  });

  test('without --json: a table with the reasons and a total', async () => {
    const { said } = await run(file, '--job', JOB);
    expect(said).toEqual([
      'ジョブ          宛先                                  状態          回数  理由',
      `announcement:1  ${person(1)}  送信済み      1`,
      `announcement:1  ${person(2)}  届けられない  1     refused`,
      `announcement:1  ${person(3)}  送信済み      2     二重に届いた可能性あり`,
      '',
      '計 3件（送信済み 2、届けられない 1）',
    ]);
  });

  test('wrong options are explained', async () => {
    expect(await run(file, '--jsn')).toMatchObject({
      code: 1,
      said: [],
      complained: [expect.stringContaining('--json')],
    });
    expect(await run(file, '--job', 'a b')).toMatchObject({
      code: 1,
      complained: [expect.stringContaining('a b')],
    });
  });
});

test('without a database it says so, and makes none', async () => {
  const file = path.join(folder, 'none', 'ikusei.db');
  const { code, complained } = await run(file, '--json');
  expect(code).toBe(1);
  expect(complained).toEqual([expect.stringContaining(`データベースがありません: ${file}`)]);
  expect(existsSync(path.dirname(file))).toBe(false);
});

test('a database of another shape is neither migrated nor changed', async () => {
  const file = path.join(folder, 'empty.db');
  writeFileSync(file, '');
  const { code, complained } = await run(file);
  expect([code, complained]).toEqual([1, [expect.stringContaining('データベースを読めません')]]);
  expect(statSync(file).size).toBe(0);
  expect(readdirSync(folder).filter((name) => name.startsWith('empty'))).toEqual(['empty.db']);
});
