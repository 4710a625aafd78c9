// Tickets about WordPress, certificates, backups and moves.
import { monitoringPicture } from '../files/seeds.ts';
import { account, colleague } from './account.ts';
import { automatic, customer, days, hours, staff, type TicketSeed, text } from './seed.ts';

const whitePage: TicketSeed = {
  subject: 'WordPress: vit sida efter uppdatering',
  language: 'sv',
  status: 'customer_reply',
  priority: 'high',
  department: 'general-web-hosting',
  requesterName: account.name,
  opened: hours(7),
  services: ['blog'],
  body: text`
    Hej! Jag uppdaterade alla tillägg på fjallblogg.example i morse och nu är sidan helt vit, även /wp-admin. Finns det något sätt att backa utan att förlora gårdagens inlägg?
  `,
  messages: [
    staff(
      'Sara',
      hours(6),
      text`
        Hej Elin,

        Det är tillägget "galleri-plus" som kräver PHP 8.2; bloggen kör 8.1. Jag kan

        1. stänga av tillägget (sidan fungerar direkt, bildspelen syns inte), eller
        2. byta bloggen till PHP 8.3.

        Vilket vill du helst?

        Sara
      `,
    ),
    customer(hours(5), 'Nummer 2 om temat klarar det! Annars nummer 1.'),
  ],
};

const restoreBackup: TicketSeed = {
  subject: 'Återställ säkerhetskopia av databasen från i tisdags',
  language: 'sv',
  status: 'answered',
  priority: 'high',
  department: 'general-web-hosting',
  requesterName: account.name,
  opened: days(1) + hours(20),
  services: ['shop', 'backup'],
  body: text`
    Hej,

    En kollega råkade tömma tabellen med produktbilder. Kan ni återställa databasen norrsken_shop från i tisdags kväll till en egen databas, så att vi kan kopiera över tabellen själva?
  `,
  messages: [
    staff(
      'Kim',
      days(1) + hours(18),
      'Hej Elin, det går bra. Vilket användarnamn och lösenord ska jag sätta på kopian? Skriv det i ett krypterat svar. /Kim',
    ),
    customer(days(1) + hours(17), 'Användare: norrsken_restore\nLösenord: björkLöv-47-demo', {
      encrypted: true,
    }),
    staff(
      'Kim',
      days(1) + hours(15),
      text`
        Klart! Databasen heter norrsken_shop_tis och innehåller allt till tisdag 23.50:

        \`\`\`sql
        INSERT INTO norrsken_shop.product_images
        SELECT * FROM norrsken_shop_tis.product_images;
        \`\`\`

        Vi tar bort kopian om 14 dagar om du inte säger något annat.
      `,
    ),
  ],
};

const certificate: TicketSeed = {
  subject: 'SSL-certifikatet går ut om sex dagar',
  language: 'sv',
  status: 'customer_reply',
  priority: 'medium',
  department: 'general-web-hosting',
  requesterName: account.name,
  opened: days(1) + hours(1),
  services: ['certificate', 'domain'],
  body: 'Hej, jag har fått en påminnelse om att *.norrskenform.example snart går ut. Förnyas det av sig självt eller måste jag göra något?',
  messages: [
    staff(
      'Johan',
      hours(23),
      'Hej Elin! Jokerteckencertifikat behöver en DNS-post för kontrollen: lägg till _acme-challenge som CNAME till norrskenform.acme.hostup.example, så sköter vi resten. /Johan',
    ),
    customer(hours(21), 'Posten är tillagd nu. Kan du se den?'),
  ],
};

const migration: TicketSeed = {
  subject: 'Moving eleven sites from another host: order of steps, downtime, and what happens to old mail?',
  language: 'en',
  status: 'customer_reply',
  priority: 'medium',
  department: 'general-web-hosting',
  requesterName: colleague,
  opened: days(5),
  ccEmails: [
    'oskar@norrskenform.example',
    'webb@norrskenform.example',
    'projektledning@norrskenform.example',
  ],
  services: ['shop', 'blog', 'domain', 'mail'],
  body: text`
    Hello,

    we have taken over a small agency and want to move their eleven websites to our business plan. This is a long message, sorry in advance; I would rather ask everything at once than in eleven tickets.

    What we have today: eleven WordPress sites (between 400 MB and 9 GB), all on one shared account at another host. Seven of them send mail through the same account, with 34 mailboxes in total and about 60 GB of mail. Four of the domains are registered there, too; the others are spread over three registrars. Two sites use a nightly import over SFTP from a customer's ERP system, which is allowed by IP address on both ends.

    What we would like to know:

    1. Can you copy the sites for us, and can we look at each of them under a temporary address before we change DNS?
    2. In which order should we move: domains, sites, mail? We can live with a few minutes without the websites, but not without mail.
    3. Is there a way to keep the old mail in its folders? Some of these people have mail from 2009 and look things up in it daily.
    4. The two imports need a fixed outgoing address. Does the business plan have one, or do we need a VPS in between?
    5. What happens to certificates during the move? The old host will not give us the keys.
    6. How long in advance should we lower the TTL, and to what?

    There is no hard deadline, but the contract with the old host ends with the year, and we would like to be done two weeks before that. Please tell me as well if you think that parts of this are a bad idea; we have not done this before.

    Thank you!
    Oskar
  `,
  messages: [
    staff(
      'Sara',
      days(4) + hours(20),
      text`
        Hi Oskar,

        please keep sending long messages, this one saves us both a week. In your order:

        1. Yes and yes. You get <number>.preview.hostup.example for each site.
        2. Sites first, then mail, domains last. A domain transfer changes nothing visible, so it can wait.
        3. We copy with IMAP, folders and dates stay. We run it twice: once beforehand, once after the switch.
        4. The plan has one: 198.51.100.77.
        5. We issue new ones as soon as DNS points here; during the copy we can use a DNS check so that there is no gap.
        6. 300 seconds, two days before.

        Shall we start with the smallest site as a rehearsal?

        Sara
      `,
    ),
    customer(
      days(2),
      'Yes please! The smallest is fjallguide.example. I have sent you the SFTP login in the other ticket.',
      { name: colleague },
    ),
    automatic(days(2), 'Thank you, we have received your reply. We currently answer within a few hours.'),
    customer(hours(26), 'Small correction: the import address on the ERP side is 203.0.113.90, not .80.', {
      name: colleague,
    }),
  ],
};

const campaign: TicketSeed = {
  subject: 'Webbutiken långsam under kampanjen',
  language: 'sv',
  status: 'closed',
  priority: 'critical',
  department: 'general-web-hosting',
  requesterName: account.name,
  opened: days(14),
  changed: days(12),
  services: ['shop', 'app'],
  files: [monitoringPicture],
  body: 'Butiken tar 20–30 sekunder per sida sedan kampanjen startade kl. 09. Vi tappar beställningar! Kan ni ge oss mer kapacitet NU?',
  messages: [
    automatic(days(14), 'Ditt ärende har prioritet kritisk och går direkt till jouren.'),
    staff(
      'Kim',
      days(14) - 4,
      'Hej Elin, jag är på det. 212 samtidiga PHP-processer, gränsen är 40. Jag höjer den till 120 tillfälligt.',
    ),
    customer(days(14) - 9, 'Redan bättre, 8 sekunder nu.'),
    staff(
      'Kim',
      days(14) - 15,
      'Databasen är nästa flaskhals: en fråga utan index på wp_postmeta. Får jag lägga till ett? Det tar under en minut.',
    ),
    customer(days(14) - 16, 'Ja, gör det!'),
    staff(
      'Kim',
      days(14) - 19,
      text`
        Klart:

        \`\`\`sql
        ALTER TABLE wp_postmeta ADD INDEX meta_value_prefix (meta_value(32));
        -- Query OK, 0 rows affected (38.21 sec)
        \`\`\`
      `,
    ),
    customer(days(14) - 21, '0,6 sekunder! Du är fantastisk.'),
    staff(
      'Kim',
      days(14) - 30,
      'Så ska det vara. Jag låter den högre gränsen ligga kvar över helgen och tittar till den i kväll.',
    ),
    staff(
      'Johan',
      days(13) - 300,
      'God morgon! Inga fler toppar i natt. Gränsen är tillbaka på 60, vilket räcker med det nya indexet. /Johan',
    ),
    customer(days(13) - 340, 'Ok, tack båda två.'),
    customer(days(13) - 341, 'Ok'),
    automatic(days(12), 'Ärendet stängdes eftersom det inte har kommit något nytt svar.'),
  ],
};

export const websiteTickets = [whitePage, restoreBackup, certificate, migration, campaign];
