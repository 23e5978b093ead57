import type { Result } from '../../core/result';
import type { Locale, Message } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Person, Scene } from '../directory';
import type { Table } from '../records';
import type { Campaign } from './campaign';
import type { TemplateId } from './templates';

/**
 * What a feature of its own (the stress check) adds to a template. Wired in bot.ts; campaigns know nothing else of that
 * feature. Rules narrow a campaign; none of them can widen the template's policy.
 */
export interface TemplateRules {
  /** What is missing before a start, in words for who runs it; empty: it may start. Asked again in the transaction that starts it. */
  startProblems?(reader: Reader, campaign: Campaign, locale: Locale): Promise<readonly string[]>;
  /** Lines shown to everybody who is asked, below the card's text: who runs it, who sees what. At most two. */
  itemLines?(campaign: Campaign, locale: Locale): readonly string[];
  /** Buttons on what everybody who is asked sees; each opens a dialog of the other feature, with the campaign's id. At most one. */
  itemDialogs?(
    campaign: Campaign,
    locale: Locale,
  ): readonly { readonly label: string; readonly verb: string }[];
  /**
   * Asked about an imported file before anything of it is kept or matched: what of it may be matched (a row for each who
   * has handed in), or why it is refused. Default: the table as it is.
   */
  readFile?(table: Table, locale: Locale): Result<Table, string>;
  /** Lines on the campaign's own card, for who runs it. */
  facts?(campaign: Campaign, locale: Locale): readonly { readonly title: string; readonly value: string }[];
  /** Buttons on the campaign's card that open a dialog of the other feature; `verb` names it, the campaign's id goes with it. */
  dialogs?(campaign: Campaign, locale: Locale): readonly { readonly label: string; readonly verb: string }[];
  /** What follows an end, shown to who ended it: for example an offer to write to everybody once. */
  afterEnd?(scene: Scene, campaign: Campaign): Promise<readonly Message[]>;
  /** Shown with a glimpse, to HR: for example rates of groups that are big enough. */
  glimpse?(reader: Reader, campaign: Campaign, person: Person, locale: Locale): Promise<readonly string[]>;
}

export type RulesByTemplate = Partial<Readonly<Record<TemplateId, TemplateRules>>>;
