import { type Clock, systemClock } from '../core/clock';
import type { Route } from '../http/route';
import { assetRoutes } from './asset-routes';
import { Changes } from './changes';
import { connectorRoutes } from './connector-routes';
import { Conversations } from './conversations';
import { LocalFiles } from './files';
import { behind, type Guard, localGuard } from './guard';
import { type LocalClock, openLocalClock } from './local-clock';
import { pageRoutes } from './page-routes';
import { peopleFrom } from './people';
import { type PostToBot, personActs, postOverHttp } from './person-acts';
import type { Settings } from './settings-store';
import type { LocalPerson, TickSummary } from './wire';

export { type Guard, localGuard } from './guard';
export { type LocalClock, openLocalClock } from './local-clock';
export { type Settings, settingsIn } from './settings-store';
export type { LocalPerson, TickSummary } from './wire';

export interface LocalChannelOptions {
  readonly settings: Settings;
  readonly people: () => Promise<readonly LocalPerson[]>;
  /** `http://127.0.0.1:<port>`, without a trailing slash; asked only once requests come in. */
  readonly baseUrl: () => string;
  /** The instant itself when messages may go out then, otherwise the next such moment. */
  readonly nextOpenMoment: (instant: Date) => Date;
  /** Looks for what is due now and sends it. */
  readonly tick: () => Promise<TickSummary>;
  /** Called after each move of the clock. */
  readonly clockMoved?: () => void;
  /** Default: POST `/api/messages` below `baseUrl`. */
  readonly postToBot?: PostToBot;
  /** What the local clock runs on; default the system's. */
  readonly machine?: Clock;
  /** How long GET /local/events may wait, in ms; default 25 s. */
  readonly pollMs?: number;
  readonly historyLength?: number;
}

export interface LocalChannel {
  /** Page and connector, each behind the guard. */
  readonly routes: readonly Route[];
  /** For every part of the bot. */
  readonly clock: LocalClock;
  /** For `/api/messages`, which nothing else protects where there is no Azure. */
  readonly guard: Guard;
  /** Ends waiting requests, so that the server can stop. */
  close(): void;
}

/**
 * A Bot Connector on loopback with a chat page: the bot talks through botbuilder as it does with Teams, to people of the
 * directory that one picks in the page. Keeps chats in memory; only the clock's offset outlives a restart.
 */
export async function createLocalChannel(options: LocalChannelOptions): Promise<LocalChannel> {
  const { baseUrl, historyLength } = options;
  const clock = await openLocalClock(options.settings, options.machine ?? systemClock);
  const guard = localGuard(baseUrl);
  const people = peopleFrom(options.people);
  const changes = new Changes();
  const files = new LocalFiles();
  const conversations = new Conversations({
    changes,
    clock,
    ...(historyLength !== undefined && { historyLength }),
  });
  const postToBot = options.postToBot ?? postOverHttp(baseUrl);
  const inChannels = async () => (await options.people()).find(({ roles }) => roles.length === 0) ?? null;
  const acts = personActs({ conversations, files, clock, baseUrl, postToBot, inChannels });
  const { nextOpenMoment, tick, clockMoved = () => undefined, pollMs = 25_000 } = options;

  const routes = [
    ...assetRoutes(),
    ...connectorRoutes({ conversations, people, baseUrl }),
    ...pageRoutes({
      people,
      conversations,
      changes,
      files,
      clock,
      acts,
      nextOpenMoment,
      tick,
      clockMoved,
      pollMs,
    }),
  ];
  return { routes: routes.map(behind(guard)), clock, guard, close: () => changes.close() };
}
