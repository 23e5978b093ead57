import type { Reader, Store } from './store';

/**
 * Keeps in memory what `read` finds, and reads again only when anything at all was written, by whichever process. A
 * transaction always reads: it may have written itself, and may yet be rolled back.
 */
export function whileUnwritten<T>(
  store: Pick<Store, 'db' | 'version'>,
  read: (reader: Reader) => Promise<T>,
): (reader: Reader) => Promise<T> {
  let kept: { readonly version: string; readonly found: Promise<T> } | null = null;
  return (reader) => {
    if (reader !== store.db) return read(reader);
    // Taken before the query: a write in between only makes the next call ask again.
    const version = store.version();
    if (kept?.version === version) return kept.found;
    const found = read(reader);
    const now = { version, found };
    kept = now;
    // What could not be read is asked for again.
    found.catch(() => {
      if (kept === now) kept = null;
    });
    return found;
  };
}
