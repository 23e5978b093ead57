import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import { CIRCLES } from './thanks';
import type { Written } from './thanks-actions';
import { thanksTexts } from './thanks-texts';

type Base = { lang: Locale; fallback: string };
type Button = { label: string; verb: string; data: { [key: string]: string | number } };

export type PickView = Base & {
  heading: string;
  text: string;
  name: string;
  nameLabel: string;
  searchLabel: string;
  people: { label: string; to: string }[];
  hasNote: boolean;
  note: string;
};

export type ComposeView = Base & {
  id: string;
  to: string;
  sure: number;
  heading: string;
  hasPreview: boolean;
  previewHeading: string;
  preview: string;
  hasProblem: boolean;
  problem: string;
  sentenceLabel: string;
  sentence: string;
  sentences: { title: string; value: string }[];
  ownLabel: string;
  own: string;
  allowsLabel: string;
  allows: string;
  circles: { title: string; value: string }[];
  sendLabel: string;
  previewLabel: string;
  cancelLabel: string;
};

/** One card as its sender, its receiver or HR sees it. */
export type ThanksView = Base & {
  id: string;
  /** By itself, whenever it is looked at. */
  refreshes: boolean;
  refreshVerb: string;
  heading: string;
  hasText: boolean;
  text: string;
  notes: { text: string }[];
  buttons: Button[];
};

export type GalleryView = Base & {
  heading: string;
  note: string;
  hasEmpty: boolean;
  empty: string;
  rows: { text: string; names: string }[];
  writeLabel: string;
};

export function composeView(
  to: { readonly id: string; readonly name: string; readonly section: string },
  written: Pick<Written, 'id' | 'sentence' | 'own' | 'allows' | 'sure'>,
  shown: { readonly preview: string | null; readonly problem: string | null },
  locale: Locale,
): ComposeView {
  const t = thanksTexts(locale);
  const heading = t.composeHeading(to.name, to.section);
  return {
    lang: locale,
    fallback: heading,
    id: written.id,
    to: to.id,
    sure: Number(written.sure),
    heading,
    hasPreview: shown.preview !== null,
    previewHeading: t.previewHeading,
    preview: shown.preview ?? '',
    hasProblem: shown.problem !== null,
    problem: shown.problem ?? '',
    sentenceLabel: t.sentenceLabel,
    sentence: String(written.sentence),
    sentences: t.sentences.map((title, index) => ({ title, value: String(index) })),
    ownLabel: t.ownLabel,
    own: written.own,
    allowsLabel: t.shareLabel,
    allows: written.allows,
    circles: CIRCLES.map((value) => ({ title: t.allows[value], value })),
    sendLabel: t.send,
    previewLabel: t.preview,
    cancelLabel: t.cancel,
  };
}

const ID = '00000000-0000-4000-8000-000000000001';
const t = thanksTexts('ja');
const examplePerson = { id: '100001', name: '見本田 さくら', section: '市民課' };
const exampleWritten = {
  id: ID as Written['id'],
  sentence: 0,
  own: '',
  allows: 'nobody' as const,
  sure: false,
};

const exampleReceived: ThanksView = {
  lang: 'ja',
  fallback: '「ありがとう」が届きました',
  id: ID,
  refreshes: true,
  refreshVerb: 'thanks.received',
  heading: t.receivedHeading('見本田 さくら', '市民課'),
  hasText: true,
  text: t.sentences[0] ?? '',
  notes: [{ text: t.receivedNote }, { text: t.mayShare }],
  buttons: [
    { label: t.thankBack, verb: 'thanks.write', data: { to: '100001' } },
    { label: t.share.section, verb: 'thanks.share', data: { id: ID, circle: 'section' } },
    { label: t.report, verb: 'thanks.askReport', data: { id: ID } },
  ],
};

export const thanksCards = {
  pick: defineCard<PickView>({
    name: 'thanks/pick',
    examples: {
      found: {
        lang: 'ja',
        fallback: t.pickHeading,
        heading: t.pickHeading,
        text: t.pickText,
        name: '見本田',
        nameLabel: t.nameLabel,
        searchLabel: t.search,
        people: [
          { label: t.person('見本田 さくら', '市民課'), to: '100001' },
          { label: t.person('見本田 楓', '税務課'), to: '100096' },
        ],
        hasNote: true,
        note: t.tooMany(3),
      },
    },
  }),
  compose: defineCard<ComposeView>({
    name: 'thanks/compose',
    examples: {
      first: composeView(examplePerson, exampleWritten, { preview: null, problem: null }, 'ja'),
      preview: composeView(
        examplePerson,
        { ...exampleWritten, own: '大雨の日の応援、本当に助かりました。' },
        { preview: '大雨の日の応援、本当に助かりました。', problem: null },
        'ja',
      ),
    },
  }),
  card: defineCard<ThanksView>({
    name: 'thanks/card',
    examples: {
      received: exampleReceived,
      sent: {
        ...exampleReceived,
        heading: t.sentHeading('見本田 さくら'),
        notes: [{ text: t.waiting }],
        buttons: [{ label: t.takeBack, verb: 'thanks.takeBack', data: { id: ID } }],
      },
    },
  }),
  gallery: defineCard<GalleryView>({
    name: 'thanks/gallery',
    examples: {
      some: {
        lang: 'ja',
        fallback: t.galleryHeading,
        heading: t.galleryHeading,
        note: t.galleryNote,
        hasEmpty: false,
        empty: '',
        rows: [
          { text: t.sentences[4] ?? '', names: t.fromTo('例山 健太（税務課）', '見本田 さくら（市民課）') },
        ],
        writeLabel: t.write,
      },
    },
  }),
};
