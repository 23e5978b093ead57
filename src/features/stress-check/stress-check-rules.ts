import { longDay } from '../../core/calendar/written-days';
import type { TemplateRules } from '../campaigns';
import { protocolOf, startProblems } from './protocol';
import { stressCheckTexts } from './stress-check-texts';
import { readTakenFile } from './taken-file';

/** What the stress check adds to its template; the rest is its policy, which nothing here can widen. */
export function stressCheckRules(more: Pick<TemplateRules, 'afterEnd' | 'glimpse'>): TemplateRules {
  return {
    startProblems: async (_, campaign, locale) => startProblems(campaign, locale),
    readFile: readTakenFile,
    itemLines(campaign, locale) {
      const t = stressCheckTexts(locale);
      const protocol = protocolOf(campaign);
      if (protocol === null) return [];
      const profession = protocol.profession === null ? '' : t.professions[protocol.profession];
      return [t.item.who(protocol.implementer, profession, protocol.clerks), t.item.privacy];
    },
    itemDialogs: (_, locale) => [{ label: stressCheckTexts(locale).about.open, verb: 'stressCheck.about' }],
    facts(campaign, locale) {
      const t = stressCheckTexts(locale);
      const protocol = protocolOf(campaign);
      if (protocol === null) return [];
      const { implementer, profession, clerks, deliberatedOn } = protocol;
      const { departments, sections } = campaign.audience;
      return [
        {
          title: t.facts.implementer,
          value:
            implementer === '' || profession === null
              ? t.facts.notYet
              : `${implementer}（${t.professions[profession]}）`,
        },
        { title: t.facts.clerks, value: clerks === '' ? t.facts.notYet : clerks },
        {
          title: t.facts.deliberatedOn,
          value: deliberatedOn === null ? t.facts.notYet : longDay(deliberatedOn, locale),
        },
        // All workplaces: those under 50 by 令和7年法律第33号, in force by May 2028; before that the city's own rule.
        {
          title: t.facts.scope,
          value: departments.length + sections.length === 0 ? t.facts.everywhere : t.facts.somewhere,
        },
      ];
    },
    dialogs: (_, locale) => [{ label: stressCheckTexts(locale).protocol.open, verb: 'stressCheck.protocol' }],
    ...more,
  };
}
