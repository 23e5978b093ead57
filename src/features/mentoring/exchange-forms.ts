import { closeDialog, dialog, notice } from '../../cards/replies';
import type { Message, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import {
  createFieldReader,
  dayField,
  type Field,
  formCard,
  formView,
  linesField,
  type Typed,
  textField,
  typedIn,
} from '../forms';
import type { Alert, CheckInFlow } from './check-in-flow';
import { checkInTexts } from './check-in-texts';
import {
  type ExchangeId,
  type ExchangePlan,
  exchangeId,
  exchangePlan,
  MOST_TOPIC_CHARACTERS,
  MOST_TOPICS,
} from './exchange';
import { seatsOfOne } from './exchange-seats';
import {
  findExchange,
  insertExchange,
  insertTopic,
  lockExchange,
  saveExchange,
  topicsOf,
} from './exchange-store';
import { exchangeTexts } from './exchange-texts';
import { type MentoringNeeds, noteChange } from './mentoring-needs';

/** The dialogs of the meetings of mentors: HR's plan, and a topic without a name. */
export function createExchangeForms(
  needs: MentoringNeeds,
  checkIns: Pick<CheckInFlow, 'alertFor'>,
  /** The card as it now stands, with what came of the dialog. */
  shown: (scene: Scene, note: string) => Promise<Message>,
) {
  const { store } = needs;

  const planFields = (scene: Scene): readonly Field[] => {
    const t = exchangeTexts(scene.locale);
    return [
      dayField('on', t.on),
      textField('starts', t.starts, 5),
      textField('ends', t.ends, 5),
      textField('place', t.placeLabel, 60),
      textField('seats', t.seatsLabel, 3),
    ];
  };
  const topicFields = (scene: Scene): readonly Field[] => [
    linesField('topic', exchangeTexts(scene.locale).topicLabel, MOST_TOPIC_CHARACTERS),
  ];

  function show(
    scene: Scene,
    title: string,
    of: {
      readonly fields: readonly Field[];
      readonly typed: Typed;
      readonly problems?: readonly string[];
      readonly notes?: readonly string[];
      readonly alert?: Alert | null;
      readonly save: string;
      readonly data: { readonly verb: string; readonly [key: string]: string | number };
    },
  ): Reply {
    const { fields, typed, problems = [], notes = [], alert = null, save, data } = of;
    const view = formView(
      {
        fields: alert === null ? fields : fields.map((field) => ({ ...field, folded: true })),
        typed,
        problems,
        notes: alert === null ? notes : [],
        ...(alert === null ? {} : { alert }),
        page: null,
        moreLabel: checkInTexts(scene.locale).rewrite,
        fallback: title,
        buttons: [{ label: save, data }],
      },
      scene.locale,
    );
    return dialog(title, formCard, view);
  }

  function plan(
    scene: Scene,
    id: ExchangeId,
    isNew: boolean,
    typed: Typed,
    problems: readonly string[],
  ): Reply {
    const t = exchangeTexts(scene.locale);
    const verb = isNew ? 'mentoring.exchangeSaveNew' : 'mentoring.exchangeSaveEdit';
    const fields = planFields(scene);
    return show(scene, t.heading, { fields, typed, problems, save: t.save, data: { verb, exchange: id } });
  }

  function readPlan(
    scene: Scene,
    data: unknown,
  ): { plan: ExchangePlan | null; typed: Typed; problems: string[] } {
    const t = exchangeTexts(scene.locale);
    const fields = planFields(scene);
    const typed = typedIn(data, fields);
    const reader = createFieldReader(typed, fields, scene.locale);
    const on = reader.day('on');
    const place = reader.text('place', true);
    const seats = reader.number('seats', 500);
    const [starts = '', ends = ''] = ['starts', 'ends'].map((id) =>
      reader
        .text(id)
        .normalize('NFKC')
        .replace(/^(\d):/, '0$1:'),
    );
    if (on !== null && on <= scene.today) reader.problems.push(t.past);
    const read = exchangePlan.safeParse({ on, starts, ends, place, seats });
    if (reader.problems.length === 0 && !read.success)
      reader.problems.push(seats === null || seats < 1 ? t.seatsProblem : t.times);
    return {
      plan: reader.problems.length > 0 ? null : (read.data ?? null),
      typed,
      problems: reader.problems,
    };
  }

  return {
    make: (scene: Scene): Reply => plan(scene, exchangeId.parse(needs.newId()), true, {}, []),

    async edit(scene: Scene, id: ExchangeId): Promise<Reply> {
      const found = await findExchange(store.db, id);
      if (found === null || found.state === 'cancelled') return notice(exchangeTexts(scene.locale).gone);
      const { on, starts, ends, place, seats } = found;
      return plan(scene, id, false, { on, starts, ends, place, seats: String(seats) }, []);
    },

    async save(scene: Scene, id: ExchangeId, isNew: boolean, data: unknown): Promise<Reply> {
      const t = exchangeTexts(scene.locale);
      const read = readPlan(scene, data);
      const wanted = read.plan;
      if (wanted === null) return plan(scene, id, isNew, read.typed, read.problems);
      const problem = await store.write(async (tx) => {
        if (isNew) {
          const by = { at: scene.now, actor: scene.person.id };
          if (await insertExchange(tx, id, wanted, by)) await noteChange(needs, tx, scene, id, 'made');
          return null;
        }
        const now = await lockExchange(tx, id);
        if (now === null || now.state === 'cancelled' || now.on <= scene.today) return t.gone;
        const taken = (await seatsOfOne(needs, tx, id, scene.today)).length;
        if (wanted.seats < taken) return t.seatsTaken(taken);
        const isMoved =
          now.on !== wanted.on ||
          now.starts !== wanted.starts ||
          now.ends !== wanted.ends ||
          now.place !== wanted.place;
        if (!isMoved && now.seats === wanted.seats) return null;
        const moved = isMoved ? { version: now.version + 1, changedAt: scene.now } : {};
        await saveExchange(tx, { ...now, ...wanted, ...moved });
        await noteChange(needs, tx, scene, id, 'changed', { seats: wanted.seats });
        return null;
      });
      if (problem !== null) return plan(scene, id, isNew, read.typed, [problem]);
      return closeDialog(await shown(scene, isNew ? t.saved : t.changed));
    },

    topic(
      scene: Scene,
      id: ExchangeId,
      typed: Typed,
      problems: readonly string[],
      alert: Alert | null,
    ): Reply {
      const t = exchangeTexts(scene.locale);
      return show(scene, t.topic, {
        fields: topicFields(scene),
        typed,
        problems,
        notes: [t.topicNote],
        alert,
        save: alert === null ? t.topicSave : t.topicSaveAnyway,
        data: { verb: 'mentoring.exchangeSaveTopic', exchange: id, sure: alert === null ? 0 : 1 },
      });
    },

    /** From who comes alone; nothing of them is kept with it. */
    async saveTopic(scene: Scene, id: ExchangeId, sure: boolean, data: unknown): Promise<Reply> {
      const t = exchangeTexts(scene.locale);
      const fields = topicFields(scene);
      const typed = typedIn(data, fields);
      const reader = createFieldReader(typed, fields, scene.locale);
      const topic = reader.text('topic', true);
      if (reader.problems.length > 0) return this.topic(scene, id, typed, reader.problems, null);
      const alert = sure ? null : await checkIns.alertFor(scene, [topic]);
      if (alert !== null) return this.topic(scene, id, typed, [], alert);
      const outcome = await store.write(async (tx) => {
        const exchange = await lockExchange(tx, id);
        const taken = await seatsOfOne(needs, tx, id, scene.today);
        const isComing = taken.some(({ person }) => person === scene.person.id);
        if (exchange === null || exchange.state === 'cancelled' || exchange.on <= scene.today || !isComing)
          return t.gone;
        const topics = await topicsOf(tx, id);
        // The same again is a double tap, whoever's it is.
        if (topics.includes(topic)) return t.topicSaved;
        if (topics.length >= MOST_TOPICS) return t.topicMost;
        await insertTopic(tx, needs.newId(), id, topic);
        return t.topicSaved;
      });
      return closeDialog({ kind: 'text', text: outcome });
    },
  };
}
