// The support departments of the demo.

export const departments = [
  {
    slug: 'general-web-hosting',
    displayName: 'General - Web hosting',
    description: 'Websites, databases, PHP, WordPress, backups and certificates.',
    email: 'support@support.example',
  },
  {
    slug: 'vps',
    displayName: 'VPS',
    description: 'Virtual servers, IP addresses and networks.',
    email: 'vps@support.example',
  },
  {
    slug: 'domain-names',
    displayName: 'Domain names',
    description: 'Registration, transfers, renewals and DNS.',
    email: 'domains@support.example',
  },
  {
    slug: 'email',
    displayName: 'Email',
    description: 'Mailboxes, delivery, spam and mail programs.',
    email: 'mail@support.example',
  },
  {
    slug: 'billing',
    displayName: 'Billing',
    description: 'Invoices, payments and contracts.',
    email: 'billing@support.example',
  },
  {
    slug: 'sales',
    displayName: 'Sales',
    description: 'Questions before you order.',
    email: 'sales@support.example',
  },
] as const;

export type DepartmentSlug = (typeof departments)[number]['slug'];

export function departmentName(slug: string): string | null {
  return departments.find((department) => department.slug === slug)?.displayName ?? null;
}
