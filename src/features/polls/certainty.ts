import type { Rate } from '../stress-check';

/** How many gave an answer, as it is shown. `between`: from `percent` to below `below`. */
export type Share = Rate | { readonly kind: 'between'; readonly percent: number; readonly below: number };
export type Rounding = (votes: number, answers: number) => Share;

/** How often each answer was given in a part, in the order of the choices; all parts together are everybody. */
interface Counted {
  readonly votes: readonly number[];
}

interface Cell {
  readonly votes: number;
  /** The numbers that would be shown as the same share. */
  readonly least: number;
  readonly most: number;
}

/**
 * The first part of which one could conclude, from the shares of all parts and of all together, that all or nobody in it gave
 * one of the answers; null where there is none. Other votes that would be shown the same are found by moving single votes:
 * within a part from one answer to another, and for an answer between parts or, as far as its share of all allows, in number.
 */
export function toldPart<P extends Counted>(parts: readonly P[], rounding: Rounding): P | null {
  const cells = parts.map(({ votes }) => votes.map((count) => cellOf(count, sum(votes), rounding)));
  const all = sum(parts.map(({ votes }) => sum(votes)));
  const totals = (cells[0] ?? []).map((_, choice) =>
    cellOf(sum(parts.map(({ votes }) => votes[choice] ?? 0)), all, rounding),
  );
  const arcs = arcsOf(cells, totals);
  const told = cells.findIndex((row, part) => {
    const answers = sum(row.map(({ votes }) => votes));
    return row.some(
      ({ votes, least, most }, choice) =>
        (votes === 0 && !(most > 0 && leads(arcs, nodeOf(choice), part, { but: [nodeOf(choice), part] }))) ||
        (votes === answers &&
          !(least < votes && leads(arcs, part, nodeOf(choice), { but: [part, nodeOf(choice)] }))),
    );
  });
  return parts[told] ?? null;

  /** Parts come first among the nodes, then choices, then the one by which the number of an answer may change. */
  function nodeOf(choice: number): number {
    return parts.length + choice;
  }
}

/** From a part to a choice: one vote more; back: one less. */
function arcsOf(
  cells: readonly (readonly Cell[])[],
  totals: readonly Cell[],
): readonly (readonly number[])[] {
  const parts = cells.length;
  const change = parts + totals.length;
  const ofParts = cells.map((row) =>
    row.flatMap(({ votes, most }, choice) => (votes < most ? [parts + choice] : [])),
  );
  const ofChoices = totals.map(({ votes, most }, choice) => [
    ...cells.flatMap((row, part) => {
      const cell = row[choice];
      return cell !== undefined && cell.votes > cell.least ? [part] : [];
    }),
    ...(votes < most ? [change] : []),
  ]);
  const ofChange = totals.flatMap(({ votes, least }, choice) => (votes > least ? [parts + choice] : []));
  return [...ofParts, ...ofChoices, ofChange];
}

function leads(
  arcs: readonly (readonly number[])[],
  from: number,
  to: number,
  { but }: { readonly but: readonly [number, number] },
): boolean {
  const seen = new Set([from]);
  for (const node of seen)
    for (const next of arcs[node] ?? []) if (node !== but[0] || next !== but[1]) seen.add(next);
  return seen.has(to);
}

function cellOf(votes: number, answers: number, rounding: Rounding): Cell {
  const shown = rounding(votes, answers);
  const same = (count: number): boolean => {
    const { kind, percent } = rounding(count, answers);
    return kind === shown.kind && percent === shown.percent;
  };
  let [least, most] = [votes, votes];
  while (least > 0 && same(least - 1)) least -= 1;
  while (most < answers && same(most + 1)) most += 1;
  return { votes, least, most };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
