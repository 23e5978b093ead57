import { strangeNames } from '../../cards/limited-markdown';
import { instantAt } from '../../core/calendar/day';
import { channelId } from '../../core/ids';
import { err, ok, type Result } from '../../core/result';
import { readAudience } from '../audience';
import type { Person, Scene } from '../directory';
import { createFieldReader, type Field, type FieldReader, type Typed } from '../forms';
import {
  type AnnouncementButton,
  type AnnouncementContent,
  type AnnouncementPlan,
  type AnnouncementSettings,
  IMPORTANCES,
  MOST_BUTTONS,
  REPEATS,
  VARIABLES,
} from './announcement';
import type { AnnouncementsNeeds, Target, Targets } from './announcements-needs';
import type { ComposePage } from './compose-fields';
import { composeTexts } from './compose-texts';

type Problems = readonly string[];

export interface Reading {
  readonly scene: Scene;
  readonly fields: readonly Field[];
  readonly people: readonly Person[];
  readonly targets: Pick<AnnouncementsNeeds, 'courses' | 'faqs' | 'campaigns'>;
}

/** A page of settings as typed; the other pages' parts are left alone when it is put into settings. */
export type ReadPage = (settings: AnnouncementSettings) => AnnouncementSettings;

/** Reads a page, or says what is wrong with it in the words of its labels. */
export async function readPage(
  page: ComposePage,
  typed: Typed,
  reading: Reading,
): Promise<Result<ReadPage, Problems>> {
  const { scene, fields, people } = reading;
  const reader = createFieldReader(typed, fields, scene.locale);
  const made = <T>(part: T, put: (part: T) => ReadPage): Result<ReadPage, Problems> =>
    reader.problems.length > 0 ? err(reader.problems) : ok(put(part));
  switch (page) {
    case 'text':
      return made(readText(reader, scene), (part) => (settings) => ({
        ...settings,
        content: { ...settings.content, ...part },
      }));
    case 'buttons':
      return made(await readButtons(reader, typed, reading), (buttons) => (settings) => ({
        ...settings,
        content: { ...settings.content, buttons },
      }));
    case 'audience': {
      const audience = readAudience(reader, people, scene.locale);
      return audience === null ? err(reader.problems) : ok((settings) => ({ ...settings, audience }));
    }
    case 'plan':
      return made(readPlan(reader, typed, scene), (part) => (settings) => ({
        ...settings,
        plan: { ...settings.plan, ...part },
      }));
    default:
      return page satisfies never;
  }
}

/** Reads a correction into the content as it stood. */
export async function readCorrection(
  typed: Typed,
  before: AnnouncementContent,
  reading: Reading,
): Promise<Result<AnnouncementContent, Problems>> {
  const reader = createFieldReader(typed, reading.fields, reading.scene.locale);
  const wording = readWording(reader, reading.scene);
  const buttons = await readButtons(reader, typed, reading);
  return reader.problems.length > 0 ? err(reader.problems) : ok({ ...before, ...wording, buttons });
}

function readWording(reader: FieldReader, { locale }: Scene) {
  const t = composeTexts(locale);
  const read = {
    ja: { title: reader.text('titleJa', true), body: reader.text('bodyJa', true) },
    en: { title: reader.text('titleEn'), body: reader.text('bodyEn') },
  };
  const strange = [read.ja, read.en].flatMap(({ title, body }) =>
    strangeNames(`${title}\n${body}`, VARIABLES),
  );
  if (strange.length > 0)
    reader.problems.push(t.strange([...new Set(strange)].map((name) => `{${name}}`).join(t.separator)));
  const url = reader.link('picture');
  const alt = reader.text('pictureAlt');
  if (url !== null && alt === '') reader.problems.push(t.altMissing);
  return { ...read, picture: url === null ? null : { url, alt } };
}

function readText(reader: FieldReader, scene: Scene) {
  const wording = readWording(reader, scene);
  const [chosen] = reader.chosen('importance');
  const importance = IMPORTANCES.find((one) => one === chosen) ?? 'normal';
  if (importance === 'emergency' && !scene.person.roles.has('hr_admin'))
    reader.problems.push(composeTexts(scene.locale).emergencyAdmin);
  return { ...wording, importance, asksConfirmation: isYes(reader, 'confirm') };
}

const isYes = (reader: FieldReader, id: string): boolean => reader.chosen(id)[0] === 'yes';

async function readButtons(
  reader: FieldReader,
  typed: Typed,
  { scene, targets }: Reading,
): Promise<AnnouncementButton[]> {
  const t = composeTexts(scene.locale);
  const buttons: AnnouncementButton[] = [];
  for (let nth = 1; nth <= MOST_BUTTONS; nth++) {
    const [kind] = reader.chosen(`kind${nth}`);
    if (kind === undefined || kind === 'none') continue;
    const label = reader.text(`label${nth}`);
    if (label === '') reader.problems.push(t.labelMissing(nth));
    const labelEn = reader.text(`labelEn${nth}`);
    const words = typed[`target${nth}`] ?? '';
    const found = async <Id>({ find }: Pick<Targets<Id>, 'find'>): Promise<Id | null> =>
      theOne(reader, words, words === '' ? [] : await find(scene, words), scene);
    if (kind === 'link') {
      const url = reader.link(`target${nth}`);
      if (words === '') reader.text(`target${nth}`, true);
      if (url !== null) buttons.push({ kind, label, labelEn, url });
    } else if (kind === 'course') {
      const id = await found(targets.courses);
      if (id !== null) buttons.push({ kind, label, labelEn, id });
    } else if (kind === 'faq') {
      const id = await found(targets.faqs);
      if (id !== null) buttons.push({ kind, label, labelEn, id });
    } else if (kind === 'campaign') {
      const id = await found(targets.campaigns);
      if (id !== null) buttons.push({ kind, label, labelEn, id });
    }
  }
  return buttons;
}

const MOST_CANDIDATES = 3;

function theOne<Id>(
  reader: FieldReader,
  words: string,
  found: readonly Target<Id>[],
  { locale }: Scene,
): Id | null {
  const t = composeTexts(locale);
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return first.id;
  const titles = found.slice(0, MOST_CANDIDATES).map(({ id, title }) => t.candidate(String(id), title));
  reader.problems.push(first === undefined ? t.notFound(words) : t.whichOne(words, titles.join(t.separator)));
  return null;
}

function readPlan(
  reader: FieldReader,
  typed: Typed,
  scene: Scene,
): Pick<AnnouncementPlan, 'at' | 'channels' | 'toPeople' | 'chases' | 'managersSee' | 'repeat' | 'repeatOn'> {
  const t = composeTexts(scene.locale);
  const { problems } = reader;
  const [chosen] = reader.chosen('repeat');
  const repeatOn = reader.number('repeatOn', 99);
  if (repeatOn !== null && (repeatOn < 1 || repeatOn > 18)) problems.push(t.badRepeatOn);
  return {
    at: readMoment(reader, typed, scene),
    channels: reader.chosen('channels').map((id) => channelId.parse(id)),
    // Where there is no channel, nothing else can be chosen.
    toPeople: reader.chosen('to')[0] !== 'channels',
    chases: isYes(reader, 'chases'),
    managersSee: isYes(reader, 'managersSee'),
    repeat: REPEATS.find((one) => one === chosen) ?? 'never',
    repeatOn: repeatOn ?? 1,
  };
}

function readMoment(reader: FieldReader, typed: Typed, { now, locale }: Scene): AnnouncementPlan['at'] {
  const t = composeTexts(locale);
  const time = (typed.time ?? '').normalize('NFKC').replace('：', ':');
  if ((typed.day ?? '') === '') {
    if (time !== '') reader.problems.push(t.timeAlone);
    return null;
  }
  const day = reader.day('day');
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time === '' ? DEFAULT_TIME : time) ?? [];
  const isTime = Number(hours) <= 23 && Number(minutes) <= 59;
  if (!isTime) reader.problems.push(t.badTime);
  if (day === null || !isTime) return null;
  const at = { day, time: `${String(hours).padStart(2, '0')}:${minutes}` };
  if (instantAt(at.day, at.time) <= now) reader.problems.push(t.past);
  return at;
}

const DEFAULT_TIME = '9:00';
