import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../../src/db/open';
import {
  contacts,
  faq,
  loadDataset,
  loadRecord,
  recentChangeSets,
  removeRecord,
  saveRecord,
  undoChangeSet,
} from '../../../src/features/records';
import { databaseLocation } from '../../support/databases';
import { overheard } from '../../support/overheard';
import { importTable, table, testAuthor, testStore } from './support';

/** Also run on PostgreSQL, by tests/postgres. */

const by = testAuthor();

/** Two stores; `second` does its work when `first` has heard answer `nth` of the database. How each of them ended. */
async function race(
  nth: number,
  prepare: (store: Store) => Promise<unknown>,
  first: (store: Store) => Promise<{ readonly ok: boolean }>,
  second: (store: Store) => Promise<{ readonly ok: boolean }>,
): Promise<{ readonly store: Store; readonly oks: readonly boolean[] }> {
  const location = await databaseLocation();
  const store = await testStore(location);
  await prepare(store);
  let answers = 0;
  let other: Promise<{ readonly ok: boolean }> | null = null;
  const interrupted = overheard(store, async () => {
    if (++answers !== nth) return;
    other = second(otherStore);
    await Promise.race([other, sleep(60)]);
  });
  const otherStore = await testStore(location);
  const own = await first(interrupted);
  return { store, oks: [own.ok, (await (other ?? second(otherStore))).ok] };
}

const FAQ = table('id,question,answer', 'F-1,質問,回答');

describe.each([1, 2, 3, 4, 5, 6])(
  'after answer %d of the database to one, somebody else comes in between',
  (nth) => {
    test('two edits of the same content: one is saved, the other is told', async () => {
      let basedOn = '';
      const edit = (answer: string) => (store: Store) =>
        store.write((tx) => saveRecord(tx, faq, { id: 'F-1', basedOn, values: { answer } }, by));
      const prepare = async (store: Store) => {
        await importTable(store, faq, FAQ);
        basedOn = (await loadRecord(store.db, faq, 'F-1'))?.contentHash ?? '';
      };
      const { oks } = await race(nth, prepare, edit('一'), edit('二'));
      expect(oks.filter(Boolean)).toHaveLength(1);
    });

    test('two new records of one id: one is added, the other is told', async () => {
      const add = (question: string) => (store: Store) =>
        store.write((tx) =>
          saveRecord(
            tx,
            faq,
            { id: null, basedOn: null, values: { id: 'F-2', question, answer: '回答' } },
            by,
          ),
        );
      const { oks } = await race(nth, (store) => importTable(store, faq, FAQ), add('一'), add('二'));
      expect(oks.filter(Boolean)).toHaveLength(1);
    });

    test('one undo of a change, whoever asks for it', async () => {
      let changeSet = '';
      const undo = (store: Store) => store.write((tx) => undoChangeSet(tx, changeSet, by));
      const prepare = async (store: Store) => {
        changeSet = (await importTable(store, faq, FAQ)).changeSet ?? '';
      };
      const { store, oks } = await race(nth, prepare, undo, undo);
      expect(oks.filter(Boolean)).toHaveLength(1);
      expect(await recentChangeSets(store.db, { limit: 10 })).toHaveLength(2);
    });

    test('what is needed by a new record is not removed', async () => {
      const prepare = (store: Store) => importTable(store, contacts, table('id,name', 'C-a,窓口A'));
      const remove = (store: Store) => store.write((tx) => removeRecord(tx, contacts, 'C-a', by));
      const values = { id: 'F-1', question: '質問', answer: '回答', contact: 'C-a' };
      const add = (store: Store) =>
        store.write((tx) => saveRecord(tx, faq, { id: null, basedOn: null, values }, by));
      const { store, oks } = await race(nth, prepare, remove, add);
      const left = [await loadDataset(store.db, contacts), await loadDataset(store.db, faq)];
      expect(oks.filter(Boolean)).toHaveLength(1);
      expect(left.map((rows) => rows.length)).toEqual(oks[0] ? [0, 0] : [1, 1]);
    });
  },
);
