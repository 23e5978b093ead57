import { MAX_CARD_LENGTH } from '../../../src/cards/define-card';
import { digestCard, type ReminderItem, thingKey } from '../../../src/features/reminders';
import { digestId } from '../../../src/features/reminders/digest-id';
import { digestView } from '../../../src/features/reminders/reminders-cards';
import { rendererProblems } from '../../support/card-schema';

const many = (count: number, length: number): string[] =>
  Array.from({ length: count }, () => '長'.repeat(length));

const LARGEST: ReminderItem = {
  title: '長'.repeat(500),
  lines: many(20, 500),
  badge: { text: '長'.repeat(500), colour: 'attention' },
  open: true,
  choices: many(5, 100).map((label, index) => ({ label, choice: `choice-${index}`, primary: index === 0 })),
  links: many(5, 100).map((label) => ({ label, url: `https://example.jp/${'x'.repeat(300)}` })),
  dialogs: many(5, 100).map((label) => ({ label, data: { verb: 'test.dialog', id: 'x'.repeat(60) } })),
  mayBeSnoozed: true,
  mayBeMuted: true,
};

it('a page of the largest items fits into a message, with no more buttons than Teams shows', () => {
  const view = digestView({
    digest: digestId.parse('00000000-0000-4000-8000-000000000001'),
    items: Array.from({ length: 50 }, (_, index) => ({
      thing: thingKey.parse(`test:${'x'.repeat(110)}${index}`),
      item: LARGEST,
      snoozedUntil: null,
      muted: false,
    })),
    page: 1,
    notice: '長'.repeat(100),
    locale: 'ja',
  });
  const card = digestCard.render(view);
  expect(JSON.stringify(card).length).toBeLessThanOrEqual(MAX_CARD_LENGTH);
  expect(rendererProblems(card)).toEqual([]);
});
