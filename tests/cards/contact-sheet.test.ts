import { contactSheet } from '../../src/cli/cards-preview/contact-sheet';

test('the contact sheet groups pictures by card and example', () => {
  const picture = (card: string, example: string, look: string) => ({
    card,
    example,
    look,
    file: `${card}-${example}-${look}.png`,
  });
  const html = contactSheet([
    picture('answers/answer', 'fresh', '360 light'),
    picture('answers/answer', 'fresh', '360 dark'),
    picture('answers/answer', 'rated', '360 light'),
    picture('chat/menu', 'a "b" <c>', '360 light'),
  ]);
  const seen = html.replace(/\s+/g, ' ').replace(/<(?!\/?(h2|h3|img))[^>]*>/g, '');
  expect(html.match(/<h2 /g)).toHaveLength(2);
  expect(html.match(/<h3>/g)).toHaveLength(3);
  expect(html.match(/<img /g)).toHaveLength(4);
  expect(html).toContain('2種、4枚');
  expect(seen).toMatch(/<h3>fresh<\/h3>.*360 light.*360 dark.*<h3>rated<\/h3>.*360 light.*chat\/menu/);
  expect(html).not.toContain('<c>');
});
