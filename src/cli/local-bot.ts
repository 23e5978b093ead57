import path from 'node:path';
import { type Bot, createBot } from '../bot';
import { dayOf } from '../core/calendar/day';
import { systemClock } from '../core/clock';
import { employeeId } from '../core/ids';
import type { Locale } from '../core/turn';
import { openStore } from '../db/open';
import { createAudit } from '../features/audit';
import type { Scene } from '../features/directory';
import { grantToSamples } from '../features/grants';
import { seedSamplePairs } from '../features/mentoring';
import { importDirectory } from '../features/records';
import { openKnowledgeSources } from '../knowledge';
import { openLocalClock, settingsIn } from '../local';

const DATA = path.join(__dirname, '../../data');

export interface LocalBot {
  readonly bot: Bot;
  /** A scene as that employee, or a plain one without; null when nobody has the number. */
  sceneOf(employee: string | null, locale: Locale): Promise<Scene | null>;
  close(): Promise<void>;
}

/** The bot without a server, over the database of the environment (filled from data/ when it is empty). */
export async function openLocalBot(): Promise<LocalBot> {
  const file = process.env.DATABASE_FILE ?? 'var/ikusei.db';
  const store = await openStore(file);
  const clock = await openLocalClock(settingsIn(store), systemClock);
  const seeded = await importDirectory(store, DATA, {
    actor: 'cli',
    clock,
    audit: createAudit(),
    async alsoSeed(tx) {
      await grantToSamples(tx, clock.now());
      await seedSamplePairs(tx, path.join(DATA, 'mentor-pairs.csv'), clock.now());
    },
  });
  if (!seeded.ok) throw new Error(`data/ cannot be imported: ${seeded.error[0]?.file}`);
  const cache = file === ':memory:' ? null : path.dirname(path.resolve(file));
  const bot = createBot({
    store,
    clock,
    confirmedOnly: false,
    local: true,
    sources: openKnowledgeSources(DATA, cache, null),
    publicUrl: () => 'http://127.0.0.1:3978',
    wakeWorker: () => undefined,
  });
  await bot.warmUp();
  bot.loadDictionary();
  return {
    bot,
    async sceneOf(wanted, locale) {
      const now = clock.now();
      const today = dayOf(now);
      const id = employeeId.safeParse(wanted ?? '');
      const person =
        wanted === null
          ? (await bot.directory.everybody(store.db, today)).find(({ roles }) => roles.size === 0)
          : id.success
            ? await bot.directory.byId(store.db, id.data, today)
            : null;
      return person === null || person === undefined
        ? null
        : { person, now, today, locale, turn: { activityId: 'cli', conversationId: 'cli', personal: true } };
    },
    close: () => store.close(),
  };
}
