import { policy, settings, type SettingBounds, type SettingName } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { Millis, PersonId } from '@piazza/shared/values';
import { accept, type Context, type Decision, type Sealed } from '../core/index.ts';
import { setTimer, type ScheduleEvent, type SettingsTimer } from '../schedule/index.ts';

/** One value that a setting has had. */
export interface SettingVersion {
  readonly value: number;
  readonly from: Millis;
  readonly maker: PersonId;
  readonly checker: PersonId;
  readonly reason: Sealed;
}

/** Where the venue differs from its policy table; what is not here is as the table says. */
export interface SettingsState {
  readonly present: Map<SettingName, number>;
  /** In the order they were agreed to; those of a later day too. */
  readonly versions: Map<SettingName, SettingVersion[]>;
}
export const initialSettings = (): SettingsState => ({ present: new Map(), versions: new Map() });

export interface SettingsView {
  readonly settings: SettingsState;
}

/** A number of the policy table changed: done when two persons agree. */
export interface PolicyAct {
  readonly kind: 'policy_change';
  readonly setting: SettingName;
  /** In the unit of the policy table. */
  readonly value: number;
  /** From when on it holds; absent: from the agreement on. */
  readonly from?: Millis;
  readonly reason: Sealed;
}

export type SettingsEvent =
  /** `changed` holds at once, `announced` from its day on. */
  | {
      readonly kind: 'settings.changed' | 'settings.announced';
      readonly setting: SettingName;
      readonly version: SettingVersion;
    }
  /** The day of what was announced has come. */
  | { readonly kind: 'settings.applied'; readonly setting: SettingName; readonly value: number };

/** Whether every number is as the policy table has it; orders ask that first, as a look by name is not free. */
export const isUsual = ({ settings: { present } }: SettingsView): boolean => present.size === 0;

/** The number in force now, in the unit of the policy table. */
export const settingOf = ({ settings: { present } }: SettingsView, name: SettingName): number =>
  (present.size === 0 ? undefined : present.get(name)) ?? policy[name];

/** The number that holds at that moment, as far as is agreed; of two from one moment the later agreed one. */
export const settingAt = ({ settings: { versions } }: SettingsView, name: SettingName, at: number): number =>
  (versions.get(name) ?? []).toSorted((a, b) => a.from - b.from).findLast(({ from }) => from <= at)?.value ??
  policy[name];

const boundary = (name: SettingName, bound: SettingBounds['least']): number =>
  bound === 'law' ? policy[name] : bound;

/** Smallest and largest value the setting may have. */
export const boundsOf = (name: SettingName): { readonly least: number; readonly most: number } => ({
  least: boundary(name, settings[name].least),
  most: boundary(name, settings[name].most),
});

/** Why it cannot begin then: a day that has passed, or one too far ahead to be thought of now. */
function dateRefusal(from: Millis | undefined, at: Millis): Rejection | null {
  const most = at + policy.settingAheadMs;
  if (from === undefined || (from > at && from <= most)) return null;
  return reject('setting_date_invalid', {
    after: new Date(at).toISOString(),
    until: new Date(most).toISOString(),
  });
}

/** Precedence: setting_out_of_bounds, setting_date_invalid, nothing_to_change. */
function refusal(view: SettingsView, { setting, value, from }: PolicyAct, { at }: Context): Rejection | null {
  const { least, most } = boundsOf(setting);
  const whole = settings[setting].unit === 'days_ms' ? value % 86_400_000 === 0 : true;
  if (!Number.isSafeInteger(value) || value < least || value > most || !whole)
    return reject('setting_out_of_bounds', { setting, least, most });
  const wrongDate = dateRefusal(from, at);
  if (wrongDate !== null) return wrongDate;
  return settingAt(view, setting, from ?? at) === value ? reject('nothing_to_change') : null;
}

/** Changing a number of the policy is anybody's of the desk, with another one's agreement. */
export const policyActs = {
  policy_change: {
    need: ['operator', 'administrator'] as const,
    refusal,
    revision: (view: SettingsView, { setting }: PolicyAct) =>
      `${settingOf(view, setting)}/${view.settings.versions.get(setting)?.length ?? 0}`,
    events: (
      view: SettingsView,
      { setting, value, reason, from }: PolicyAct,
      maker: string,
      { at, actor }: Context,
    ): (SettingsEvent | ScheduleEvent)[] => {
      const version = {
        value,
        from: from ?? at,
        maker: maker as PersonId,
        checker: actor as PersonId,
        reason,
      };
      if (from === undefined) return [{ kind: 'settings.changed', setting, version }];
      const number = (view.settings.versions.get(setting) ?? []).length + 1;
      return [
        { kind: 'settings.announced', setting, version },
        setTimer(`setting:${setting}:${number}`, from, { kind: 'settings.apply', setting }),
      ];
    },
  },
};

/** What was agreed for this moment holds from here on. */
export function decideSettings(
  view: SettingsView,
  { setting }: SettingsTimer,
  { at }: Context,
): Decision<SettingsEvent> {
  const value = settingAt(view, setting, at);
  return accept(value === settingOf(view, setting) ? [] : [{ kind: 'settings.applied', setting, value }]);
}

export function evolveSettings(state: SettingsState, event: SettingsEvent): void {
  const { setting } = event;
  if (event.kind === 'settings.applied') {
    state.present.set(setting, event.value);
    return;
  }
  const { version } = event;
  state.versions.set(setting, [...(state.versions.get(setting) ?? []), version]);
  if (event.kind === 'settings.changed') state.present.set(setting, version.value);
}
