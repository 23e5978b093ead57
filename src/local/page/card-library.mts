import type * as Cards from 'adaptivecards';
import { renderMarkdown } from './markdown.mjs';

declare global {
  const AdaptiveCards: typeof Cards;
}

let prepared = false;

/** Sets Microsoft's renderer up once, with what it gets wrong put right. */
export function prepareLibrary(moreActions: string): void {
  AdaptiveCards.Strings.defaults.overflowButtonTooltip = () => moreActions;
  if (prepared) return;
  prepared = true;
  AdaptiveCards.GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = renderMarkdown(text);
    result.didProcess = true;
  };
  // The renderer takes an empty number for one that is out of range, so that no form with an optional one could be sent.
  class NumberInput extends AdaptiveCards.NumberInput {
    override isValid(): boolean {
      if (this.isSet()) return super.isValid();
      const box = this.renderedInputControlElement;
      return !this.isRequired && !(box instanceof HTMLInputElement && box.validity.badInput);
    }
  }
  AdaptiveCards.GlobalRegistry.elements.register('Input.Number', NumberInput);
}

let groups = 0;

/** The renderer names radio buttons by their input alone: the same question on two cards would be one choice. */
export function separateRadios(card: HTMLElement): void {
  groups += 1;
  for (const radio of card.querySelectorAll<HTMLInputElement>('input[type=radio]'))
    radio.name = `${groups}:${radio.name}`;
}
