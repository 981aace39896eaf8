import { guarded } from './guard.ts';

const absent = (): never => {
  throw new Error('Error while encrypting: the Chromium host has no access to the key store of the operating system');
};

/** The host has no key store, and says so instead of encrypting with a key that lies beside the data. */
export const safeStorage = guarded('safeStorage', {
  isEncryptionAvailable: (): boolean => false,
  encryptString: absent,
  decryptString: absent,
  getSelectedStorageBackend: (): string => 'unknown',
});
