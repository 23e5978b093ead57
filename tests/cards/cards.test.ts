import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { allCards } from '../../src/card-catalogue';
import { MAX_CARD_LENGTH } from '../../src/cards/define-card';
import {
  CARD_VERSION,
  htmlOf,
  loadCardSchema,
  plainLines,
  rendererProblems,
  visibleLines,
} from '../support/card-schema';
import { textsIn } from './card-texts';
import { templateProblems, unboundConditions, verbProblems } from './template-rules';

const TEMPLATES = path.join(__dirname, '../../cards');
const readTemplate = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(TEMPLATES, `${name}.json`), 'utf8'));

const schemaProblems = loadCardSchema();
if (schemaProblems === null) {
  console.warn(
    'The JSON schema of Adaptive Cards does not stand beside the project: the cards are not checked against it.',
  );
}
const schemaTest = schemaProblems === null ? test.skip : test;

/** Texts that a careless card would show as links, markup, headings or functions, or would bind again. */
const HOSTILE = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a text that looks like a placeholder
  '*_[x](javascript:alert(1))<b>${y}|# Mallory',
  '# Mallory\n- [x](https://example.jp)',
  '    1. `Mallory` ~~x~~ &amp; <b>y</b>',
  'Mallory {{DATE(2026-04-01T00:00:00Z)}}',
];

/** What HR formats by intent holds the text as a value. */
const filledWith = (text: string, view: unknown): unknown =>
  JSON.parse(JSON.stringify(view), (_, value) => {
    if (typeof value === 'string') return text;
    return value !== null && typeof value === 'object' && 'markdown' in value
      ? { markdown: '{v}', values: { v: text } }
      : value;
  });

test('every template belongs to a card, and every card has one', () => {
  const templates = globSync('**/*.json', { cwd: TEMPLATES }).map((file) => file.replace(/\.json$/, ''));
  expect(allCards.map(({ name }) => name).sort()).toEqual(templates.sort());
});

for (const card of allCards) {
  describe(card.name, () => {
    const template = readTemplate(card.name);
    const examples = Object.entries(card.examples);

    test('has a template of layout only, with named inputs', () => {
      expect(templateProblems(template)).toEqual([]);
    });

    test('has an example', () => expect(examples).not.toEqual([]));

    for (const [example, view] of examples) {
      describe(example, () => {
        test('shows all that the view holds', () => {
          expect(unboundConditions(template, view)).toEqual([]);
          expect(JSON.stringify(card.render(view))).not.toMatch(/\$\{|"\$(when|data)"/);
        });

        test('fits into a message, and says its version, its language and a text for clients without cards', () => {
          const rendered = card.render(view);
          expect(JSON.stringify(rendered).length).toBeLessThanOrEqual(MAX_CARD_LENGTH);
          expect(rendered).toMatchObject({
            version: CARD_VERSION,
            lang: expect.stringMatching(/^(ja|en)$/),
            fallbackText: expect.stringMatching(/\S/),
          });
        });

        test('has buttons whose verb names their feature', () => {
          expect(verbProblems(card.render(view))).toEqual([]);
        });

        test('is read by Microsoft’s renderer without a complaint', () => {
          expect(rendererProblems(card.render(view))).toEqual([]);
        });

        schemaTest('keeps the JSON schema of Adaptive Cards', () => {
          expect(schemaProblems?.(card.render(view))).toEqual([]);
        });

        test('shows hostile texts as they are', () => {
          for (const hostile of HOSTILE) {
            for (const { text, markdown } of textsIn(card.render(filledWith(hostile, view)))) {
              if (!markdown) {
                if (text.includes('Mallory')) expect(text).toContain(hostile);
                continue;
              }
              expect(visibleLines(text)).toEqual(plainLines(hostile));
              expect(htmlOf(text)).not.toMatch(/<(?!\/?p>)/);
              expect(text).not.toContain('{{DATE(');
            }
          }
        });
      });
    }
  });
}
