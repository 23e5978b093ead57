import { defineCard, MAX_CARD_LENGTH } from '../../src/cards/define-card';

type View = { text: string; count: number; hasFacts: boolean; facts: { label: string; value: string }[] };

const places = defineCard<View>({ name: '../tests/cards/templates/places', examples: {} });
const view: View = {
  text: '2 * 3 = [6]',
  count: 7,
  hasFacts: true,
  facts: [{ label: '担当_係', value: '<人事課>' }],
};

test('a text of the view is escaped where clients read Markdown, and nowhere else', () => {
  expect(places.render(view)).toEqual({
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'ja',
    fallbackText: '2 * 3 = [6]',
    body: [
      { type: 'TextBlock', text: '2 \\* 3 = \\[6\\]' },
      { type: 'FactSet', facts: [{ title: '担当\\_係', value: '\\<人事課\\>' }] },
      { type: 'Input.Text', id: 'answer', label: '2 * 3 = [6]', value: '2 * 3 = [6]' },
    ],
    actions: [
      {
        type: 'Action.Execute',
        title: '2 * 3 = [6]',
        verb: 'test.run',
        data: { type: 'TextBlock', text: '2 * 3 = [6]', facts: [{ title: '2 * 3 = [6]' }], count: 7 },
      },
    ],
  });
});

test('an element whose condition is false is left out', () => {
  expect(places.render({ ...view, hasFacts: false }).body).toHaveLength(2);
});

test('a text that looks like a placeholder is not bound again', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that text
  const text = '${count}円';
  expect(places.render({ ...view, text })).toMatchObject({ fallbackText: text, actions: [{ title: text }] });
});

test('rare characters of names (外字) survive', () => {
  const name = '渡\u{e000}\u{e001}さん';
  const { fallbackText, body } = places.render({ ...view, text: name });
  expect(fallbackText).toBe(name);
  expect(body).toContainEqual({ type: 'TextBlock', text: name });
});

test('the characters that fence texts cannot be smuggled in', () => {
  const { fallbackText, body } = places.render({ ...view, text: 'a\u{fdd1}*b*\u{fdd0}' });
  expect(fallbackText).toBe('a*b*');
  expect(body).toContainEqual({ type: 'TextBlock', text: 'a\\*b\\*' });
});

test('one card is rendered many times without a trace of the view before', () => {
  const first = JSON.stringify(places.render(view));
  places.render({ ...view, text: '別の人の文', facts: [] });
  expect(JSON.stringify(places.render(view))).toBe(first);
});

test('a placeholder that no view fills is a bug that names the card', () => {
  const incomplete = defineCard<{ text: string }>({ name: '../tests/cards/templates/places', examples: {} });
  expect(() => incomplete.render({ text: 'x' })).toThrow(/places: unbound placeholder in «\$\{count\}»/);
});

test('a card too large for a message is a bug that names the card', () => {
  expect(() => places.render({ ...view, text: '研'.repeat(MAX_CARD_LENGTH) })).toThrow(
    /places has \d+ characters/,
  );
});
