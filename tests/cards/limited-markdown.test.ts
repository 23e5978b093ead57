import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { limitedMarkdown, plainText, strangeNames } from '../../src/cards/limited-markdown';

const html = (markdown: string, values: Record<string, string> = {}): string =>
  new MarkdownIt({ html: false }).render(limitedMarkdown({ markdown, values })).trim();

describe('the subset', () => {
  test.each([
    ['**本日**まで', '<p><strong>本日</strong>まで</p>'],
    // Markdown alone would show the asterisks of these two.
    ['研修は**「本日」**です', '<p>研修は\u200a<strong>「本日」</strong>\u200aです</p>'],
    ['必ず**（全員）**ご確認', '<p>必ず\u200a<strong>（全員）</strong>\u200aご確認</p>'],
    ['一行目\n二行目', '<p>一行目</p>\n<p>二行目</p>'],
    ['- 一\n- 二', '<ul>\n<li>一</li>\n<li>二</li>\n</ul>'],
    ['・一\n・**二**', '<ul>\n<li>一</li>\n<li><strong>二</strong></li>\n</ul>'],
    ['1. 一\n2. 二', '<ol>\n<li>一</li>\n<li>二</li>\n</ol>'],
    [
      '[案内](https://example.jp/a?b=1)をご覧ください',
      '<p><a href="https://example.jp/a?b=1">案内</a>をご覧ください</p>',
    ],
    ['https://example.jp/x を参照', '<p><a href="https://example.jp/x">https://example.jp/x</a> を参照</p>'],
  ])('%s', (text, expected) => expect(html(text)).toBe(expected));

  test.each([
    '# 見出し',
    '<b>太字</b>',
    '![絵](https://example.jp/a.png)',
    '[押す](javascript:alert(1))',
    '[押す](http://example.jp)',
    '`コード`',
    '> 引用',
    '__下線__ と ~~消す~~',
    '&lt;',
    '***',
    '| 表 |',
  ])('«%s» shows as it is written', (text) => {
    const shown = html(text);
    expect(shown).not.toMatch(/<(?!\/?p>|a href="https:|\/a>)/);
  });

  test('whatever is written, nothing but bold, lists and https links comes of it', () => {
    const piece = fc.constantFrom(
      '**',
      '*',
      '[',
      ']',
      '(',
      ')',
      'https://a.jp',
      '\n',
      '- ',
      '1. ',
      '#',
      '<',
      '`',
      '\\',
      '{氏名}',
      'あ',
      '!',
      '|',
      '&lt;',
      '_',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const shown = html(pieces.join(''), { 氏名: '**[x](https://evil.example)**<i>' });
        const tags = [...shown.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
        for (const tag of tags) expect(['p', 'ul', 'ol', 'li', 'strong', 'a']).toContain(tag);
        expect(shown).not.toContain('href="https://evil');
      }),
      { numRuns: 500 },
    );
  });
});

test('values are put in unformatted, and unknown names stay', () => {
  expect(html('{氏名} さん（｛所属｝）{部署}', { 氏名: '*山田*', 所属: '市民課' })).toBe(
    '<p>*山田* さん（市民課）{部署}</p>',
  );
  expect(strangeNames('{氏名} と {部署}', ['氏名'])).toEqual(['部署']);
});

test('as plain text it has no marks', () => {
  const text = { markdown: '**{氏名}**さん [案内](https://a.jp)', values: { 氏名: '山田' } };
  expect(plainText(text)).toBe('山田さん 案内');
});
