// Tickets about domain names and DNS.
import { zoneFile } from '../files/seeds.ts';
import { account, colleague } from './account.ts';
import { automatic, customer, days, hours, staff, type TicketSeed, text } from './seed.ts';

const transfer: TicketSeed = {
  subject: 'Flytt av norrskenform.example – auktoriseringskod',
  language: 'sv',
  status: 'answered',
  priority: 'medium',
  department: 'domain-names',
  requesterName: account.name,
  opened: hours(20),
  services: ['domain'],
  body: text`
    Hej!

    Vi ska samla våra domäner hos en och samma registrar och behöver auktoriseringskoden för norrskenform.example. Skicka den gärna som krypterat svar, inte med vanlig e-post.
  `,
  messages: [
    staff(
      'Johan',
      hours(18),
      text`
        Hej Elin,

        Självklart. Först behöver jag veta att det är du som frågar: vilka är de fyra sista siffrorna i kundnumret? Markera svaret som krypterat.

        Vänliga hälsningar,
        Johan
      `,
    ),
    customer(hours(17), 'Kundnumret slutar på 0417.', { encrypted: true }),
    staff(
      'Johan',
      hours(3),
      text`
        Hej Elin,

        Tack, det stämmer. Domänen är upplåst och koden är:

        \`\`\`
        nF7#kQ2-vx9L!demo
        \`\`\`

        Den gäller i 30 dagar. Säg till när flytten är klar, så tar jag bort den här texten.

        /Johan
      `,
      { encrypted: true },
    ),
  ],
};

const signedZone: TicketSeed = {
  subject: 'DNSSEC: SERVFAIL from some resolvers since the key rollover',
  language: 'en',
  status: 'in_progress',
  priority: 'high',
  department: 'domain-names',
  requesterName: colleague,
  opened: hours(9),
  services: ['domain'],
  files: [zoneFile],
  body: text`
    Hi,

    since this morning validating resolvers answer SERVFAIL for norrskenform.example, others work:

    \`\`\`
    $ dig norrskenform.example @9.9.9.9 | grep status
    ;; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 51177
    $ dig +cd norrskenform.example @9.9.9.9 +short
    192.0.2.10
    \`\`\`

    It looks as if the DS record at the registry still points to the old key. Our zone is attached.
  `,
  messages: [
    staff(
      'Kim',
      hours(8),
      text`
        Hi Oskar,

        you are right: the old key was withdrawn before the new DS was published. I have sent the new DS to the registry. Their next update runs at the full hour; after that it is a matter of the TTL (3600 s).

        I keep this open until I have seen it validate everywhere.

        Kim
      `,
    ),
    customer(
      hours(7),
      text`
        Thanks for the quick reaction! It is already better from here.

        On Saturday at 09:31, Kim wrote:
        > you are right: the old key was withdrawn before the new DS was published.
        > I have sent the new DS to the registry.
      `,
      { name: colleague },
    ),
  ],
};

const expired: TicketSeed = {
  subject: 'Domänen skidspar.example har gått ut – kan den räddas?',
  language: 'sv',
  status: 'answered',
  priority: 'urgent',
  department: 'domain-names',
  requesterName: account.name,
  opened: days(2) + hours(2),
  services: ['oldDomain'],
  body: text`
    Hej, jag trodde att skidspar.example förnyades automatiskt men nu är sidan borta och domänen står som "Expired". Vi har en tävling om två veckor och alla affischer är tryckta med adressen!!

    Går den att få tillbaka?
  `,
  messages: [
    automatic(days(2) + hours(2), 'Tack, vi har tagit emot ditt ärende.'),
    staff(
      'Kim',
      days(2),
      text`
        Hej Elin,

        Ingen panik, domänen är fortfarande er. Den är i karantän i 51 dagar till och kan förnyas till vanligt pris. Jag har lagt en faktura på kontot; när den är betald är sidan tillbaka inom någon timme.

        Ska jag slå på automatisk förnyelse samtidigt?

        Kim
      `,
    ),
  ],
};

const caaRecord: TicketSeed = {
  subject: 'How do I add a CAA record?',
  language: 'en',
  status: 'closed',
  priority: 'low',
  department: 'domain-names',
  requesterName: colleague,
  opened: days(47),
  changed: days(45),
  services: ['domain'],
  body: 'Hello, I can not find CAA in the list of record types in the DNS editor. Is it supported?',
  messages: [
    staff(
      'Johan',
      days(46) + hours(23),
      text`
        Hi Oskar,

        it is. Choose "Show all types" at the end of the list, then CAA with flag 0, tag "issue" and the name of your certificate authority, for example:

            norrskenform.example.  CAA  0 issue "letsencrypt.org"

        Best regards,
        Johan
      `,
    ),
    customer(days(46) + hours(22), 'Found it, thank you.', { name: colleague }),
    automatic(days(45), 'The ticket was closed because there was no new reply.'),
  ],
};

export const domainTickets = [transfer, signedZone, expired, caaRecord];
