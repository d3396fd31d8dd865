import { Autocomplete, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SdgBadge } from '../../../ui/SdgBadge/SdgBadge.tsx';
import { irisCodes, irisSuggestions, isSuggested } from '../draft/iris.ts';
import { FieldFrame } from './FieldFrame.tsx';
import styles from './Fields.module.css';
import { useField } from './useField.ts';
import { useHand } from './hand.ts';

function IrisName({ code }: { readonly code: string }) {
  const { t } = useTranslation('issuerFields');
  if (!isSuggested(code)) return null;
  return (
    <>
      {t(`iris.${code}`)} <small lang="en">({irisSuggestions[code]})</small>
    </>
  );
}

/** The indicator: one of those that are often used, found by code or by words, or any other code. */
export function IndicatorField() {
  const { t } = useTranslation('issuerFields');
  const { draft } = useHand();
  const { input, set, comments, edited } = useField('facts.indicator');
  const words = (code: string): string =>
    isSuggested(code) ? `${code} ${irisSuggestions[code]} ${t(`iris.${code}`)}`.toLowerCase() : code;
  const code = draft.facts.indicator ?? '';
  return (
    <FieldFrame note={isSuggested(code) ? <IrisName code={code} /> : undefined} {...{ comments, edited }}>
      <Autocomplete
        {...input}
        onChange={set}
        data={irisCodes}
        limit={irisCodes.length}
        maxDropdownHeight={320}
        autoComplete="off"
        comboboxProps={{ withinPortal: false }}
        filter={({ options, search }) =>
          options.filter(
            (option) => 'value' in option && words(option.value).includes(search.trim().toLowerCase()),
          )
        }
        renderOption={({ option }) => (
          <span className={styles.option}>
            <strong>{option.value}</strong>
            <span>
              <IrisName code={option.value} />
            </span>
          </span>
        )}
      />
    </FieldFrame>
  );
}

/** The target of the Sustainable Development Goals, named back as its goal. */
export function SdgField() {
  const { draft } = useHand();
  const { input, set, comments, edited } = useField('facts.sdgTarget');
  const { sdgTarget } = draft.facts;
  return (
    <FieldFrame
      note={sdgTarget === null ? undefined : <SdgBadge target={sdgTarget} form="named" />}
      {...{ comments, edited }}
    >
      <TextInput {...input} onChange={(event) => set(event.currentTarget.value)} autoComplete="off" />
    </FieldFrame>
  );
}
