import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { iconProblems } from '../../src/cli/package/icons';
import { packageTexts } from '../../src/cli/package/package-texts';
import { readPng } from '../../src/cli/package/png';

const texts = packageTexts('ja');
const icon = (name: string) => readFileSync(path.join(__dirname, '../../manifest', name));

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];
const CLEAR: Pixel = [0, 0, 0, 0];
const WHITE: Pixel = [255, 255, 255, 255];
const GREEN: Pixel = [11, 110, 90, 255];

/** A square RGBA picture of unfiltered rows. */
function png(size: number, pixel: (x: number, y: number) => Pixel): Buffer {
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (_, x) => pixel(x, y)).flat(),
  ]);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    checksum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, checksum]);
  };
  const head = Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, 6, 0, 0, 0]);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.of()),
  ]);
}

test('the icons of this project keep every rule', () => {
  expect(iconProblems('color.png', icon('color.png'), texts)).toEqual([]);
  expect(iconProblems('outline.png', icon('outline.png'), texts)).toEqual([]);
});

test('their pixels are read right, whatever row filter the encoder chose', () => {
  const colour = readPng(icon('color.png'));
  expect([...(colour?.rgba.subarray(0, 4) ?? [])]).toEqual([17, 139, 114, 255]);
  expect([...(colour?.rgba.subarray(-4) ?? [])]).toEqual([11, 110, 90, 255]);
});

test.each<[string, Buffer, string[]]>([
  ['a white sign on nothing', png(32, (x) => (x === 16 ? WHITE : CLEAR)), []],
  ['a coloured sign', png(32, (x) => (x === 16 ? GREEN : CLEAR)), [texts.notWhite]],
  ['a filled square', png(32, () => WHITE), [texts.notTransparent]],
  ['an empty picture', png(32, () => CLEAR), [texts.blank]],
  ['a small picture', png(31, () => CLEAR), [texts.wrongSize('31×31', '32×32')]],
  ['a damaged picture', png(32, () => WHITE).subarray(0, 60), [texts.notPng]],
])('outline.png: %s', (_, bytes, problems) => {
  expect(iconProblems('outline.png', bytes, texts)).toEqual(problems);
});

test('color.png fills its whole square', () => {
  const withHole = png(192, (x, y) => (x === 0 && y === 0 ? CLEAR : GREEN));
  expect(iconProblems('color.png', withHole, texts)).toEqual([texts.notOpaque]);
});
