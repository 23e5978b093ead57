import { asMessage, inPlace, notice } from '../../cards/replies';
import type { Message, Reply } from '../../core/turn';
import { isHr, type Scene } from '../directory';
import { calendarFile } from '../enrolment';
import { linkFile } from '../file-links';
import type { CheckInFlow } from './check-in-flow';
import type { ExchangeId } from './exchange';
import { parseExchangeAction, parseExchangeDialog, parseExchangeSubmission } from './exchange-actions';
import { createExchangeForms } from './exchange-forms';
import { giveSeat, mentorsNow, seatsNow, seatsOfOne, takeSeat } from './exchange-seats';
import { exchangesFrom, findExchange, lockExchange, saveExchange, topicsOf } from './exchange-store';
import { exchangeTexts } from './exchange-texts';
import { exchangesView, isGoing } from './exchange-view';
import type { ListView } from './list-view';
import { listCard } from './mentoring-cards';
import { type MentoringNeeds, noteChange, noteRead, peopleOn } from './mentoring-needs';
import { mentoringTexts } from './mentoring-texts';
import { createTipForm } from './tip-form';
import { tipOfMonth } from './tip-store';

interface Around {
  readonly note?: string | null;
  readonly asking?: ExchangeId | null;
  readonly links?: ListView['links'];
}

/** メンター情報交換会: HR says when, mentors sign up by card. */
export function createExchangeFlow(needs: MentoringNeeds, checkIns: Pick<CheckInFlow, 'alertFor'>) {
  const { store } = needs;
  const noted = async (scene: Scene, note: string): Promise<Message> =>
    asMessage(listCard, await view(scene, { note }));
  const forms = createExchangeForms(needs, checkIns, noted);
  const tips = createTipForm(needs, noted);

  async function view(scene: Scene, { note = null, asking = null, links = [] }: Around): Promise<ListView> {
    const exchanges = await exchangesFrom(store.db, scene.today);
    const seats = await seatsNow(
      needs,
      store.db,
      exchanges.map(({ id }) => id),
      scene.today,
    );
    const hr = isHr(scene.person);
    if (hr && seats.size > 0) await noteRead(needs, scene, 'list', 'exchanges');
    const { nameOf } = await peopleOn(needs, store.db, scene.today);
    const mentors = await mentorsNow(needs, store.db, scene.today);
    const topics = new Map<ExchangeId, readonly string[]>();
    for (const { id, on, state } of exchanges) {
      const isComing = seats.get(id)?.some(({ person }) => person === scene.person.id) ?? false;
      const isNear = needs.calendar().openDaysBetween(scene.today, on) <= 1;
      if (isComing && isNear && state === 'open') topics.set(id, await topicsOf(store.db, id));
    }
    return exchangesView(
      {
        shown: exchanges.map((exchange) => ({ exchange, taken: seats.get(exchange.id) ?? [] })),
        topicsOf: (id) => topics.get(id) ?? [],
        person: scene.person.id,
        today: scene.today,
        mentor: mentors.has(scene.person.id),
        tip: hr ? { text: await tipOfMonth(store.db, scene.today.slice(0, 7)), mentors: mentors.size } : null,
        nameOf: hr ? nameOf : null,
        asking,
        note,
        links,
      },
      scene.locale,
    );
  }

  const message = async (scene: Scene): Promise<Message> => asMessage(listCard, await view(scene, {}));
  const shown = async (scene: Scene, around: Around = {}): Promise<Reply> =>
    inPlace(listCard, await view(scene, around));

  /** What a card or a reminder's button asks for, and what came of it. */
  async function join(scene: Scene, id: ExchangeId): Promise<string> {
    const t = exchangeTexts(scene.locale);
    const outcome = await takeSeat(needs, scene, id);
    return { joined: t.joined, full: t.fullNotice, gone: t.gone, 'not-mentor': t.notMentor }[outcome];
  }

  async function leave(scene: Scene, id: ExchangeId): Promise<string> {
    const t = exchangeTexts(scene.locale);
    return { left: t.left, gone: t.gone }[await giveSeat(needs, scene, id)];
  }

  /** For whoever comes; null for anybody else. */
  async function fileLink(scene: Scene, id: ExchangeId): Promise<ListView['links'][number] | null> {
    const t = exchangeTexts(scene.locale);
    const exchange = await findExchange(store.db, id);
    const taken = await seatsOfOne(needs, store.db, id, scene.today);
    if (exchange === null || !isGoing({ exchange, taken }, scene.person.id)) return null;
    const { on, starts, ends, place, version } = exchange;
    const when = {
      startsOn: on,
      endsOn: on,
      startTime: starts,
      endTime: ends,
      place,
      course: t.heading,
      title: null,
      removed: false,
    };
    const text = calendarFile(
      { id, version, title: t.heading, description: '', when },
      needs.calendar(),
      scene.now,
    );
    const file = {
      owner: scene.person.id,
      name: 'mentor-exchange.ics',
      mediaType: 'text/calendar; charset=utf-8',
      content: Buffer.from(text, 'utf8'),
    };
    const token = await store.write((tx) => linkFile(tx, file, scene.now));
    return { label: t.fileLink, url: `${needs.publicUrl()}/files/${token}` };
  }

  async function cancel(scene: Scene, id: ExchangeId): Promise<void> {
    await store.write(async (tx) => {
      const now = await lockExchange(tx, id);
      if (now === null || now.state === 'cancelled' || now.on <= scene.today) return;
      await saveExchange(tx, { ...now, state: 'cancelled', version: now.version + 1, changedAt: scene.now });
      await noteChange(needs, tx, scene, id, 'ended');
    });
  }

  async function act(scene: Scene, name: string, data: unknown): Promise<Reply> {
    const t = exchangeTexts(scene.locale);
    const action = parseExchangeAction(name, data);
    if (action === null) return notice(mentoringTexts(scene.locale).old);
    switch (action.verb) {
      case 'mentoring.exchangeList':
        return shown(scene);
      case 'mentoring.exchangeJoin':
        return shown(scene, { note: await join(scene, action.exchange) });
      case 'mentoring.exchangeLeave':
        return shown(scene, { note: await leave(scene, action.exchange) });
      case 'mentoring.exchangeFile': {
        const link = await fileLink(scene, action.exchange);
        return link === null ? shown(scene) : shown(scene, { note: t.fileText, links: [link] });
      }
      case 'mentoring.exchangeCancel':
        if (!isHr(scene.person)) return notice(t.hrOnly);
        if (!action.sure) return shown(scene, { asking: action.exchange });
        await cancel(scene, action.exchange);
        return shown(scene);
      default:
        return action satisfies never;
    }
  }

  async function openDialog(scene: Scene, data: unknown): Promise<Reply> {
    const t = exchangeTexts(scene.locale);
    const action = parseExchangeDialog(data);
    if (action === null) return notice(mentoringTexts(scene.locale).old);
    if (action.verb === 'mentoring.exchangeTopic') return openTopic(scene, action.exchange);
    if (!isHr(scene.person)) return notice(t.hrOnly);
    switch (action.verb) {
      case 'mentoring.exchangeMake':
        return forms.make(scene);
      case 'mentoring.exchangeEdit':
        return forms.edit(scene, action.exchange);
      case 'mentoring.exchangeTip':
        return tips.open(scene);
      default:
        return action satisfies never;
    }
  }

  async function openTopic(scene: Scene, id: ExchangeId): Promise<Reply> {
    const taken = await seatsOfOne(needs, store.db, id, scene.today);
    const isComing = taken.some(({ person }) => person === scene.person.id);
    return isComing ? forms.topic(scene, id, {}, [], null) : notice(exchangeTexts(scene.locale).gone);
  }

  async function submitDialog(scene: Scene, data: unknown): Promise<Reply> {
    const action = parseExchangeSubmission(data);
    if (action === null) return notice(mentoringTexts(scene.locale).old);
    if (action.verb === 'mentoring.exchangeSaveTopic')
      return forms.saveTopic(scene, action.exchange, action.sure, data);
    if (!isHr(scene.person)) return notice(exchangeTexts(scene.locale).hrOnly);
    switch (action.verb) {
      case 'mentoring.exchangeSaveNew':
        return forms.save(scene, action.exchange, true, data);
      case 'mentoring.exchangeSaveEdit':
        return forms.save(scene, action.exchange, false, data);
      case 'mentoring.exchangeSaveTip':
        return tips.save(scene, action, data);
      default:
        return action satisfies never;
    }
  }

  return { message, join, leave, act, openDialog, submitDialog };
}

export type ExchangeFlow = ReturnType<typeof createExchangeFlow>;
