import type * as Cards from 'adaptivecards';
import { prepareLibrary, separateRadios } from './card-library.mjs';
import { cardLook } from './card-look.mjs';
import { h } from './dom.mjs';

/** What somebody did on a card; the inputs are merged into `data` as strings, as Teams does. */
export type CardAction =
  | {
      readonly kind: 'execute';
      readonly id: string | undefined;
      readonly verb: string;
      readonly data: unknown;
    }
  | { readonly kind: 'submit'; readonly data: unknown };

export interface CardHost {
  readonly theme: 'light' | 'dark';
  readonly label: string;
  readonly moreActions: string;
  /** While this runs, the card takes no other action. */
  readonly run: (action: CardAction) => Promise<void>;
}

export interface CardView {
  readonly element: HTMLElement;
  /** The action that the card wants to run by itself when it is shown. */
  readonly refresh: (CardAction & { readonly kind: 'execute' }) | null;
  readonly refreshFor: readonly string[] | null;
  focus(): void;
}

/** Draws an Adaptive Card with Microsoft's renderer. */
export function renderCard(json: object, host: CardHost): CardView {
  prepareLibrary(host.moreActions);
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(cardLook(host.theme));
  card.parse(json);
  const element = h('div', { class: 'card', role: 'group', 'aria-label': host.label, tabindex: -1 });

  let running = false;
  card.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) return openSafely(action.url);
    const done = readAction(action);
    if (done === null || running) return;
    running = true;
    const button = action.renderedElement;
    element.classList.add('is-busy');
    button?.setAttribute('aria-busy', 'true');
    void host.run(done).finally(() => {
      running = false;
      element.classList.remove('is-busy');
      button?.removeAttribute('aria-busy');
    });
  };
  const drawn = card.render();
  if (drawn) {
    // The renderer makes each card a stop of the Tab key of its own.
    drawn.removeAttribute('tabindex');
    separateRadios(drawn);
    element.append(drawn);
  }

  const refresh = card.refresh?.action;
  return {
    element,
    refresh: refresh === undefined ? null : { ...executed(refresh), kind: 'execute' },
    refreshFor: card.refresh?.userIds ?? null,
    focus: () => element.focus({ preventScroll: true }),
  };
}

function readAction(action: Cards.Action): CardAction | null {
  if (action instanceof AdaptiveCards.ExecuteAction) return executed(action);
  if (action instanceof AdaptiveCards.SubmitAction) return { kind: 'submit', data: action.data ?? {} };
  return null;
}

const executed = (action: Cards.ExecuteAction): CardAction & { readonly kind: 'execute' } => ({
  kind: 'execute',
  id: action.id,
  verb: action.verb,
  data: action.data ?? {},
});

/** Opens what a card links to, in a new tab; never a script. */
function openSafely(url: string | undefined): void {
  const target = url === undefined ? null : URL.parse(url, location.href);
  if (target !== null && ['http:', 'https:', 'mailto:', 'tel:'].includes(target.protocol)) {
    window.open(target, '_blank', 'noopener,noreferrer');
  }
}
