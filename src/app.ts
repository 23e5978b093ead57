import path from 'node:path';
import { type Bot, createBot } from './bot';
import { allCards } from './card-catalogue';
import type { Config } from './config';
import { dayOf } from './core/calendar/day';
import { type Clock, systemClock } from './core/clock';
import type { Log } from './core/log';
import { PROJECT_ROOT } from './core/project-root';
import type { CardJson, Locale, Message } from './core/turn';
import { cacheDirectoryOf, nameOfDatabase, openStore, type Store } from './db/open';
import { DeliveryWorker, type Payload } from './delivery';
import { openSemanticSearch } from './embeddings';
import { createAudit } from './features/audit';
import { chatTexts } from './features/chat';
import { linkedFile } from './features/file-links';
import { grantToSamples } from './features/grants';
import { seedSamplePairs } from './features/mentoring';
import { importDirectory } from './features/records';
import { createHttpServer } from './http/server';
import { siteRoutes } from './http/site-routes';
import { createIndexBuilder } from './indexing';
import { openKnowledgeSources } from './knowledge';
import { createLocalChannel, type LocalChannel, type LocalPerson, settingsIn } from './local';
import { createPeriodic } from './periodic';
import { siteTexts } from './site-texts';
import { TeamsAdapter } from './teams/adapter';
import { createChannelMemory } from './teams/channel-events';
import { createConversationMemory } from './teams/conversation-memory';
import { createFileFetcher, isOneDrive } from './teams/file-fetcher';
import { messagesRoute } from './teams/messages-route';
import { createTeamsMessenger } from './teams/messenger';
import { isLoopbackServiceUrl, isMicrosoftServiceUrl } from './teams/service-urls';

export interface AppOptions {
  readonly config: Config;
  /** Tells the person at the terminal what is going on. */
  readonly say: (line: string) => void;
  readonly log: Log;
  readonly dataDirectory?: string;
  /** What the local clock runs on. */
  readonly machine?: Clock;
}

export interface App {
  readonly bot: Bot;
  /** Answers the port. Messages are taken from then on. */
  listen(): Promise<number>;
  close(): Promise<void>;
}

/** Reminders count in days and half hours: a minute is soon enough. */
const SWEEP_EVERY_MS = 60_000;
/** Whoever sends an announcement watches it arrive. */
const WATCH_EVERY_MS = 3_000;
/** After the local clock has moved; whoever moved it usually asks for a tick at once, which reports what was sent. */
const SWEEP_AFTER_MOVE_MS = 2_000;

/** The composition root: the one place that makes services and wires them together. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, say, log } = options;
  const dataDirectory = options.dataDirectory ?? path.join(PROJECT_ROOT, 'data');
  const local = config.channel.kind === 'local';
  const machine = options.machine ?? systemClock;

  say(`データベース: ${nameOfDatabase(config.databaseFile)}`);
  const store = await openStore(config.databaseFile);
  await seed(store, dataDirectory, machine, say);

  let port = config.port;
  const loopbackUrl = (): string =>
    `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;

  // The local clock, the worker and the bot need each other; each is reached through a function, called once all exist.
  let worker: DeliveryWorker | null = null;
  let bot: Bot | null = null;
  const theBot = (): Bot => must(bot);
  const sweeps = createPeriodic({
    name: 'sweep',
    everyMs: SWEEP_EVERY_MS,
    work: () => theBot().sweep(),
    log,
  });
  const watches = createPeriodic({
    name: 'watch',
    everyMs: WATCH_EVERY_MS,
    work: () => theBot().watch(),
    log,
  });

  const channel: LocalChannel | null = local
    ? await createLocalChannel({
        settings: settingsIn(store),
        people: () => localPeople(theBot(), store, machine),
        baseUrl: loopbackUrl,
        nextOpenMoment: (instant) => theBot().calendarNow().nextOpenMoment(instant),
        tick: () => must(worker).tick(() => theBot().sweep()),
        clockMoved: () => sweeps.wake(SWEEP_AFTER_MOVE_MS),
        machine,
      })
    : null;
  const clock: Clock = channel?.clock ?? machine;

  const cacheDirectory = cacheDirectoryOf(config.databaseFile);
  const semantic =
    config.embeddings === null
      ? null
      : await openSemanticSearch({
          endpoint: config.embeddings,
          cacheFile: path.join(cacheDirectory ?? 'var', 'embeddings.json'),
          redact: (question) => theBot().redactNames(question),
          log,
        });
  say('辞書と索引を準備しています…');
  const builder = cacheDirectory === null ? null : createIndexBuilder({ dataDirectory, cacheDirectory, log });
  bot = createBot({
    store,
    clock,
    confirmedOnly: !local,
    local,
    sources: openKnowledgeSources(dataDirectory, cacheDirectory, semantic, builder),
    publicUrl: () => (config.channel.kind === 'teams' ? config.channel.publicUrl : loopbackUrl()),
    wakeWorker: () => worker?.wake(),
    log,
  });

  const adapter = new TeamsAdapter(config.channel);
  worker = new DeliveryWorker({
    store,
    clock,
    log,
    render: renderPayload,
    isOpen: (instant) => theBot().calendarNow().isOpenMoment(instant),
    absence: (dedupeKey) => theBot().absence(dedupeKey),
    messenger: bot.guard(
      createTeamsMessenger({
        adapter,
        clock,
        botId: config.channel.kind === 'teams' ? `28:${config.channel.appId}` : '28:bot',
        tenantId: config.channel.kind === 'teams' ? config.channel.tenantId : 'local',
        firstContactUrl: () =>
          config.serviceUrl ??
          (local ? `${loopbackUrl()}/local/connector/` : 'https://smba.trafficmanager.net/teams/'),
      }),
    ),
  });

  let ready = false;
  const { channel: through } = config;
  const server = createHttpServer({
    onError: (error, route) => log.error('request-failed', error, { route }),
    routes: [
      messagesRoute({
        adapter,
        handle: (turn) => theBot().chat.handle(turn),
        memory: createConversationMemory(store, clock),
        channels: createChannelMemory({
          seen: (seen) => theBot().announcements.channels.seen(seen, clock.now()),
          gone: (which) => theBot().announcements.channels.gone(which, clock.now()),
        }),
        allowsServiceUrl: through.kind === 'local' ? isLoopbackServiceUrl : isMicrosoftServiceUrl,
        allowsTenant: (id) =>
          through.kind === 'local' || (id !== undefined && through.allowedTenants.includes(id)),
        fetchFile: createFileFetcher(local ? (url) => isLoopbackServiceUrl(url.href) : isOneDrive),
        apology: (locale: Locale, id) => chatTexts(locale).apology(id),
        guard: channel?.guard ?? (() => null),
        log,
      }),
      ...siteRoutes({
        ready: () => ready,
        file: (token) => linkedFile(store.db, token, clock.now()),
        // Locally the chat page is the front page.
        texts: { ...siteTexts, front: local ? null : siteTexts.front },
      }),
      ...(channel?.routes ?? []),
    ],
  });

  return {
    bot,
    async listen() {
      await theBot().warmUp();
      port = await server.listen(config.host, config.port);
      sweeps.start();
      watches.start();
      must(worker).start();
      ready = true;
      setImmediate(() => theBot().loadDictionary());
      return port;
    },
    async close() {
      ready = false;
      channel?.close();
      await server.close();
      await sweeps.stop();
      await watches.stop();
      await must(worker).stop();
      builder?.close();
      await theBot().settle();
      await store.close();
    },
  };
}

async function seed(
  store: Store,
  directory: string,
  clock: Clock,
  say: (line: string) => void,
): Promise<void> {
  const done = await importDirectory(store, directory, {
    actor: 'system',
    clock,
    audit: createAudit(),
    async alsoSeed(tx) {
      await grantToSamples(tx, clock.now());
      await seedSamplePairs(tx, path.join(directory, 'mentor-pairs.csv'), clock.now());
    },
    onProgress: (dataset, count) => say(`  ${dataset.label.ja} ${count}件を取り込みました`),
  });
  if (!done.ok) {
    const lines = done.error
      .slice(0, 10)
      .map(({ file, problem }) => `${file}:${problem.line ?? ''} ${problem.reason.ja}`);
    throw new Error(`data/ を取り込めません:\n${lines.join('\n')}`);
  }
}

function renderPayload(payload: Payload): Message {
  switch (payload.kind) {
    case 'text':
      return payload;
    case 'card':
      return renderCard(payload.card, payload.view);
    default:
      throw new Error(payload satisfies never);
  }
}

const cardsByName = new Map(allCards.map((card) => [card.name, card]));

/** A card that waited in the outbox: its view is JSON again, so its template is what checks that it fits. */
function renderCard(name: string, view: unknown): Message {
  const card = cardsByName.get(name);
  if (card === undefined) throw new Error(`no card is named ${name}`);
  const rendered: CardJson = card.render(view);
  const summary = typeof rendered.fallbackText === 'string' ? rendered.fallbackText : '';
  return { kind: 'card', card: rendered, summary };
}

async function localPeople(bot: Bot, store: Store, clock: Clock): Promise<LocalPerson[]> {
  const people = await bot.directory.everybody(store.db, dayOf(clock.now()));
  return people.flatMap(({ id, aadObjectId, name, kana, section, position, roles }) =>
    aadObjectId === null ? [] : [{ id, aadObjectId, name, kana, section, position, roles: [...roles] }],
  );
}

function must<T>(value: T | null): T {
  if (value === null) throw new Error('used before it was made');
  return value;
}
