import type { Locale } from '../../core/turn';
import { audienceFields, typedAudience } from '../audience';
import type { Person } from '../directory';
import { choiceField, choicesField, dayField, type Field, linesField, type Typed, textField } from '../forms';
import {
  type AnnouncementButton,
  type AnnouncementContent,
  type AnnouncementSettings,
  BUTTON_KINDS,
  IMPORTANCES,
  LONGEST_BODY,
  LONGEST_LABEL,
  LONGEST_TITLE,
  MOST_BUTTONS,
  REPEATS,
} from './announcement';
import type { TeamChannel } from './channel-store';
import { type ComposeTexts, composeTexts } from './compose-texts';

export const COMPOSE_PAGES = ['text', 'buttons', 'audience', 'plan'] as const;
export type ComposePage = (typeof COMPOSE_PAGES)[number];

/** What the inputs offer besides the settings. */
export interface Around {
  readonly people: readonly Pick<Person, 'department' | 'section'>[];
  readonly channels: readonly TeamChannel[];
}

const NUMBERS = Array.from({ length: MOST_BUTTONS }, (_, index) => index + 1);

export function composeFields(page: ComposePage, around: Around, locale: Locale): readonly Field[] {
  const t = composeTexts(locale);
  switch (page) {
    case 'text': {
      const { title, body, ...folded } = wording(t);
      const importances = IMPORTANCES.map((value) => ({ title: t.importances[value], value }));
      return [
        title,
        body,
        choiceField('importance', t.importance, importances),
        yesNo('confirm', t.asksConfirmation, t.asksConfirmations),
        ...fold(Object.values(folded)),
      ];
    }
    case 'buttons':
      return [...buttonFields(t), ...fold(englishLabels(t))];
    case 'audience':
      return audienceFields(around.people, locale);
    case 'plan':
      return planFields(around.channels, t);
    default:
      return page satisfies never;
  }
}

/** What can be put right after it went out. */
export function correctionFields(locale: Locale): readonly Field[] {
  const t = composeTexts(locale);
  const { title, body, ...folded } = wording(t);
  return [title, body, ...fold([...buttonFields(t), ...Object.values(folded), ...englishLabels(t)])];
}

const fold = (fields: readonly Field[]): readonly Field[] =>
  fields.map((field) => ({ ...field, folded: true }));

const wording = (t: ComposeTexts) => ({
  title: textField('titleJa', t.title, LONGEST_TITLE),
  body: linesField('bodyJa', t.body, LONGEST_BODY),
  picture: textField('picture', t.picture, 500),
  pictureAlt: textField('pictureAlt', t.pictureAlt, 100),
  titleEn: textField('titleEn', t.titleEn, LONGEST_TITLE),
  bodyEn: linesField('bodyEn', t.bodyEn, LONGEST_BODY),
});

const buttonFields = (t: ComposeTexts): readonly Field[] =>
  NUMBERS.flatMap((nth) => [
    choiceField(
      `kind${nth}`,
      t.kind(nth),
      (['none', ...BUTTON_KINDS] as const).map((value) => ({ title: t.kinds[value], value })),
    ),
    textField(`label${nth}`, t.label(nth), LONGEST_LABEL),
    textField(`target${nth}`, t.target(nth), 500),
  ]);

const englishLabels = (t: ComposeTexts): readonly Field[] =>
  NUMBERS.map((nth) => textField(`labelEn${nth}`, t.labelEn(nth), LONGEST_LABEL));

function planFields(channels: readonly TeamChannel[], t: ComposeTexts): readonly Field[] {
  const named = channels.map(({ id, team, channel }) => ({
    title: [team, channel].filter(Boolean).join(' / '),
    value: id,
  }));
  return [
    dayField('day', t.day),
    textField('time', t.time, 5),
    ...(named.length > 0
      ? [
          choicesField('channels', t.channels, named),
          choiceField(
            'to',
            t.to,
            (['people', 'channels'] as const).map((value) => ({ title: t.tos[value], value })),
          ),
        ]
      : []),
    yesNo('chases', t.chases, t.yesNo),
    yesNo('managersSee', t.managersSee, t.yesNo),
    choiceField(
      'repeat',
      t.repeat,
      REPEATS.map((value) => ({ title: t.repeats[value], value })),
    ),
    textField('repeatOn', t.repeatOn, 2),
  ];
}

const yesNo = (id: string, label: string, titles: { readonly yes: string; readonly no: string }): Field =>
  choiceField(id, label, [
    { title: titles.yes, value: 'yes' },
    { title: titles.no, value: 'no' },
  ]);

/** What the inputs show of settings. */
export function typedFrom({ content, audience, plan }: AnnouncementSettings): Typed {
  const answer = (value: boolean): string => (value ? 'yes' : 'no');
  return {
    ...typedContent(content),
    importance: content.importance,
    confirm: answer(content.asksConfirmation),
    ...typedAudience(audience),
    day: plan.at?.day ?? '',
    time: plan.at?.time ?? '',
    channels: plan.channels.join(','),
    to: plan.toPeople ? 'people' : 'channels',
    chases: answer(plan.chases),
    managersSee: answer(plan.managersSee),
    repeat: plan.repeat,
    repeatOn: String(plan.repeatOn),
  };
}

export function typedContent({ ja, en, picture, buttons }: AnnouncementContent): Typed {
  const typed = NUMBERS.flatMap((nth): readonly (readonly [string, string])[] => {
    const button = buttons[nth - 1];
    return [
      [`kind${nth}`, button?.kind ?? 'none'],
      [`label${nth}`, button?.label ?? ''],
      [`labelEn${nth}`, button?.labelEn ?? ''],
      [`target${nth}`, button === undefined ? '' : targetText(button)],
    ];
  });
  return {
    titleJa: ja.title,
    bodyJa: ja.body,
    titleEn: en.title,
    bodyEn: en.body,
    picture: picture?.url ?? '',
    pictureAlt: picture?.alt ?? '',
    ...Object.fromEntries(typed),
  };
}

const targetText = (button: AnnouncementButton): string => (button.kind === 'link' ? button.url : button.id);
