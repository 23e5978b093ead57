/** What a list that is shown page by page tells of its pages, for its template. */
export type Paging = {
  hasPages: boolean;
  pages: string;
  hasNext: boolean;
  next: number;
  nextLabel: string;
  hasPrevious: boolean;
  previous: number;
  previousLabel: string;
};

export interface PagingTexts {
  /** Both count from 1. */
  readonly pages: (page: number, of: number) => string;
  readonly next: string;
  readonly previous: string;
}

/** `page` and `last` count from 0. */
export const pagingOf = (page: number, last: number, t: PagingTexts): Paging => ({
  hasPages: last > 0,
  pages: t.pages(page + 1, last + 1),
  hasNext: page < last,
  next: page + 1,
  nextLabel: t.next,
  hasPrevious: page > 0,
  previous: Math.max(0, page - 1),
  previousLabel: t.previous,
});

/** The rows of one page. A page beyond the end, of an old card, is the last one. */
export function pageOf<Row>(
  rows: readonly Row[],
  asked: number,
  size: number,
): { readonly rows: readonly Row[]; readonly page: number; readonly last: number } {
  const last = Math.max(0, Math.ceil(rows.length / size) - 1);
  const page = Math.min(asked, last);
  return { rows: rows.slice(page * size, (page + 1) * size), page, last };
}
