// Every icon of the page: 16 × 16 strokes that take the colour of the text. Decorative; names stand in words.
import type { JSX } from 'preact';

const paths = {
  alert:
    'M8 5v3.5M8 11v.01M7 2.3 1.6 12a1.15 1.15 0 0 0 1 1.7h10.8a1.15 1.15 0 0 0 1-1.7L9 2.3a1.15 1.15 0 0 0-2 0Z',
  archive: 'M2 3h12v3H2zM3 6v7h10V6M6.5 9h3',
  back: 'M10 3 5 8l5 5',
  bellOff: 'M4 11.5V7c0-.7.2-1.4.5-2M6.3 3.4A4 4 0 0 1 12 7v3M3 12.5h9M6.5 14h3M2 2l12 12',
  bell: 'M4 11.5V7a4 4 0 0 1 8 0v4.5l1 1H3zM6.5 14h3',
  building: 'M3 14V3h6v11M9 7h4v7M2 14h12M5 6h2M5 9h2',
  chart: 'M2 14h12M4 11V8M8 11V3M12 11V6',
  check: 'm3 8.5 3.2 3.2L13 5',
  chevronRight: 'm6 3 5 5-5 5',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2 1.5',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  down: 'M8 3v10M4 9l4 4 4-4',
  external: 'M9 3h4v4M13 3 7.5 8.5M11 9v4H3V5h4',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  eyeOff: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM3 13 13 3',
  dots: 'M3.5 7.5v1M3 8h1M8 7.5v1M7.5 8h1M12.5 7.5v1M12 8h1',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  filter: 'M2 4h12M4.5 8h7M7 12h2',
  gear: 'M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M3.6 12.4 5 11M11 5l1.4-1.4',
  inbox: 'M2 9h3l1 2h4l1-2h3M2 9l2-6h8l2 6v4H2z',
  key: 'M6 9.5a3 3 0 1 1 1.3-5.7A3 3 0 0 1 6 9.5ZM8.1 8.6l5.4 5M11 11.3l1.5-1.5',
  keyboard: 'M1.5 4h13v8h-13zM4 6.7v.01M6.7 6.7v.01M9.3 6.7v.01M12 6.7v.01M5 9.5h6',
  list: 'M5.5 4H14M5.5 8H14M5.5 12H14M2.5 4v.01M2.5 8v.01M2.5 12v.01',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  menu: 'M2 4.5h12M2 8h12M2 11.5h12',
  moon: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z',
  picture: 'M2.5 3h11v10h-11zM5.5 6.5v.01M3 12l3.5-3.5L9 11l2-2 2.5 2.5',
  pencil: 'm10.5 3 2.5 2.5L5.5 13 2.5 13.5 3 10.5z',
  pin: 'M5.5 2h5M6.5 2v4L4 9h8L9.5 6V2M8 9v5',
  plus: 'M8 3v10M3 8h10',
  quote: 'M3 4v8M6 5h7M6 8h7M6 11h4',
  refresh: 'M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 2v3h-3',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14',
  sliders:
    'M2 5h6M12 5h2M2 11h2M8 11h6M10 3.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6ZM6 9.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z',
  sort: 'M5 3v10M2.5 10.5 5 13l2.5-2.5M9 4h5M9 8h3.5M9 12h2',
  send: 'M2 8 14 2.5 10.5 13.5 7.5 9zM7.5 9 14 2.5',
  server: 'M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5v.01M5 11v.01',
  stack: 'M8 2 14 5 8 8 2 5zM2.5 8 8 11l5.5-3M2.5 11 8 14l5.5-3',
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7',
  unlink: 'M6 10 4.5 11.5a2.5 2.5 0 0 1-3.5-3.5L3 6M10 6l1.5-1.5a2.5 2.5 0 0 1 3.5 3.5L13 10M2 2l12 12',
  turn: 'M13 4v3a3 3 0 0 1-3 3H3M6 7l-3 3 3 3',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, class: extra }: { name: IconName; class?: string }): JSX.Element {
  return (
    <svg
      class={extra === undefined ? 'icon' : `icon ${extra}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** A ring that turns while something is under way; still when motion is not wanted. */
export function Spinner(): JSX.Element {
  return <span class="spinner" aria-hidden="true" />;
}
