import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from '../api/index.ts';
import { SlotsProvider } from '../slots/slots.ts';
import { router } from './router.ts';
import { slots } from './slots.ts';
import { cssVariables, theme } from './theme/theme.ts';

const schemes = localStorageColorSchemeManager({ key: 'piazza.scheme' });

/** @param nonce of the content security policy, for the few styles that are made at run time. */
export function App({ nonce }: { readonly nonce: string }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <SlotsProvider value={slots}>
          <RouterProvider router={router} />
        </SlotsProvider>
        <Notifications position="top-right" containerWidth={380} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
