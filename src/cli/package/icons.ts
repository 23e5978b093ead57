import type { PackageTexts } from './package-texts';
import { type Picture, readPng } from './png';

/** What Teams asks of an app's icons: color.png 192×192 and filled, outline.png 32×32, white on transparent. */
const RULES = {
  'color.png': { size: 192, check: checkColour },
  'outline.png': { size: 32, check: checkOutline },
} as const;
export type IconName = keyof typeof RULES;
export const ICON_NAMES: readonly IconName[] = ['color.png', 'outline.png'];

/** What is wrong with the icon of this name, in plain words; empty when nothing is. */
export function iconProblems(name: IconName, bytes: Buffer, texts: PackageTexts): string[] {
  const picture = readPng(bytes);
  if (picture === null) return [texts.notPng];
  const { size, check } = RULES[name];
  if (picture.width !== size || picture.height !== size) {
    return [texts.wrongSize(`${picture.width}×${picture.height}`, `${size}×${size}`)];
  }
  return check(picture, texts);
}

function checkColour(picture: Picture, texts: PackageTexts): string[] {
  return pixels(picture).every(({ alpha }) => alpha === 255) ? [] : [texts.notOpaque];
}

function checkOutline(picture: Picture, texts: PackageTexts): string[] {
  const all = pixels(picture);
  const seen = all.filter(({ alpha }) => alpha > 0);
  if (seen.length === 0) return [texts.blank];
  return [
    ...(seen.length === all.length ? [texts.notTransparent] : []),
    ...(seen.every(({ white }) => white) ? [] : [texts.notWhite]),
  ];
}

function pixels({ rgba }: Picture): { white: boolean; alpha: number }[] {
  return Array.from({ length: rgba.length / 4 }, (_, index) => {
    const [red, green, blue, alpha = 0] = rgba.subarray(index * 4, index * 4 + 4);
    return { white: red === 255 && green === 255 && blue === 255, alpha };
  });
}
