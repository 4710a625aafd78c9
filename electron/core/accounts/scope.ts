// Ticket ids as pages know them: `<accountId>/<id at HostUp>`. No reply can take a wrong way, because its ticket names it.

/** The id as pages know it. @param ticketId as HostUp knows it */
export const scoped = (accountId: string, ticketId: string): string => `${accountId}/${ticketId}`;

/** `accountId` null: the id names no account. */
export function split(scopedId: string): { readonly accountId: string | null; readonly ticketId: string } {
  const slash = scopedId.indexOf('/');
  if (slash <= 0) return { accountId: null, ticketId: scopedId };
  return { accountId: scopedId.slice(0, slash), ticketId: scopedId.slice(slash + 1) };
}
