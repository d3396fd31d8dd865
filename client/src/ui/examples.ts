import type { ReactNode } from 'react';

/** What a part shows in the gallery, and what the accessibility tests look at. */
export interface Examples {
  readonly title: string;
  readonly examples: readonly { readonly name: string; readonly render: () => ReactNode }[];
}
