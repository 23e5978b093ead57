import { closeDialog, dialog, notice } from '../../cards/replies';
import type { EmployeeId, PairId } from '../../core/ids';
import { err, ok, type Result } from '../../core/result';
import type { Locale, Reply } from '../../core/turn';
import type { Writer } from '../../db/open';
import type { Person, Scene } from '../directory';
import {
  choiceField,
  createFieldReader,
  dayField,
  type Field,
  formCard,
  formView,
  type Typed,
  textField,
  typedIn,
} from '../forms';
import { type MentoringNeeds, noteChange, type People, peopleOn } from './mentoring-needs';
import { type Pair, type PairProblem, pairProblems, usualTerm } from './pair';
import type { PairFlow } from './pair-flow';
import { makePair, personMeant } from './pair-making';
import { findPair, livePairs, lockPairs, savePair, saveStatus } from './pair-store';
import { pairTexts } from './pair-texts';
import { reasonText } from './pair-views';
import { PACES, pace } from './periods';
import { candidatesFor, withoutMentor } from './suggestions';

const MOST_CANDIDATES = 12;
const MOST_NEW = 60;

/** Who the form is about: a mentee who gets a first mentor, or a pair that changes. */
type About =
  | { readonly kind: 'new'; readonly mentee: Person }
  | { readonly kind: 'change'; readonly mentee: Person; readonly pair: Pair };

type Form = { readonly typed: Typed; readonly problems: readonly string[] };

/** The dialogs in which HR makes and changes a pair. Whoever calls this has checked that it is HR who acts. */
export function createPairForm(needs: MentoringNeeds, flow: PairFlow) {
  const { store } = needs;
  const people = (scene: Scene): Promise<People> => peopleOn(needs, store.db, scene.today);

  /** First page: whose mentor. */
  async function openNew(scene: Scene): Promise<Reply> {
    return pickMentee(scene, { typed: {}, problems: [] });
  }

  async function menteeFields(scene: Scene): Promise<readonly Field[]> {
    const t = pairTexts(scene.locale);
    const { all } = await people(scene);
    const waiting = withoutMentor(all, await livePairs(store.db), scene.today).slice(0, MOST_NEW);
    const choices = waiting.map(({ id, name, section }) => ({ title: `${name}（${section}）`, value: id }));
    return [
      ...(choices.length === 0 ? [] : [choiceField('mentee', t.pickHeading, choices)]),
      textField('menteeOther', t.pickOther, 60),
    ];
  }

  async function pickMentee(scene: Scene, form: Form): Promise<Reply> {
    const t = pairTexts(scene.locale);
    const view = formView(
      {
        ...form,
        fields: await menteeFields(scene),
        notes: [],
        page: null,
        moreLabel: '',
        fallback: t.pickTitle,
        buttons: [{ label: t.nextPage, data: { verb: 'mentoring.pickMentee' } }],
      },
      scene.locale,
    );
    return dialog(t.pickTitle, formCard, view);
  }

  async function picked(scene: Scene, data: unknown): Promise<Reply> {
    const t = pairTexts(scene.locale);
    const typed = typedIn(data, await menteeFields(scene));
    const known = await people(scene);
    const mentee = meant(known, typed.mentee ?? '', typed.menteeOther ?? '', t.whoMissing, scene.locale);
    return mentee.ok
      ? openFor(scene, { kind: 'new', mentee: mentee.value })
      : pickMentee(scene, { typed, problems: [mentee.error] });
  }

  async function openMentor(scene: Scene, id: EmployeeId): Promise<Reply> {
    const mentee = (await people(scene)).find(id);
    if (mentee === null) return notice(pairTexts(scene.locale).gone);
    return openFor(scene, { kind: 'new', mentee });
  }

  async function openChange(scene: Scene, id: PairId): Promise<Reply> {
    const about = await aboutPair(scene, id);
    return about === null ? notice(pairTexts(scene.locale).gone) : openFor(scene, about);
  }

  async function aboutPair(scene: Scene, id: PairId): Promise<About | null> {
    const pair = await findPair(store.db, id);
    const mentee = pair === null ? null : (await people(scene)).find(pair.mentee);
    if (pair === null || mentee === null || pair.status.kind === 'ended') return null;
    return { kind: 'change', mentee, pair };
  }

  async function openFor(scene: Scene, about: About): Promise<Reply> {
    const term = about.kind === 'change' ? about.pair : usualTerm(about.mentee, scene.today);
    const early = about.kind === 'change' ? about.pair.early : 'monthly';
    const mentor = about.kind === 'change' ? about.pair.mentor : await bestFor(scene, about.mentee);
    return show(scene, about, {
      typed: { mentor, from: term.from, until: term.until, early },
      problems: [],
    });
  }

  async function bestFor(scene: Scene, mentee: Person): Promise<string> {
    const { all } = await people(scene);
    const [best] = candidatesFor(mentee, all, await livePairs(store.db), scene.today);
    return best?.mentor.id ?? '';
  }

  async function mentorFields(scene: Scene, about: About): Promise<readonly Field[]> {
    const t = pairTexts(scene.locale);
    const known = await people(scene);
    const fitting = candidatesFor(about.mentee, known.all, await livePairs(store.db), scene.today);
    const now = about.kind === 'change' ? known.find(about.pair.mentor) : null;
    const choices = [
      ...(now === null ? [] : [{ title: `${now.name}（${now.section}）`, value: now.id }]),
      ...fitting
        .filter(({ mentor }) => mentor.id !== now?.id)
        .slice(0, MOST_CANDIDATES)
        .map(({ mentor, reasons }) => ({
          title: `${mentor.name}（${reasonText(reasons, scene.locale)}）`,
          value: mentor.id,
        })),
    ];
    return [
      ...(choices.length === 0 ? [] : [choiceField('mentor', t.mentorChoice, choices)]),
      textField('mentorOther', t.mentorOther, 60),
      ...(about.kind === 'new' ? [dayField('from', t.from)] : []),
      dayField('until', t.until),
      choiceField(
        'early',
        t.early,
        PACES.map((value) => ({ title: t.pace[value], value })),
      ),
    ];
  }

  async function show(scene: Scene, about: About, form: Form): Promise<Reply> {
    const t = pairTexts(scene.locale);
    const { name, section, id } = about.mentee;
    const isNew = about.kind === 'new';
    const view = formView(
      {
        ...form,
        fields: await mentorFields(scene, about),
        notes: [t.forMentee(name, section), ...(isNew ? [] : [t.changeNote])],
        page: null,
        moreLabel: '',
        fallback: t.pickTitle,
        buttons: [
          isNew
            ? { label: t.save, data: { verb: 'mentoring.savePair', mentee: id } }
            : { label: t.saveChange, data: { verb: 'mentoring.saveChange', pair: about.pair.id } },
        ],
      },
      scene.locale,
    );
    return dialog(t.pickTitle, formCard, view);
  }

  async function saveNew(scene: Scene, id: EmployeeId, data: unknown): Promise<Reply> {
    const mentee = (await people(scene)).find(id);
    return mentee === null
      ? notice(pairTexts(scene.locale).gone)
      : save(scene, { kind: 'new', mentee }, data);
  }

  async function saveChange(scene: Scene, id: PairId, data: unknown): Promise<Reply> {
    const about = await aboutPair(scene, id);
    return about === null ? notice(pairTexts(scene.locale).gone) : save(scene, about, data);
  }

  async function save(scene: Scene, about: About, data: unknown): Promise<Reply> {
    const t = pairTexts(scene.locale);
    const fields = await mentorFields(scene, about);
    const typed = typedIn(data, fields);
    const reader = createFieldReader(typed, fields, scene.locale);
    const known = await people(scene);
    const mentor = meant(known, typed.mentor ?? '', typed.mentorOther ?? '', t.mentorMissing, scene.locale);
    const from = about.kind === 'change' ? about.pair.from : reader.day('from');
    const until = reader.day('until');
    const problems = [...(mentor.ok ? [] : [mentor.error]), ...reader.problems];
    if (!mentor.ok || from === null || until === null || problems.length > 0)
      return show(scene, about, { typed, problems });
    const wanted = {
      mentor: mentor.value,
      term: { from, until },
      early: pace.catch('monthly').parse(typed.early),
    };
    const done = await store.write((tx) =>
      about.kind === 'new'
        ? made(tx, scene, { mentee: about.mentee, ...wanted })
        : changed(tx, scene, about.pair.id, { mentee: about.mentee, ...wanted }),
    );
    if (!done.ok) {
      const told = done.error.map((problem) => t.problem[problem]);
      return show(scene, about, { typed, problems: told });
    }
    return closeDialog(await flow.pairMessage(scene, done.value, t.saved));
  }

  type Wanted = Parameters<typeof makePair>[2];
  type Saved = Result<PairId, readonly PairProblem[]>;

  async function made(tx: Writer, scene: Scene, wanted: Wanted): Promise<Saved> {
    await lockPairs(tx);
    const live = await livePairs(tx);
    // The same dialog sent twice.
    const same = live.find(
      ({ mentee, mentor, from, until }) =>
        mentee === wanted.mentee.id &&
        mentor === wanted.mentor.id &&
        from === wanted.term.from &&
        until === wanted.term.until,
    );
    if (same !== undefined) return ok(same.id);
    const by = { now: scene.now, today: scene.today, actor: scene.person.id };
    const pair = await makePair(needs, tx, wanted, live, by);
    if (!pair.ok) return pair;
    await noteChange(needs, tx, scene, pair.value.id, 'made');
    return ok(pair.value.id);
  }

  /** Another mentor is another pair, from today on. */
  async function changed(tx: Writer, scene: Scene, id: PairId, wanted: Wanted): Promise<Saved> {
    await lockPairs(tx);
    const pair = await findPair(tx, id);
    const live = await livePairs(tx);
    const by = { at: scene.now, actor: scene.person.id };
    if (pair === null || pair.status.kind === 'ended') {
      const next = live.find(
        ({ mentee, mentor }) => mentee === wanted.mentee.id && mentor === wanted.mentor.id,
      );
      return ok(next?.id ?? id);
    }
    const others = live.filter((other) => other.id !== id);
    if (pair.mentor === wanted.mentor.id) {
      const problems = pairProblems(wanted, others, scene.today);
      if (problems.length > 0) return err(problems);
      await savePair(tx, id, { until: wanted.term.until, early: wanted.early }, by);
      await noteChange(needs, tx, scene, id, 'changed');
      return ok(id);
    }
    const from = pair.from > scene.today ? pair.from : scene.today;
    const term = { from, until: wanted.term.until };
    const next = await makePair(needs, tx, { ...wanted, term }, others, { ...scene, actor: scene.person.id });
    if (!next.ok) return next;
    const status = { kind: 'ended', why: 'changed', on: scene.today } as const;
    await saveStatus(tx, id, status, { ...by, news: false });
    await noteChange(needs, tx, scene, id, 'ended');
    await noteChange(needs, tx, scene, next.value.id, 'made');
    return ok(next.value.id);
  }

  return { openNew, picked, openMentor, openChange, saveNew, saveChange };
}

/** Who was chosen, unless somebody else was typed. */
function meant(
  known: People,
  chosen: string,
  typed: string,
  missing: string,
  locale: Locale,
): Result<Person, string> {
  const t = pairTexts(locale);
  const given = typed === '' ? chosen : typed;
  if (given === '') return err(missing);
  const found = personMeant(known, given);
  if (found.ok) return found;
  return err(found.error === 'unknown' ? t.unknown(given) : t.ambiguous(given));
}
