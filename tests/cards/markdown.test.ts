import fc from 'fast-check';
import { escapeMarkdown } from '../../src/cards/markdown';
import { htmlOf, plainLines, visibleLines } from '../support/card-schema';

/** What Markdown, HTML and the card renderer give a meaning to, among ordinary words. */
const pieces = fc.constantFrom(
  ...[
    '*',
    '_',
    '`',
    '~',
    '|',
    '#',
    '-',
    '+',
    '=',
    '>',
    '<',
    '!',
    '[',
    ']',
    '(',
    ')',
    ':',
    '\\',
    '&',
    ';',
    '{{',
    '}}',
    '$',
  ],
  ...[
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\r\n',
    '　',
    '1.',
    '2)',
    '---',
    '===',
    '```',
    '~~~',
    '&amp;',
    '&#35;',
    '&copy;',
  ],
  ...[
    '<b>',
    '</b>',
    '<!--',
    '<https://example.jp>',
    '[x](javascript:alert(1))',
    '![x](y)',
    '[a]: b',
    '|-|',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a text that looks like a placeholder
    '${y}',
  ],
  ...[
    '研修',
    '髙橋\u{e000}',
    'snake_case',
    'a*b',
    '令和8年',
    'R8.4.1',
    '  ',
    '{{DATE(2026-04-01T00:00:00Z)}}',
  ],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll('\0', '')),
);

test('any text shows as it is: nothing becomes a link, a list, a heading or emphasis', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const escaped = escapeMarkdown(text);
      expect(visibleLines(escaped)).toEqual(plainLines(text));
      expect(htmlOf(escaped).match(/<(?!\/?p>)[^>]*>/g)).toBeNull();
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ['# 研修', '<p># 研修</p>'],
  ['1. 申込み', '<p>1. 申込み</p>'],
  ['    字下げ', '<p>字下げ</p>'],
  ['一行目\n二行目', '<p>一行目</p>\n<p>二行目</p>'],
  ['A&amp;B', '<p>A&amp;amp;B</p>'],
])('%j', (text, html) => {
  expect(htmlOf(escapeMarkdown(text)).trim()).toBe(html);
});

test('a date function of the card renderer stays a text', () => {
  const escaped = escapeMarkdown('{{DATE(2026-04-01T00:00:00Z, SHORT)}}');
  expect(escaped).not.toContain('{{DATE(');
  expect(visibleLines(escaped)).toEqual(['{{DATE(2026-04-01T00:00:00Z, SHORT)}}']);
});

test('ordinary Japanese is left alone', () => {
  const text = '令和8年4月1日(水) 9:00〜、研修室(3階)で行います。費用: 1,000円 + 税!';
  expect(escapeMarkdown(text)).toBe(text);
});
