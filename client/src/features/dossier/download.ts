import type { DocumentView } from '@piazza/shared/contract';
import { useMutation } from '@tanstack/react-query';
import { api, saveFile } from '../../api/index.ts';

/** Fetches a document in the reader's name and hands it over as a file. */
export function useDownload() {
  return useMutation({
    mutationFn: async ({ id }: DocumentView) => {
      const { name, bytes } = await api('documents.download', { params: { documentId: id } });
      saveFile(name, [new Uint8Array(bytes)], 'application/octet-stream');
    },
  });
}
