import { type Activity, type Attachment, CardFactory, MessageFactory } from 'botbuilder';
import type { CardJson, InvokeReply, Message } from '../core/turn';

/** A message as Bot Framework wants it; `summary` is what a notification shows. */
export function writeMessage(message: Message): Partial<Activity> {
  switch (message.kind) {
    case 'text':
      return { ...MessageFactory.text(message.text), textFormat: 'plain' };
    case 'card':
      return { ...MessageFactory.attachment(attach(message.card)), summary: message.summary };
    default:
      throw new Error(message satisfies never);
  }
}

const attach = (card: CardJson): Attachment => CardFactory.adaptiveCard(card);

export interface HttpAnswer {
  readonly status: number;
  readonly body?: object;
}

/** What Teams expects as the body of an invoke; `invoke` is the activity's name. */
export function writeInvokeReply(invoke: string, reply: InvokeReply | null): HttpAnswer {
  if (invoke === 'adaptiveCard/action') return writeActionReply(reply);
  if (reply === null) return { status: 200, body: {} };
  switch (reply.kind) {
    case 'search-results':
      return {
        status: 200,
        body: {
          composeExtension: {
            type: 'result',
            attachmentLayout: 'list',
            attachments: reply.results.map(({ card, title, text }) => ({
              ...attach(card),
              preview: CardFactory.thumbnailCard(title, text),
            })),
          },
        },
      };
    case 'dialog':
      return {
        status: 200,
        body: {
          task: {
            type: 'continue',
            value: { title: reply.title, height: reply.height, width: 'medium', card: attach(reply.card) },
          },
        },
      };
    case 'dialog-closed':
      return {
        status: 200,
        body: reply.text === null ? {} : { task: { type: 'message', value: reply.text } },
      };
    case 'notice':
      return { status: 200, body: { task: { type: 'message', value: reply.text } } };
    case 'card':
      return {
        status: 200,
        body: {
          task: { type: 'continue', value: { height: 'medium', width: 'medium', card: attach(reply.card) } },
        },
      };
    default:
      throw new Error(reply satisfies never);
  }
}

function writeActionReply(reply: InvokeReply | null): HttpAnswer {
  const body =
    reply?.kind === 'card'
      ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card }
      : {
          statusCode: 200,
          type: 'application/vnd.microsoft.activity.message',
          value: reply?.kind === 'notice' ? reply.text : '',
        };
  return { status: 200, body };
}
