import type { KyselyPlugin } from 'kysely';
import type { Store } from '../../src/db/open';

/** A store of whose answers, within transactions, `onAnswer` hears before they are used. */
export function overheard(store: Store, onAnswer: () => Promise<void>): Store {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      await onAnswer();
      return result;
    },
  };
  return { ...store, write: (work) => store.write((tx) => work(tx.withPlugin(plugin))) };
}
