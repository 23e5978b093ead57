import { refreshed } from '../../src/core/refreshed';

/** A value made of one source, elsewhere until `release` is called. */
function slowly() {
  let source = { text: 'first' };
  const building: { text: string; release: () => void }[] = [];
  const kept = refreshed({
    read: async (): Promise<[{ text: string }]> => [source],
    ahead: ({ text }) => new Promise<void>((release) => building.push({ text, release })),
    make: ({ text }) => text,
  });
  return {
    kept,
    building,
    change: (text: string) => {
      source = { text };
    },
  };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

/** With its first value made. */
async function running() {
  const slow = slowly();
  const first = slow.kept.latest();
  await soon();
  slow.building[0]?.release();
  expect(await first).toBe('first');
  return slow;
}

test('while the new is made, the old answers; whoever changed it waits until the new does', async () => {
  const { kept, building, change } = await running();
  const before = kept.seen();
  change('second');
  let confirmed = false;
  const confirmation = kept.caughtUp(before).then(() => {
    confirmed = true;
  });
  await soon();
  expect([await kept.latest(), confirmed]).toEqual(['first', false]);
  building[1]?.release();
  await confirmation;
  expect(await kept.latest()).toBe('second');
});

test('of several changes during a build only the last is built', async () => {
  const { kept, building, change } = await running();
  const waiting: Promise<void>[] = [];
  for (const text of ['second', 'third', 'fourth', 'fifth']) {
    const before = kept.seen();
    change(text);
    waiting.push(kept.caughtUp(before));
    await soon();
  }
  building[1]?.release();
  await soon();
  building[2]?.release();
  await Promise.all(waiting);
  expect(building.map(({ text }) => text)).toEqual(['first', 'second', 'fifth']);
  expect(await kept.latest()).toBe('fifth');
});

test('who changed nothing is not kept waiting by a build', async () => {
  const { kept, change } = await running();
  change('second');
  await kept.latest();
  await kept.caughtUp(kept.seen());
  expect(await kept.latest()).toBe('first');
});

test('where nothing is done ahead, the next to ask gets the new', async () => {
  let source = { text: 'first' };
  const kept = refreshed({
    read: async (): Promise<[{ text: string }]> => [source],
    ahead: (_: { text: string }) => null,
    make: ({ text }) => text,
  });
  expect(await kept.latest()).toBe('first');
  source = { text: 'second' };
  expect(await kept.latest()).toBe('second');
});
