import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  InputHints,
  TurnContext,
} from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Channel } from '../config';
import { postActivity, withoutDetours } from './connector';

/** The one botbuilder adapter: verifies tokens, and makes connector clients that repeat no request by themselves. */
export class TeamsAdapter extends CloudAdapter {
  readonly #appId: string;
  /** By service URL. */
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();

  /** `endpoints` are Bot Framework's own settings for another cloud than the public one. */
  constructor(channel: Channel, endpoints: Readonly<Record<string, string>> = {}) {
    super(new ConfigurationBotFrameworkAuthentication({ ...credentials(channel), ...endpoints }));
    this.#appId = channel.kind === 'teams' ? channel.appId : '';
  }

  /** Whether the token proves the activity's origin: botbuilder throws other errors than AuthenticationError for forged ones. */
  async verify(activity: Activity, authorization: string): Promise<boolean> {
    try {
      await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
      return true;
    } catch {
      return false;
    }
  }

  /** Answers an activity, once: what the channel does not take is thrown. */
  async reply(to: Activity, message: Partial<Activity>): Promise<void> {
    const reference = TurnContext.getConversationReference(to);
    const answer = TurnContext.applyConversationReference(
      { inputHint: InputHints.AcceptingInput, ...message },
      reference,
    );
    const connector = await this.connectorFor(to.serviceUrl);
    const { serviceUrl, conversation } = to;
    const replyTo = reference.activityId ?? '';
    await postActivity(connector, { serviceUrl, conversation: conversation.id, replyTo }, answer);
  }

  /** The client for one service URL, in a turn or outside of one: made once, since that takes longer than a request. */
  connectorFor(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.#connectors.get(serviceUrl);
    if (known !== undefined) return known;
    const made = this.#connect(serviceUrl);
    this.#connectors.set(serviceUrl, made);
    made.catch(() => this.#connectors.delete(serviceUrl));
    return made;
  }

  async #connect(serviceUrl: string): Promise<ConnectorClient> {
    const factory = this.botFrameworkAuthentication.createConnectorFactory(
      this.createClaimsIdentity(this.#appId),
    );
    const connector = await factory.create(serviceUrl, undefined as unknown as string);
    return withoutDetours(connector as ConnectorClient);
  }
}

function credentials(channel: Channel): Record<string, string> {
  if (channel.kind === 'local') return {};
  const { appId, tenantId, credential } = channel;
  switch (credential.kind) {
    case 'secret':
      return {
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppId: appId,
        MicrosoftAppPassword: credential.secret,
        MicrosoftAppTenantId: tenantId,
      };
    case 'managed-identity':
      return { MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId };
    default:
      throw new Error(credential satisfies never);
  }
}
