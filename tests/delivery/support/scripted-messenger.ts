import type { AadObjectId } from '../../../src/core/ids';
import { err, ok, type Result } from '../../../src/core/result';
import type { Message } from '../../../src/core/turn';
import {
  type ConversationAddress,
  classifyHttpFailure,
  classifyNetworkFailure,
  type Messenger,
  type Outgoing,
  type SendFailure,
  type Sent,
} from '../../../src/delivery/messenger';
import type { FakeMachine } from './fake-machine';

/** What the channel does with a request. A `lost` one is posted, but the answer never comes; `after` is in ms. */
export type Answer =
  | 'ok'
  | 'silence'
  | 'lost'
  | 'throws'
  | { readonly status: number; readonly retryAfter?: string; readonly code?: string }
  | { readonly network: string }
  | { readonly after: number; readonly answer: Answer };

export interface Call {
  readonly kind: 'create' | 'send' | 'update' | 'delete';
  /** Recipient of a send, activity of the others. */
  readonly to: string;
  readonly text: string;
  readonly at: number;
  readonly signal: AbortSignal | null;
}

/** Keeps every request, and what a person would see; answers as the script says. */
export class ScriptedMessenger implements Messenger {
  readonly calls: Call[] = [];
  /** What stands in the conversations: activity id → text. */
  readonly visible = new Map<string, string>();
  readonly posts: { readonly recipient: string; readonly text: string }[] = [];
  mostInFlight = 0;
  #inFlight = 0;

  constructor(
    readonly machine: FakeMachine,
    readonly answer: (call: Call, nth: number) => Answer = () => 'ok',
  ) {}

  async send({
    recipient,
    address,
    message,
    signal,
    onCreated,
  }: Outgoing): Promise<Result<Sent, SendFailure>> {
    const to = address ?? addressOf(recipient);
    if (address === null) {
      this.#record({ kind: 'create', to: recipient, text: '', signal });
      await onCreated(to);
    }
    return this.#request({ kind: 'send', to: recipient, text: textOf(message), signal }, () => {
      const activityId = `activity-${this.posts.push({ recipient, text: textOf(message) })}`;
      this.visible.set(activityId, textOf(message));
      return { activityId, conversationId: to.conversationId, address: to };
    });
  }

  update(_: ConversationAddress, activityId: string, message: Message, signal: AbortSignal) {
    return this.#request({ kind: 'update', to: activityId, text: textOf(message), signal }, () => {
      this.visible.set(activityId, textOf(message));
    });
  }

  delete(_: ConversationAddress, activityId: string, signal: AbortSignal) {
    return this.#request({ kind: 'delete', to: activityId, text: '', signal }, () => {
      this.visible.delete(activityId);
    });
  }

  sentTo(recipient: AadObjectId): string[] {
    return this.posts.filter((post) => post.recipient === recipient).map((post) => post.text);
  }

  #record(call: Omit<Call, 'at'>): Call {
    const recorded = { ...call, at: this.machine.now() };
    this.calls.push(recorded);
    return recorded;
  }

  async #request<T>(call: Omit<Call, 'at'>, effect: () => T): Promise<Result<T, SendFailure>> {
    const recorded = this.#record(call);
    const nth = this.calls.filter(({ kind, to }) => kind === call.kind && to === call.to).length;
    this.mostInFlight = Math.max(this.mostInFlight, ++this.#inFlight);
    try {
      return await this.#react(this.answer(recorded, nth), effect, call.signal);
    } finally {
      this.#inFlight--;
    }
  }

  async #react<T>(
    answer: Answer,
    effect: () => T,
    signal: AbortSignal | null,
  ): Promise<Result<T, SendFailure>> {
    if (answer === 'ok') return ok(effect());
    if (answer === 'throws') throw new TypeError('a bug in the messenger');
    if (answer === 'silence' || answer === 'lost') {
      if (answer === 'lost') effect();
      await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
      return err({ kind: 'unknown', reason: 'time-out' });
    }
    if ('network' in answer) return err(classifyNetworkFailure(answer.network));
    if ('after' in answer) {
      await this.machine.wait(answer.after);
      return this.#react(answer.answer, effect, signal);
    }
    const { status, retryAfter, code } = answer;
    const headers = new Headers(retryAfter ? { 'retry-after': retryAfter } : {});
    return err(classifyHttpFailure(status, headers, new Date(0), code));
  }
}

export const addressOf = (recipient: AadObjectId): ConversationAddress => ({
  conversationId: `conversation-${recipient}`,
  serviceUrl: 'https://channel.example/',
  reference: '{}',
});

const textOf = (message: Message): string => (message.kind === 'text' ? message.text : message.summary);
