// Which ticket is in front of the user's eyes: what is being read raises no notification.

type Look = { readonly ticketId: string | null; readonly focused: boolean };
export type Looking = {
  set(page: string, look: Look): void;
  forget(page: string): void;
  /** the ticket shown by a focused page, and whether any page is focused */
  now(): { readonly ticketId: string | null; readonly inFront: boolean };
};

/** Nobody looks at anything until a page says so. */
export function createLooking(): Looking {
  const looks = new Map<string, Look>();
  return {
    set: (page, look) => looks.set(page, look),
    forget: (page) => looks.delete(page),
    now() {
      const focused = [...looks.values()].filter((look) => look.focused);
      return {
        ticketId: focused.find((look) => look.ticketId !== null)?.ticketId ?? null,
        inFront: focused.length > 0,
      };
    },
  };
}
