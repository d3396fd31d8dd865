import { policy, settings, type SettingBounds, type SettingName } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { Millis, PersonId } from '@piazza/shared/values';
import type { Context, Sealed } from '../core/index.ts';

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
  /** Oldest first. */
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
  readonly reason: Sealed;
}

export interface SettingsEvent {
  readonly kind: 'settings.changed';
  readonly setting: SettingName;
  readonly version: SettingVersion;
}

/** The number in force now, in the unit of the policy table. */
export const settingOf = ({ settings: { present } }: SettingsView, name: SettingName): number =>
  (present.size === 0 ? undefined : present.get(name)) ?? policy[name];

const boundary = (name: SettingName, bound: SettingBounds['least']): number =>
  bound === 'law' ? policy[name] : bound;

/** Smallest and largest value the setting may have. */
export const boundsOf = (name: SettingName): { readonly least: number; readonly most: number } => ({
  least: boundary(name, settings[name].least),
  most: boundary(name, settings[name].most),
});

/** Precedence: setting_out_of_bounds, nothing_to_change. */
function refusal(view: SettingsView, { setting, value }: PolicyAct): Rejection | null {
  const { least, most } = boundsOf(setting);
  const whole = settings[setting].unit === 'days_ms' ? value % 86_400_000 === 0 : true;
  if (!Number.isSafeInteger(value) || value < least || value > most || !whole)
    return reject('setting_out_of_bounds', { setting, least, most });
  return settingOf(view, setting) === value ? reject('nothing_to_change') : null;
}

/** Changing a number of the policy is anybody's of the desk, with another one's agreement. */
export const policyActs = {
  policy_change: {
    need: ['operator', 'administrator'] as const,
    refusal,
    revision: (view: SettingsView, { setting }: PolicyAct) =>
      `${settingOf(view, setting)}/${view.settings.versions.get(setting)?.length ?? 0}`,
    events: (
      _view: unknown,
      { setting, value, reason }: PolicyAct,
      maker: string,
      { at, actor }: Context,
    ): SettingsEvent[] => [
      {
        kind: 'settings.changed',
        setting,
        version: { value, from: at, maker: maker as PersonId, checker: actor as PersonId, reason },
      },
    ],
  },
};

export function evolveSettings(state: SettingsState, { setting, version }: SettingsEvent): void {
  state.versions.set(setting, [...(state.versions.get(setting) ?? []), version]);
  state.present.set(setting, version.value);
}
