export declare const homeFolder: (machine: { env: Readonly<Record<string, string | undefined>>; platform: string; homeDir: string }) => string;
/** True when there was something to remove; throws when it is not practice data or in use. */
export declare const resetPractice: (dir: string, practice: string) => boolean;
