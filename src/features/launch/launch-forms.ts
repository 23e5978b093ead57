import { dialog } from '../../cards/replies';
import { addDays, type Day } from '../../core/calendar/day';
import { longDay } from '../../core/calendar/written-days';
import { err, ok, type Result } from '../../core/result';
import type { Locale, Reply } from '../../core/turn';
import { audienceFields } from '../audience';
import type { Scene } from '../directory';
import {
  createFieldReader,
  dayField,
  type Field,
  formCard,
  formView,
  type Typed,
  textField,
  typedIn,
} from '../forms';
import type { LaunchNeeds } from './launch-needs';
import { launchTexts } from './launch-texts';
import { gaps } from './readiness';

const FURTHEST_DAYS = 366;

const askFields = (locale: Locale): readonly Field[] => [
  textField('question', launchTexts(locale).askLabel, 200),
];
const dateFields = (locale: Locale): readonly Field[] => [dayField('on', launchTexts(locale).date)];

/** The dialogs of 「はじめの設定」. */
export function createLaunchForms(
  needs: Pick<LaunchNeeds, 'store' | 'directory' | 'calendar' | 'gate' | 'readiness'>,
) {
  const { store, directory, gate } = needs;

  function show(
    scene: Scene,
    title: string,
    of: {
      readonly fields: readonly Field[];
      readonly typed: Typed;
      readonly problems: readonly string[];
      readonly notes: readonly string[];
      readonly buttons: readonly { readonly label: string; readonly data: { verb: string; on?: Day } }[];
      readonly alert?: { readonly heading: string; readonly lines: readonly string[] };
    },
  ): Reply {
    const buttons = of.buttons.map(({ label, data }) => ({ label, data: { ...data } as { verb: string } }));
    const view = formView({ ...of, buttons, page: null, moreLabel: '', fallback: title }, scene.locale);
    return dialog(title, formCard, view);
  }

  function ask(scene: Scene, problems: readonly string[]): Promise<Reply> {
    const t = launchTexts(scene.locale);
    return Promise.resolve(
      show(scene, t.ask, {
        fields: askFields(scene.locale),
        typed: {},
        problems,
        notes: [t.askNote],
        buttons: [{ label: t.askSend, data: { verb: 'launch.asked' } }],
      }),
    );
  }

  /** The sections of the roster: ticked, or typed where there are too many of them. */
  async function pilotFields(scene: Scene): Promise<readonly Field[]> {
    const people = await directory.everybody(store.db, scene.today);
    return audienceFields(people, scene.locale)
      .filter(({ id }) => id === 'sections')
      .map((field) => ({ ...field, folded: false }));
  }

  async function pilot(scene: Scene, problems: readonly string[] = []): Promise<Reply> {
    const t = launchTexts(scene.locale);
    const phase = await gate.phase();
    const chosen = phase.kind === 'sample' ? [] : phase.plan.pilot;
    return show(scene, t.pilot, {
      fields: await pilotFields(scene),
      typed: { sections: chosen.join(',') },
      problems,
      notes: [t.pilotNote],
      buttons: [{ label: t.save, data: { verb: 'launch.savePilot' } }],
    });
  }

  async function readPilot(
    scene: Scene,
    data: unknown,
  ): Promise<Result<readonly string[], readonly string[]>> {
    const fields = await pilotFields(scene);
    const reader = createFieldReader(typedIn(data, fields), fields, scene.locale);
    if (reader.offers('sections')) return ok(reader.chosen('sections'));
    const people = await directory.everybody(store.db, scene.today);
    const known = new Set(people.map(({ section }) => section));
    const typed = reader
      .text('sections')
      .split(/[\n,、，]+/u)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const strangers = typed.filter((name) => !known.has(name));
    if (strangers.length > 0) reader.problems.push(`${strangers.slice(0, 5).join('、')}`);
    return reader.problems.length > 0 ? err(reader.problems) : ok([...new Set(typed)]);
  }

  /** `on` null: the date that is set. */
  async function date(scene: Scene, on: Day | null, problems: readonly string[]): Promise<Reply> {
    const t = launchTexts(scene.locale);
    const phase = await gate.phase();
    const set = on ?? (phase.kind === 'sample' ? null : phase.plan.publishOn);
    return show(scene, t.date, {
      fields: dateFields(scene.locale),
      typed: { on: set ?? '' },
      problems,
      notes: [t.sureTakeBack],
      buttons: [{ label: t.next, data: { verb: 'launch.pickDate' } }],
    });
  }

  function problemOf(on: Day, scene: Pick<Scene, 'today' | 'locale'>): string | null {
    const t = launchTexts(scene.locale);
    if (on < scene.today) return t.datePast;
    return on > addDays(scene.today, FURTHEST_DAYS) ? t.dateFar : null;
  }

  /** The second look: what will happen on that day, and what is still missing. */
  async function pickDate(scene: Scene, data: unknown): Promise<Reply> {
    const t = launchTexts(scene.locale);
    const fields = dateFields(scene.locale);
    const reader = createFieldReader(typedIn(data, fields), fields, scene.locale);
    const on = reader.day('on');
    if (on === null) return date(scene, null, reader.problems);
    const problem = problemOf(on, scene);
    if (problem !== null) return date(scene, on, [problem]);
    const people = await directory.everybody(store.db, scene.today);
    const inTeams = people.filter(({ aadObjectId }) => aadObjectId !== null);
    const away = inTeams.filter(({ leave }) => leave !== null).length;
    const missing = gaps(await needs.readiness(store.db), scene.locale);
    return show(scene, t.date, {
      fields: [],
      typed: {},
      problems: [],
      ...(missing.length > 0 ? { alert: { heading: t.sureMissing, lines: missing } } : {}),
      notes: [
        t.sureTitle(longDay(on, scene.locale)),
        ...(needs.calendar().isOpenDay(on) ? [] : [t.sureClosed]),
        t.sureReach(inTeams.length, away),
        t.sureSpread,
        on === scene.today ? t.sureToday : t.sureTakeBack,
      ],
      buttons: [
        { label: t.publish, data: { verb: 'launch.publishOn', on } },
        { label: t.back, data: { verb: 'launch.date' } },
      ],
    });
  }

  return {
    ask,
    askedIn: (data: unknown, locale: Locale): string => typedIn(data, askFields(locale)).question ?? '',
    pilot,
    readPilot,
    date,
    pickDate,
    problemOf,
  };
}
