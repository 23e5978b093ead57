import type { Reader } from '../../db/open';
import { EVERYBODY } from '../audience';
import { type AnnouncementSettings, LONGEST_BODY } from './announcement';
import type { AnnouncementsNeeds } from './announcements-needs';
import { composeTexts } from './compose-texts';
import type { Template } from './list-view';

const NO_TEXT = { title: '', body: '' };

const plain: AnnouncementSettings = {
  content: {
    ja: NO_TEXT,
    en: NO_TEXT,
    importance: 'normal',
    picture: null,
    buttons: [],
    asksConfirmation: false,
  },
  audience: EVERYBODY,
  plan: {
    channels: [],
    toPeople: true,
    at: null,
    chases: false,
    managersSee: false,
    repeat: 'never',
    repeatOn: 1,
    skipped: null,
    offerings: [],
  },
};

/** What a new announcement begins with. */
export async function settingsOf(
  template: Template,
  needs: Pick<AnnouncementsNeeds, 'openOfferings'>,
  reader: Reader,
  now: Date,
): Promise<AnnouncementSettings> {
  const t = composeTexts('ja');
  switch (template) {
    case 'plain':
      return plain;
    case 'compliance':
      return {
        ...plain,
        content: { ...plain.content, ja: t.compliance },
        plan: { ...plain.plan, repeat: 'monthly' },
      };
    case 'offerings':
      return withOfferings(
        { ...plain, plan: { ...plain.plan, repeat: 'monthly-offerings' } },
        needs,
        reader,
        now,
      );
    default:
      return template satisfies never;
  }
}

/** Its text made anew from what one can apply for now and no earlier issue has told of. */
export async function withOfferings(
  settings: AnnouncementSettings,
  { openOfferings }: Pick<AnnouncementsNeeds, 'openOfferings'>,
  reader: Reader,
  now: Date,
): Promise<AnnouncementSettings> {
  const t = composeTexts('ja').offerings;
  const { plan, content } = settings;
  const fresh = (await openOfferings(reader, now)).filter(({ id }) => !plan.offerings.includes(id));
  const intro = plan.offerings.length === 0 ? t.introFirst : t.intro;
  const body =
    fresh.length === 0
      ? t.none
      : listed(
          intro,
          fresh.map(({ line }) => `- ${line}`),
        );
  return {
    ...settings,
    content: {
      ...content,
      ja: { title: content.ja.title || t.title, body },
    },
    plan: { ...plan, offerings: [...plan.offerings, ...fresh.map(({ id }) => id)].slice(-MOST_KEPT) },
  };
}

const MOST_KEPT = 500;

/** More would fill a phone more than once. */
const MOST_LISTED = 12;

/** As many lines as are read, and fit, and how many there are besides. */
function listed(intro: string, lines: readonly string[]): string {
  const t = composeTexts('ja').offerings;
  for (let shown = Math.min(lines.length, MOST_LISTED); shown > 0; shown--) {
    const more = lines.length - shown;
    const text = [intro, ...lines.slice(0, shown), ...(more > 0 ? [t.more(more)] : [])].join('\n');
    if ([...text].length <= LONGEST_BODY) return text;
  }
  throw new Error('no offering fits into an announcement');
}
