import { defineCard } from '../../cards/define-card';
import { day } from '../../core/calendar/day';
import { longDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { NO_PLAN, type Phase } from './launch';
import { launchTexts } from './launch-texts';
import { dataLines, firstSections, mayPublish, REQUIRED_DESKS, type Readiness } from './readiness';

type Data = { [key: string]: string | number | { type: string; value?: string } };
type ButtonView = {
  label: string;
  verb: string;
  style: 'default' | 'positive' | 'destructive';
  data: { sure: number };
};

type StepView = {
  title: string;
  colour: 'default' | 'good';
  lines: { text: string }[];
  hasButtons: boolean;
  submits: { label: string; data: Data }[];
  buttons: ButtonView[];
};

export type StatusView = {
  lang: Locale;
  fallback: string;
  heading: string;
  text: string;
  hasNote: boolean;
  note: string;
  noteStyle: 'good' | 'warning';
  steps: StepView[];
};

const button = (
  label: string,
  verb: string,
  style: ButtonView['style'] = 'default',
  sure = 0,
): ButtonView => ({
  label,
  verb: `launch.${verb}`,
  style,
  data: { sure },
});
const opener = (label: string, data: { verb: string; [key: string]: string }) => ({
  label,
  data: { ...data, msteams: { type: 'task/fetch' } },
});
const saying = ({ label, say }: { label: string; say: string }) => ({
  label,
  data: { msteams: { type: 'imBack', value: say } },
});

export interface Status {
  readonly phase: Phase;
  /** The publish date has come, and a required desk is missing. */
  readonly held: boolean;
  readonly readiness: Readiness;
  readonly local: boolean;
  readonly admin: boolean;
  /** How many are reached now; how many of them have been welcomed, and how many in vain. */
  readonly reached: { readonly people: number; readonly welcomed: number; readonly lost: number };
  /** Asks once more before the publication is stopped. */
  readonly asking: boolean;
  readonly note: string | null;
}

/** 「はじめの設定」: five steps, each with what has been done and what is missing. */
export function statusView(status: Status, locale: Locale): StatusView {
  const t = launchTexts(locale);
  const { note } = status;
  return {
    lang: locale,
    fallback: `${t.heading}\n${phaseText(status, locale)}`,
    heading: t.heading,
    text: phaseText(status, locale),
    hasNote: note !== null,
    note: note ?? '',
    noteStyle: status.held ? 'warning' : 'good',
    steps: [dataStep, testStep, pilotStep, dateStep, welcomeStep].map((step, index) => {
      const { title, done, lines, submits = [], buttons = [] } = step(status, locale);
      return {
        title: `${index + 1}. ${title}${done ? '　✓' : ''}`,
        colour: done ? 'good' : 'default',
        lines: lines.map((text) => ({ text })),
        hasButtons: submits.length + buttons.length > 0,
        submits: [...submits],
        buttons: [...buttons],
      };
    }),
  };
}

function phaseText({ phase, held, local }: Pick<Status, 'phase' | 'held' | 'local'>, locale: Locale): string {
  const t = launchTexts(locale).phase;
  if (held) return t.held;
  switch (phase.kind) {
    case 'sample':
      return t.sample;
    case 'live':
      return (local ? t.liveSample : t.live)(longDay(phase.since, locale));
    case 'preparing': {
      const { pilot, publishOn } = phase.plan;
      const now = pilot.length > 0 ? t.pilot : t.preparing;
      return publishOn === null
        ? now
        : `${now}${locale === 'en' ? ' ' : ''}${t.scheduled(longDay(publishOn, locale))}`;
    }
    default:
      return phase satisfies never;
  }
}

interface Step {
  readonly title: string;
  readonly done: boolean;
  readonly lines: readonly string[];
  readonly submits?: readonly StepView['submits'][number][];
  readonly buttons?: readonly ButtonView[];
}

function dataStep({ readiness }: Status, locale: Locale): Step {
  const t = launchTexts(locale);
  const missing = REQUIRED_DESKS.filter((topic) => !readiness.confirmedDesks.has(topic));
  return {
    title: t.data,
    done: missing.length === 0 && readiness.faq.confirmed > 0,
    lines: dataLines(readiness, locale),
    submits: [
      ...missing.flatMap((topic) => {
        const id = readiness.deskRecords.get(topic);
        const label = t.deskEdit(t.topics[topic]);
        return id === undefined
          ? []
          : [opener(label, { verb: 'editing.form', dataset: 'contacts', id, from: 'list' })];
      }),
      saying(t.confirmData),
      saying(t.editData),
      saying(t.importData),
    ],
  };
}

const testStep = (_: Status, locale: Locale): Step => {
  const t = launchTexts(locale);
  return {
    title: t.test,
    done: false,
    lines: [t.testText],
    submits: [opener(t.ask, { verb: 'launch.ask' })],
    buttons: [button(t.testSend, 'test')],
  };
};

function pilotStep({ phase, admin, reached }: Status, locale: Locale): Step {
  const t = launchTexts(locale);
  const pilot = phase.kind === 'sample' ? [] : phase.plan.pilot;
  const isOver = phase.kind === 'live';
  const names = firstSections(pilot, locale);
  return {
    title: t.pilot,
    done: isOver || pilot.length > 0,
    lines: [isOver ? t.pilotOver : pilot.length === 0 ? t.pilotNone : t.pilotSome(names, reached.people)],
    submits: admin && !isOver ? [opener(t.pilotEdit, { verb: 'launch.pilot' })] : [],
  };
}

function dateStep({ phase, held, admin, readiness, local, asking }: Status, locale: Locale): Step {
  const t = launchTexts(locale);
  const on = phase.kind === 'sample' ? null : phase.plan.publishOn;
  const isLive = phase.kind === 'live';
  const stop = isLive ? t.unpublish : t.takeBack;
  const sample = local && phase.kind !== 'sample' ? [button(t.sample, 'sample')] : [];
  const line =
    phase.kind === 'live'
      ? t.dateLive(longDay(phase.since, locale))
      : on === null
        ? t.dateNone
        : (held ? t.dateHeld : t.dateSet)(longDay(on, locale));
  const step = { title: t.date, done: on !== null && !held };
  if (!admin) return { ...step, lines: [line] };
  if (asking && on !== null)
    return {
      ...step,
      lines: [isLive ? t.askStop : t.askTakeBack],
      buttons: [
        button(isLive ? t.yesStop : t.yesTakeBack, 'unpublish', 'destructive', 1),
        button(t.keep, 'show'),
      ],
    };
  return {
    ...step,
    lines: [line, ...(mayPublish(readiness) || held ? [] : [t.dateNote])],
    submits:
      mayPublish(readiness) && !isLive
        ? [opener(on === null ? t.dateEdit : t.dateMove, { verb: 'launch.date' })]
        : [],
    buttons: [...(on === null ? [] : [button(stop, 'unpublish')]), ...sample],
  };
}

function welcomeStep({ phase, reached }: Status, locale: Locale): Step {
  const t = launchTexts(locale);
  const { people, welcomed, lost } = reached;
  const begun = welcomed > 0 || phase.kind === 'live';
  return {
    title: t.welcome,
    done: welcomed > 0 && welcomed >= people,
    lines: [
      begun ? t.welcomeText(welcomed, people) : t.welcomeLater,
      ...(lost > 0 ? [t.welcomeLost(lost)] : []),
    ],
  };
}

const exampleReadiness: Readiness = {
  confirmedDesks: new Set(['harassment']),
  deskRecords: new Map([
    ['whistleblowing', 'C-1'],
    ['mental_health', 'C-2'],
  ]),
  faq: { confirmed: 12, all: 461 },
  courses: { confirmed: 30, all: 64 },
  roster: { people: 480, samples: 480, withoutAccount: 61, sectionsWithoutManager: ['第一保育園', '会計課'] },
};
const ready: Readiness = { ...exampleReadiness, confirmedDesks: new Set(REQUIRED_DESKS) };
const publishOn = day.parse('2027-04-01');
const plan = { publishOn: null, liveSince: null, pilot: ['人事課', '市民課'] };
const example = (of: Partial<Status>, locale: Locale = 'ja'): StatusView =>
  statusView(
    {
      phase: { kind: 'preparing', plan: NO_PLAN },
      held: false,
      readiness: exampleReadiness,
      local: false,
      admin: true,
      reached: { people: 12, welcomed: 0, lost: 0 },
      asking: false,
      note: null,
      ...of,
    },
    locale,
  );

export const launchCard = defineCard<StatusView>({
  name: 'launch/status',
  examples: {
    preparing: example({}),
    pilot: example({ phase: { kind: 'preparing', plan }, readiness: ready, note: launchTexts('ja').saved }),
    scheduled: example({ phase: { kind: 'preparing', plan: { ...plan, publishOn } }, readiness: ready }),
    asking: example({
      phase: { kind: 'preparing', plan: { ...plan, publishOn } },
      readiness: ready,
      asking: true,
    }),
    held: example({
      phase: { kind: 'preparing', plan: { ...plan, publishOn } },
      held: true,
      note: launchTexts('ja').held,
    }),
    sample: example({ phase: { kind: 'sample' }, local: true }),
    live: example(
      {
        phase: { kind: 'live', plan: { ...plan, publishOn }, since: publishOn },
        readiness: ready,
        reached: { people: 480, welcomed: 412, lost: 38 },
      },
      'en',
    ),
  },
});
