import { defineCard } from '../../cards/define-card';
import { asMessage } from '../../cards/replies';
import { announcementId, courseId, faqId } from '../../core/ids';
import type { Message } from '../../core/turn';
import type { Scene } from '../directory';
import type { Announcement, AnnouncementContent } from './announcement';
import { type MessageMode, type MessageView, messageView, namedInPreview, shownOf } from './message-view';

export const exampleId = announcementId.parse('00000000-0000-4000-8000-000000000001');

export const exampleContent: AnnouncementContent = {
  ja: {
    title: '情報セキュリティ研修の受講について',
    body: [
      '{氏名} さん（{所属}）',
      '全職員を対象に、**情報セキュリティ研修（eラーニング）**を行います。',
      '- 受講期間：**12月1日(火)〜12月18日(金)**',
      '- 所要時間：約30分（勤務時間内に受講できます）',
      '- 対象：全職員（会計年度任用職員を含みます）',
      '詳しくは[研修の案内](https://example.jp/training)をご覧ください。',
    ].join('\n'),
  },
  en: {
    title: 'Information security course',
    body: 'Dear {氏名}, please take the **e-learning** by 18 December.',
  },
  importance: 'important',
  picture: null,
  buttons: [
    { kind: 'link', label: '受講ページを開く', labelEn: 'Open the course', url: 'https://example.jp/learn' },
    { kind: 'course', label: '研修の詳細', labelEn: 'About the course', id: courseId.parse('C-1') },
    { kind: 'faq', label: 'よくある質問', labelEn: '', id: faqId.parse('F-1') },
  ],
  asksConfirmation: true,
};

const example = (
  changes: Partial<AnnouncementContent>,
  confirmedAt: Date | null = null,
  mode: Parameters<typeof messageView>[2] = 'person',
): MessageView =>
  messageView(
    {
      id: exampleId,
      content: { ...exampleContent, ...changes },
      correctedAt: confirmedAt,
      withdrawn: false,
    },
    { person: { name: '裾野 花子', section: '市民課' }, confirmedAt, locale: 'ja' },
    mode,
  );

/** An announcement as its recipients see it. */
export const messageCard = defineCard<MessageView>({
  name: 'announcements/message',
  examples: {
    important: example({}),
    confirmed: example({}, new Date('2026-11-24T01:05:00Z')),
    phone: example({}, null, 'phone'),
    correction: example({}, null, 'correction'),
    emergency: example({
      importance: 'emergency',
      ja: {
        title: '大雨警報に伴う参集について',
        body: '**第1配備**の職員は、安全を確かめたうえで所属に参集してください。\n登庁できないときは所属長に連絡してください。',
      },
      buttons: [],
    }),
    english: messageView(
      { id: exampleId, content: exampleContent, correctedAt: null, withdrawn: false },
      { person: { name: 'Susono Hanako', section: '市民課' }, confirmedAt: null, locale: 'en' },
      'test',
    ),
    withdrawn: messageView(
      { id: exampleId, content: exampleContent, correctedAt: null, withdrawn: true },
      { person: null, confirmedAt: null, locale: 'ja' },
      'person',
    ),
  },
});

/** As the one who asks would get it. */
export function previewMessage(
  { person, locale }: Pick<Scene, 'person' | 'locale'>,
  announcement: Announcement,
  mode: Exclude<MessageMode, 'person' | 'channel'>,
): Message {
  const reader = { person: namedInPreview(announcement, person), confirmedAt: null, locale };
  return asMessage(messageCard, messageView(shownOf(announcement), reader, mode));
}

/** How it is shown to who decides about it. */
export const previewMode = ({ correction }: Pick<Announcement, 'correction'>): MessageMode =>
  correction === null ? 'preview' : 'correction';
