// How a view reaches the stores and the words, without globals.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Stores } from '../stores/stores.ts';
import type { Dates } from '../text/dates.ts';
import type { Text } from '../text/en.ts';

export const StoresContext = createContext<Stores | null>(null);

export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (stores === null) throw new Error('a view was rendered outside of the page');
  return stores;
}

export const useText = (): Text => useStores().words.value.text;
export const useDates = (): Dates => useStores().words.value.dates;
