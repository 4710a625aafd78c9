// Tickets at the edges of the contract: no subject, no text, unknown status, what the pages call nullable is null.
import { monitoringPicture, namelessFile } from '../files/seeds.ts';
import { account, colleague } from './account.ts';
import { automatic, customer, days, hours, staff, type TicketSeed } from './seed.ts';

const pictureOnly: TicketSeed = {
  subject: null,
  body: null,
  language: 'sv',
  status: 'open',
  priority: 'low',
  department: 'vps',
  requesterName: account.name,
  opened: hours(11),
  files: [monitoringPicture],
  messages: [],
};

const objectStorage: TicketSeed = {
  subject: 'Do you plan S3 compatible storage?',
  body: 'Hi! We would move about 2 TB of product images to object storage if you offered it in Sweden. Is it on your list, and could we test it?',
  language: 'en',
  status: 'open',
  priority: 'low',
  department: 'sales',
  requesterName: colleague,
  opened: days(1) + hours(8),
  messages: [],
};

const imported: TicketSeed = {
  subject: 'Uppgradering av servern (importerat ärende)',
  body: 'Ursprunglig text saknas i det gamla systemet.',
  language: 'sv',
  status: 'unknown',
  priority: 'low',
  department: 'vps',
  requesterName: null,
  opened: days(1460),
  number: '20417',
  imported: true,
  services: ['backup'],
  messages: [
    automatic(days(1459), 'Ärendet importerades från det tidigare ärendesystemet.', { withoutTime: true }),
    staff('Arkiv', days(1458), null, { files: [namelessFile] }),
    customer(days(1457), 'Tack för hjälpen, allt fungerar efter uppgraderingen.'),
  ],
};

export const oddTickets = [pictureOnly, objectStorage, imported];
