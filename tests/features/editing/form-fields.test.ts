import fc from 'fast-check';
import { editableColumns, inputText, pagesOf, saysSame } from '../../../src/features/editing/form-fields';
import { shorten } from '../../../src/features/editing/record-words';
import { allDatasets, contacts, courses, faq, recordsOf } from '../../../src/features/records';
import { sampleStore } from './desk';

const EXAMPLES = new Map([
  [faq.name, { id: 'F-1', question: 'q', answer: 'a' }],
  [courses.name, { id: 'C-1', levels: 'new|staff' }],
  [contacts.name, { id: 'C-1' }],
]);

test.each(allDatasets.map((dataset) => [dataset.name, dataset] as const))(
  'every column of %s that can be edited stands on exactly one page',
  (name, dataset) => {
    for (const stored of [null, EXAMPLES.get(name) ?? {}]) {
      const pages = pagesOf(dataset, stored, new Map());
      expect(pages.flat()).toEqual(editableColumns(dataset, stored));
      expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(14);
    }
  },
);

test('a form that nobody touched says what is stored, whatever the record', async () => {
  const store = await sampleStore();
  let seen = 0;
  for (const dataset of allDatasets) {
    for (const { cells } of await recordsOf(store.db, dataset)) {
      for (const column of editableColumns(dataset, cells)) {
        const stored = cells[column.name] ?? '';
        // A blank flag is stored as no.
        if (stored === '' && column.form.kind === 'yes-no') continue;
        seen++;
        if (!saysSame(column, inputText(column, stored), stored))
          throw new Error(`${dataset.name} ${column.name} «${stored}»`);
      }
    }
  }
  expect(seen).toBeGreaterThan(10_000);
});

test('a shortened text is never longer than asked, and cut only when it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, length) => {
      const short = shorten(text, length);
      expect([...short].length).toBeLessThanOrEqual(length);
      if ([...text].length <= length) expect(short).toBe(text);
    }),
  );
});
