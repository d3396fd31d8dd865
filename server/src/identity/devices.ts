/** Coarse words for what a person signed in with: enough to know it again, too little to know it by. */
export interface Device {
  readonly browser: 'firefox' | 'edge' | 'opera' | 'chrome' | 'safari' | 'other';
  readonly system: 'windows' | 'android' | 'ios' | 'macos' | 'linux' | 'other';
}

// In this order: most browsers also claim to be those further down.
const browsers: readonly (readonly [Device['browser'], RegExp])[] = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['safari', /\bSafari\//],
];
const systems: readonly (readonly [Device['system'], RegExp])[] = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(?:iPhone|iPad|iPod)\b/],
  ['windows', /\bWindows\b/],
  ['macos', /\bMac OS X\b|\bMacintosh\b/],
  ['linux', /\bLinux\b/],
];

const firstOf = <T extends string>(known: readonly (readonly [T, RegExp])[], text: string): T | 'other' =>
  known.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';

/** The user agent itself is not kept. */
export const deviceOf = (userAgent: string): Device => ({
  browser: firstOf(browsers, userAgent.slice(0, 512)),
  system: firstOf(systems, userAgent.slice(0, 512)),
});

export const unknownDevice: Device = { browser: 'other', system: 'other' };
