import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { HttpRequest, HttpResponse, Route } from '../http/route';
import type { Changes } from './changes';
import type { Conversations } from './conversations';
import { type LocalFiles, MAX_FILE_BYTES } from './files';
import { json, param, problem, readJson } from './http';
import type { LocalClock } from './local-clock';
import { localeFrom, localTexts } from './local-texts';
import type { People } from './people';
import { type PersonActs, personAct } from './person-acts';
import { TEAM_CHANNEL } from './team-channel';
import type { ClockView, Events, LocalPerson, TickSummary, UploadedFile } from './wire';

export interface PageOptions {
  readonly people: People;
  readonly conversations: Conversations;
  readonly changes: Changes;
  readonly files: LocalFiles;
  readonly clock: LocalClock;
  readonly acts: PersonActs;
  readonly nextOpenMoment: (instant: Date) => Date;
  readonly tick: () => Promise<TickSummary>;
  readonly clockMoved: () => void;
  /** How long GET /local/events may wait for news, in ms. */
  readonly pollMs: number;
}

const number = z.coerce.number().int().min(0).catch(0);
const clockBody = z.object({ now: z.iso.datetime({ offset: true }) });
const openBody = z.object({ as: z.string(), locale: z.enum(['ja', 'en']) });

/** What the chat page asks for. Errors answer `{ error, message }`, the message in the language of `Accept-Language`. */
export function pageRoutes(options: PageOptions): readonly Route[] {
  const { people, conversations, changes, files, clock, acts } = options;
  const epoch = randomUUID();

  const textsFor = (request: HttpRequest) => localTexts(localeFrom(request.headers['accept-language']));

  function clockView(): ClockView {
    const now = clock.now();
    return {
      now: now.toISOString(),
      offsetMs: clock.offset(),
      nextMorning: nextMorning(now, options.nextOpenMoment).toISOString(),
    };
  }

  async function events({ query }: HttpRequest): Promise<HttpResponse> {
    const after = query.get('epoch') === epoch ? number.parse(query.get('after') ?? 0) : 0;
    const person = query.get('as')?.toLowerCase() ?? null;
    // To ask for what comes after `after` is to have seen what came before.
    if (person !== null && after > 0) conversations.markRead(person, after);
    if (after > 0) await changes.after(after, options.pollMs);
    const answer: Events = {
      epoch,
      seq: changes.seq,
      messages: person === null ? [] : conversations.since(person, after),
      typing: person !== null && conversations.isTyping(person),
      unread: conversations.unread(),
      clock: clockView(),
    };
    return json(200, answer);
  }

  async function moveClock(request: HttpRequest): Promise<HttpResponse> {
    const texts = textsFor(request);
    const body = readJson(request, clockBody);
    if (!body.ok) return problem(400, 'not-an-instant', texts.notAnInstant);
    const moved = await clock.moveTo(new Date(body.value.now));
    if (moved.ok) {
      options.clockMoved();
      changes.next();
      return json(200, clockView());
    }
    switch (moved.error) {
      case 'goes-back':
        return problem(409, 'clock-goes-back', texts.clockGoesBack);
      case 'too-far':
        return problem(400, 'clock-too-far', texts.clockTooFar);
      default:
        throw new Error(moved.error satisfies never);
    }
  }

  /** Runs `work` as that person of the directory; the bot's silence is answered 502. */
  async function asPerson(
    request: HttpRequest,
    aadObjectId: string,
    work: (person: LocalPerson) => Promise<object>,
  ): Promise<HttpResponse> {
    const texts = textsFor(request);
    const person = await people.find(aadObjectId);
    if (person === null) return problem(404, 'unknown-person', texts.unknownPerson);
    try {
      return json(200, await work(person));
    } catch (error) {
      if (!isNetworkError(error)) throw error;
      return problem(502, 'bot-unreachable', texts.botUnreachable);
    }
  }

  async function act(request: HttpRequest): Promise<HttpResponse> {
    const body = readJson(request, personAct);
    if (!body.ok) return problem(400, 'bad-request', body.error);
    return asPerson(request, body.value.as, (person) => acts.act(person, body.value));
  }

  async function open(request: HttpRequest): Promise<HttpResponse> {
    const body = readJson(request, openBody);
    if (!body.ok) return problem(400, 'bad-request', body.error);
    const { as, locale } = body.value;
    return asPerson(
      request,
      as,
      async (person) => (await acts.open(person, locale)) ?? { status: 200, body: null },
    );
  }

  async function upload(request: HttpRequest): Promise<HttpResponse> {
    const texts = textsFor(request);
    const { byteLength } = request.body;
    if (byteLength > MAX_FILE_BYTES) return problem(413, 'file-too-large', texts.fileTooLarge);
    if (byteLength === 0) return problem(400, 'file-is-empty', texts.fileIsEmpty);
    const { id, name } = files.keep(request.query.get('name')?.slice(0, 200) || 'file', request.body);
    const uploaded: UploadedFile = { id, name, size: byteLength };
    return json(201, uploaded);
  }

  async function download(request: HttpRequest): Promise<HttpResponse> {
    const file = files.find(param(request, 'id'));
    if (file === null) return problem(404, 'not-found', textsFor(request).notFound);
    return {
      status: 200,
      body: file.content,
      type: 'application/octet-stream',
      headers: { 'Content-Disposition': `attachment; filename*=UTF-8''${rfc5987(file.name)}` },
    };
  }

  return [
    { method: 'GET', path: '/local/events', handle: events },
    { method: 'GET', path: '/local/people', handle: async () => json(200, await people.all()) },
    { method: 'GET', path: '/local/channels', handle: async () => json(200, [TEAM_CHANNEL]) },
    { method: 'GET', path: '/local/clock', handle: async () => json(200, clockView()) },
    { method: 'PUT', path: '/local/clock', handle: moveClock },
    { method: 'POST', path: '/local/tick', handle: async () => json(200, await options.tick()) },
    { method: 'POST', path: '/local/open', handle: open },
    { method: 'POST', path: '/local/activities', handle: act },
    { method: 'POST', path: '/local/files', handle: upload },
    { method: 'GET', path: '/local/files/:id', handle: download },
  ];
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const TOKYO_OFFSET_MS = 9 * HOUR_MS;

/** The first moment after a closed time: of today when messages do not go out yet, otherwise of the next open day. */
function nextMorning(now: Date, nextOpenMoment: (instant: Date) => Date): Date {
  const next = nextOpenMoment(now);
  if (next > now) return next;
  const today = Math.floor((now.getTime() + TOKYO_OFFSET_MS) / DAY_MS);
  return nextOpenMoment(new Date((today + 1) * DAY_MS - TOKYO_OFFSET_MS));
}

/** What `fetch` rejects with when there is no answer, or none in time. */
const isNetworkError = (error: unknown): boolean =>
  (error instanceof TypeError && error.message === 'fetch failed') ||
  (error instanceof DOMException && error.name === 'TimeoutError');

const rfc5987 = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
