import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { uuid, type Input, type Output } from '../api/index.ts';
import { isPassing, sendOrder, type OrderCommand } from './orders-entry.ts';

/**
 * Amends or cancels an order over the socket. The key belongs to the intent: sending the same input again after silence
 * repeats the same command.
 */
export function useOrderCommand<N extends OrderCommand>(name: N) {
  const intent = useRef<{ readonly text: string; readonly key: string } | null>(null);
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input);
      if (intent.current?.text !== text) intent.current = { text, key: uuid() };
      try {
        const reply = await sendOrder(name, intent.current.key, input);
        intent.current = null;
        return reply;
      } catch (error) {
        if (!isPassing(error)) intent.current = null;
        throw error;
      }
    },
  });
}
