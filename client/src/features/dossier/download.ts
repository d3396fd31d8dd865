import type { DocumentView } from '@piazza/shared/contract';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/index.ts';

/** Fetches a document in the reader's name and hands it over as a file. */
export function useDownload() {
  return useMutation({
    mutationFn: async ({ id }: DocumentView) => {
      const { name, bytes } = await api('documents.download', { params: { documentId: id } });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(
        new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }),
      );
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    },
  });
}
