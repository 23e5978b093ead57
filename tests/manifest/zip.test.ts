import fc from 'fast-check';
import { zip } from '../../src/cli/package/zip';
import { readZip } from './read-zip';

test('what is packed comes out again: names, order and bytes', () => {
  const entries = fc.uniqueArray(
    fc.record({
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      bytes: fc.uint8Array({ maxLength: 2_000 }),
    }),
    { selector: ({ name }) => name, maxLength: 6 },
  );
  fc.assert(
    fc.property(entries, (files) => {
      const unpacked = [...readZip(zip(files))].map(([name, bytes]) => ({
        name,
        bytes: new Uint8Array(bytes),
      }));
      expect(unpacked).toEqual(files);
    }),
    { numRuns: 60 },
  );
});

test('the same files give the same archive', () => {
  const files = [{ name: '研修.txt', bytes: Buffer.from('来月の研修') }];
  expect(zip(files)).toEqual(zip(files));
});
