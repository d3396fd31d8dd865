export { api } from './call.ts';
export { queryKey, useApi, useCommand, usePages } from './hooks.ts';
export { makePasskey, passkeysWork, showPasskey } from './passkeys.ts';
export { queryClient } from './query-client.ts';
export { isRefused, Refused, Unreachable, type Facts } from './refused.ts';
export { session, useMe } from './session.ts';
export { upload, type UploadName } from './upload.ts';
export { uuid } from './uuid.ts';
export type { Input, Output, ReadName, WriteName } from './types.ts';
