import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { HttpRequest, HttpResponse, Route } from '../http/route';
import {
  aadObjectIdIn,
  botActivity,
  contentOf,
  conversationIdOf,
  LOCAL_TENANT,
  serviceUrlOf,
  userIdOf,
} from './activities';
import type { Conversations } from './conversations';
import { connectorError, json, param, readJson } from './http';
import type { People } from './people';
import type { LocalPerson } from './wire';

export interface ConnectorOptions {
  readonly conversations: Conversations;
  readonly people: People;
  readonly baseUrl: () => string;
}

const ROOT = '/local/connector/v3/conversations';

const parameters = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).min(1),
  activity: botActivity.nullish(),
});

/** The part of the Bot Connector API (v3) that a bot of a personal chat calls; the errors carry its codes. */
export function connectorRoutes({ conversations, people, baseUrl }: ConnectorOptions): readonly Route[] {
  /** Does what the bot's activity asks for; answers its id. */
  function accept(person: LocalPerson, activity: z.infer<typeof botActivity>): string {
    const key = person.aadObjectId.toLowerCase();
    switch (activity.type) {
      case 'message':
        return conversations.post(key, 'bot', contentOf(activity));
      case 'typing':
        conversations.typing(key);
        return randomUUID();
      default:
        // Traces and events are for programs: Teams takes them and shows nothing.
        return randomUUID();
    }
  }

  const withPerson =
    (handle: (person: LocalPerson, request: HttpRequest) => HttpResponse | Promise<HttpResponse>) =>
    async (request: HttpRequest): Promise<HttpResponse> => {
      const person = await people.find(aadObjectIdIn(param(request, 'id')));
      return person === null
        ? connectorError(404, 'ConversationNotFound', 'Conversation not found.')
        : handle(person, request);
    };

  const withActivity = (
    handle: (person: LocalPerson, activity: z.infer<typeof botActivity>, id: string) => HttpResponse,
  ) =>
    withPerson((person, request) => {
      const activity = readJson(request, botActivity);
      return activity.ok
        ? handle(person, activity.value, param(request, 'activityId'))
        : connectorError(400, 'BadSyntax', activity.error);
    });

  const noActivity = connectorError(404, 'ActivityNotFoundInConversation', 'Activity not found.');
  const send = withActivity((person, activity) => json(201, { id: accept(person, activity) }));

  async function create(request: HttpRequest): Promise<HttpResponse> {
    const body = readJson(request, parameters);
    if (!body.ok) return connectorError(400, 'BadSyntax', body.error);
    const { members, activity } = body.value;
    const [member] = members;
    if (member === undefined || members.length > 1) {
      return connectorError(400, 'BadSyntax', 'A personal conversation has one member.');
    }
    const person = await people.find(aadObjectIdIn(member.id));
    if (person === null) return connectorError(404, 'UserNotFound', 'No such user.');
    const activityId = activity?.type === 'message' ? accept(person, activity) : undefined;
    return json(201, {
      id: conversationIdOf(person.aadObjectId),
      serviceUrl: serviceUrlOf(baseUrl()),
      ...(activityId !== undefined && { activityId }),
    });
  }

  return [
    { method: 'POST', path: ROOT, handle: create },
    { method: 'POST', path: `${ROOT}/:id/activities`, handle: send },
    { method: 'POST', path: `${ROOT}/:id/activities/:activityId`, handle: send },
    {
      method: 'PUT',
      path: `${ROOT}/:id/activities/:activityId`,
      handle: withActivity((person, activity, id) =>
        conversations.update(person.aadObjectId.toLowerCase(), id, contentOf(activity))
          ? json(200, { id })
          : noActivity,
      ),
    },
    {
      method: 'DELETE',
      path: `${ROOT}/:id/activities/:activityId`,
      handle: withPerson((person, request) =>
        conversations.delete(person.aadObjectId.toLowerCase(), param(request, 'activityId'))
          ? { status: 200 }
          : noActivity,
      ),
    },
    {
      method: 'GET',
      path: `${ROOT}/:id/members`,
      handle: withPerson((person) => json(200, [memberOf(person)])),
    },
    {
      method: 'GET',
      path: `${ROOT}/:id/pagedmembers`,
      handle: withPerson((person) => json(200, { members: [memberOf(person)] })),
    },
    {
      method: 'GET',
      path: `${ROOT}/:id/members/:memberId`,
      handle: withPerson((person, request) =>
        aadObjectIdIn(param(request, 'memberId')) === person.aadObjectId.toLowerCase()
          ? json(200, memberOf(person))
          : connectorError(404, 'MemberNotFoundInConversation', 'Member not found.'),
      ),
    },
  ];
}

const memberOf = ({ aadObjectId, name }: LocalPerson): object => ({
  id: userIdOf(aadObjectId),
  name,
  aadObjectId: aadObjectId.toLowerCase(),
  objectId: aadObjectId.toLowerCase(),
  tenantId: LOCAL_TENANT,
  userRole: 'user',
});
