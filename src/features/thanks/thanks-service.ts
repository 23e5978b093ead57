import { asMessage, inPlace, notice } from '../../cards/replies';
import type { Message, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { createCardFlow } from './card-flow';
import { createComposeFlow } from './compose-flow';
import { createExpiry } from './expiry';
import { galleryView } from './gallery';
import { createReportFlow } from './report-flow';
import { parseThanksAction, type ThanksAction } from './thanks-actions';
import { thanksCards } from './thanks-cards';
import type { ThanksNeeds } from './thanks-needs';
import { thanksTexts } from './thanks-texts';

/** From picking a colleague to what the two of them do with the card. */
export function createThanks(needs: ThanksNeeds) {
  const cards = createCardFlow(needs);
  const compose = createComposeFlow(needs, cards);
  const report = createReportFlow(needs, cards);

  const gallery = async (scene: Scene): Promise<Message> =>
    asMessage(thanksCards.gallery, await galleryView(needs, scene));

  async function act(scene: Scene, verb: string, data: unknown): Promise<Reply> {
    const action = parseThanksAction(verb, data);
    return action === null ? notice(thanksTexts(scene.locale).old) : button(scene, action);
  }

  function button(scene: Scene, action: ThanksAction): Promise<Reply> | Reply {
    switch (action.verb) {
      case 'thanks.pick':
        return compose.pick(scene, action.name);
      case 'thanks.write':
        return compose.write(scene, action.to);
      case 'thanks.preview':
        return compose.preview(scene, action);
      case 'thanks.send':
        return compose.send(scene, action);
      case 'thanks.cancel':
        return notice(thanksTexts(scene.locale).cancelled);
      case 'thanks.sent':
        return cards.sent(scene, action.id);
      case 'thanks.takeBack':
        return cards.takeBack(scene, action.id);
      case 'thanks.received':
        return cards.received(scene, action.id);
      case 'thanks.share':
        return cards.share(scene, action.id, action.circle);
      case 'thanks.unshare':
        return cards.share(scene, action.id, null);
      case 'thanks.askReport':
        return cards.received(scene, action.id, { asksReport: true });
      case 'thanks.report':
        return report(scene, action.id);
      case 'thanks.gallery':
        return galleryView(needs, scene).then((view) => inPlace(thanksCards.gallery, view));
      default:
        return action satisfies never;
    }
  }

  return { begin: compose.begin, gallery, act, expire: createExpiry(needs) };
}

export type ThanksFeature = ReturnType<typeof createThanks>;
