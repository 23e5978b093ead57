import { seededRandom } from '../../classifier';
import { toPlainText } from './plain-text';

/** The ways in which one sentence may arrive: as written, typed in kana only, and each with a slip of the finger. */
export function spellingsOf(text: string, toKana: (text: string) => string): readonly string[] {
  const written = toPlainText(text).voiced;
  const kana = toPlainText(toKana(text)).voiced;
  const random = seededRandom(written.length * 31 + (written.codePointAt(0) ?? 0));
  return [...new Set([written, kana, withSlip(written, random), withSlip(kana, random)])].filter(
    (spelling) => spelling !== '',
  );
}

/** One letter lost, doubled or swapped with the next. */
function withSlip(text: string, random: () => number): string {
  const letters = [...text];
  if (letters.length < 5) return text;
  const at = Math.floor(random() * (letters.length - 1));
  const [letter = '', next = ''] = letters.slice(at, at + 2);
  const slips = [[next], [letter, letter, next], [next, letter]];
  const slip = slips[Math.floor(random() * slips.length)] ?? [letter, next];
  return [...letters.slice(0, at), ...slip, ...letters.slice(at + 2)].join('');
}
