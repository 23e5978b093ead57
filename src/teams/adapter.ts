import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import type { AuthenticateRequestResult, ConnectorClient } from 'botframework-connector';
import type { Channel } from '../config';

/** An activity whose token was verified. */
export interface Verified {
  readonly activity: Activity;
  readonly token: AuthenticateRequestResult;
}

/**
 * The one botbuilder adapter: verifies tokens, and makes connector clients that leave retries to the outbox
 * (their own would double messages and knows no upper bound).
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #appId: string;

  /** `endpoints` are Bot Framework's own settings for another cloud than the public one. */
  constructor(channel: Channel, endpoints: Readonly<Record<string, string>> = {}) {
    super(
      new ConfigurationBotFrameworkAuthentication(
        { ...credentials(channel), ...endpoints },
        undefined,
        undefined,
        undefined,
        { noRetryPolicy: true },
      ),
    );
    this.#appId = channel.kind === 'teams' ? channel.appId : '';
  }

  /** Null when the token does not prove the activity's origin: botbuilder throws other errors than AuthenticationError for forged ones. */
  async verify(activity: Activity, authorization: string): Promise<Verified | null> {
    try {
      return {
        activity,
        token: await this.botFrameworkAuthentication.authenticateRequest(activity, authorization),
      };
    } catch {
      return null;
    }
  }

  async run({ activity, token }: Verified, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.processActivity(token, activity, logic);
  }

  /** A client for writing to people outside a turn. */
  async connectorFor(serviceUrl: string): Promise<ConnectorClient> {
    const factory = this.botFrameworkAuthentication.createConnectorFactory(
      this.createClaimsIdentity(this.#appId),
    );
    return (await factory.create(serviceUrl, undefined as unknown as string)) as ConnectorClient;
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
