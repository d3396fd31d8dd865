import type { Locale, ReportName } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { useState } from 'react';
import { api, saveFile } from '../../api/index.ts';

export interface Wish {
  readonly report: ReportName;
  readonly from: string;
  readonly to: string;
  readonly language: Locale;
  readonly listingId: ListingId | null;
}
export type Form = 'csv' | 'pdf';

/** Whether the report is one of a single market. */
export const ofMarket = (report: ReportName): boolean => report === 'orders' || report === 'trades';

async function download(form: Form, { report, listingId, ...days }: Wish): Promise<string> {
  const query = { ...days, ...(ofMarket(report) && listingId !== null ? { listingId } : {}) };
  if (form === 'pdf') {
    const { name, bytes } = await api('reports.pdf', { params: { report }, query });
    saveFile(name, [new Uint8Array(bytes)], 'application/pdf');
    return name;
  }
  const name = `${report}-${days.from}-${days.to}-${days.language}.csv`;
  // Reading a response as text drops the mark by which spreadsheets know the encoding.
  saveFile(
    name,
    ['\uFEFF', await api('reports.csv', { params: { report }, query })],
    'text/csv;charset=utf-8',
  );
  return name;
}

/** Fetches a report and hands it over. `said` names the last one that was. */
export function useReport() {
  const [state, setState] = useState<{ busy: Form | null; said: string; error: unknown }>({
    busy: null,
    said: '',
    error: null,
  });
  const take = async (form: Form, wish: Wish) => {
    setState({ busy: form, said: '', error: null });
    try {
      const said = await download(form, wish);
      setState({ busy: null, said, error: null });
    } catch (error) {
      setState({ busy: null, said: '', error });
    }
  };
  return { ...state, take };
}
