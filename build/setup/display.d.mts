export declare const needsDisplay: () => boolean;
export declare const authorityFile: (cookie: Buffer) => Buffer;
export declare const startDisplay: () => Promise<{ env: Record<string, string>; stop: () => void }>;
