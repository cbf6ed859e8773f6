import type { User } from "#tests/support/people.ts";
import type { TestSystem } from "#tests/support/system.ts";

/** What the people of these tests ask for. */
export const HEADER = { command: 'section:header text:"Hello there"' };

type Requested = Awaited<ReturnType<TestSystem["preview"]>>;

export async function cancelledRequest(system: TestSystem, user: User): Promise<Requested> {
  const request = await system.preview(user, HEADER);
  await system.press(user, request.message, "Cancel");
  await system.deliver();
  return request;
}

export async function publishedRequest(system: TestSystem, user: User): Promise<Requested> {
  const request = await system.preview(user, HEADER);
  await system.press(user, request.message, "Confirm");
  await system.deliver();
  return request;
}

/** One that was cancelled, a minute later one that was published, and another minute later one that waits. */
export async function threeRequests(
  system: TestSystem,
  user: User,
): Promise<{ cancelled: Requested; published: Requested; open: Requested }> {
  const cancelled = await cancelledRequest(system, user);
  system.passMinutes(1);
  const published = await publishedRequest(system, user);
  system.passMinutes(1);
  return { cancelled, published, open: await system.preview(user, HEADER) };
}
