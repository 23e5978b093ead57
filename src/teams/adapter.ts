import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import type {
  AuthenticateRequestResult,
  ClaimsIdentity,
  ConnectorClient,
  UserTokenClient,
} from 'botframework-connector';
import type { Channel } from '../config';
import { direct } from './connector';

/** An activity whose token was verified. */
export interface Verified {
  readonly activity: Activity;
  readonly token: AuthenticateRequestResult;
}

/** Nobody signs in to anything through the bot; botbuilder makes a client for that in every turn. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  #userTokens: Promise<UserTokenClient> | undefined;
  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    if (this.#userTokens !== undefined) return this.#userTokens;
    const made = super.createUserTokenClient(identity);
    this.#userTokens = made;
    made.catch(() => {
      this.#userTokens = undefined;
    });
    return made;
  }
}

/** The one botbuilder adapter: verifies tokens, and makes connector clients that repeat no request by themselves. */
export class TeamsAdapter extends CloudAdapter {
  readonly #appId: string;
  /** By service URL. */
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();

  /** `endpoints` are Bot Framework's own settings for another cloud than the public one. */
  constructor(channel: Channel, endpoints: Readonly<Record<string, string>> = {}) {
    super(new Authentication({ ...credentials(channel), ...endpoints }));
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

  /** Answers that `logic` sends leave once: what the channel does not take is thrown. */
  async run({ activity, token }: Verified, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const connectorFactory = { create: (serviceUrl: string) => this.connectorFor(serviceUrl) };
    await this.processActivity({ ...token, connectorFactory }, activity, logic);
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
    return direct(connector as ConnectorClient, serviceUrl);
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
