// Tickets about mailboxes and delivery.
import { account, colleague } from './account.ts';
import { customer, days, hours, staff, type TicketSeed, text } from './seed.ts';

const bounces: TicketSeed = {
  subject: 'Our mail bounces: SPF fail at large receivers',
  language: 'en',
  status: 'answered',
  priority: 'high',
  department: 'email',
  requesterName: colleague,
  opened: hours(30),
  services: ['mail', 'domain'],
  ccEmails: ['drift@norrskenform.example'],
  body: text`
    Hello,

    since yesterday about one mail in five comes back like this:

    \`\`\`
    <kund@mottagare.example>: host mx1.mottagare.example[203.0.113.40] said:
        550 5.7.23 The message was rejected because of Sender Policy Framework
        violation (in reply to end of DATA command)
    \`\`\`

    We have not changed anything in DNS. Could it be that you send from a new address?
  `,
  messages: [
    staff(
      'Sara',
      hours(28),
      text`
        Hi Oskar,

        we did add two outgoing servers this week, and they are part of spf.hostup.example. Your record, however, lists our old addresses one by one:

        \`\`\`
        "v=spf1 ip4:198.51.100.14 ip4:198.51.100.15 -all"
        \`\`\`

        Please replace it with

        \`\`\`
        "v=spf1 include:spf.hostup.example -all"
        \`\`\`

        and it will follow along by itself from now on.

        Best regards,
        Sara
      `,
    ),
    customer(
      hours(26),
      text`
        Hi Sara,

        changed. Do I need DKIM as well?

        Oskar

        On Friday at 10:14, Sara (HostUp Support) wrote:
        > Please replace it with
        >
        > "v=spf1 include:spf.hostup.example -all"
        >
        > and it will follow along by itself from now on.
      `,
      { name: colleague },
    ),
    staff(
      'Sara',
      hours(2),
      text`
        Hi Oskar,

        DKIM was already on, and I can see that everything you sent since noon was accepted:

        - SPF: pass
        - DKIM: pass
        - DMARC: pass (policy none)

        Once it has been quiet for a week you may want to raise the DMARC policy to \`quarantine\`.

        Sara
      `,
    ),
  ],
};

const calendar: TicketSeed = {
  subject: 'Kalendern syns inte i telefonen',
  language: 'sv',
  status: 'closed',
  priority: 'low',
  department: 'email',
  requesterName: account.name,
  opened: days(23),
  changed: days(22),
  services: ['mail'],
  body: 'Hej! E-posten kommer fram i telefonen men kalendern är tom. Vilken adress ska jag ange för CalDAV?',
  messages: [
    staff(
      'Kim',
      days(22) + hours(23),
      text`
        Hej Elin,

        Server: mail.norrskenform.example
        Användarnamn: hela e-postadressen
        Port: 443 (SSL på)

        Efter någon minut dyker alla kalendrar upp.

        /Kim
      `,
    ),
    customer(days(22) + hours(20), 'Nu ser jag alla möten … tyvärr. 😄 Tack!'),
  ],
};

const spamFilter: TicketSeed = {
  subject: 'Offertförfrågningar hamnar i skräpposten',
  language: 'sv',
  status: 'open',
  priority: 'medium',
  department: 'email',
  requesterName: account.name,
  opened: 38,
  services: ['mail'],
  body: text`
    Hej,

    Förfrågningar från formuläret på vår egen webbplats hamnar i skräpposten hos info@norrskenform.example. De skickas från webbservern (web14) med vår egen adress som avsändare.

    Kan ni vitlista dem, eller borde vi skicka på något annat sätt?

    Hälsningar
    Elin
  `,
  messages: [],
};

export const emailTickets = [bounces, calendar, spamFilter];
