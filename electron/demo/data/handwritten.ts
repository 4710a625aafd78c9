// The demo account as a table of contents.
import { billingTickets } from './billing.ts';
import { domainTickets } from './domains.ts';
import { emailTickets } from './email.ts';
import { hostingTickets } from './hosting.ts';
import { oddTickets } from './odd.ts';
import type { TicketSeed } from './seed.ts';
import { vpsTickets } from './vps.ts';
import { websiteTickets } from './websites.ts';

export const handwrittenSeeds: readonly TicketSeed[] = [
  ...vpsTickets,
  ...billingTickets,
  ...domainTickets,
  ...emailTickets,
  ...hostingTickets,
  ...websiteTickets,
  ...oddTickets,
];
