import { draftGaps } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commentsOn } from '../draft/comments.ts';
import { isRequired, type Field, type InputName } from '../draft/fields.ts';
import { useProblemText } from './problemText.ts';
import { useHand } from './hand.ts';

/**
 * One field of the draft with its words. While it is being typed in, a fault that may only be unfinished typing is
 * not held against it; what is too long is said at once.
 */
export function useField(name: Exclude<InputName, `facts.reserves.${string}`>) {
  const { t } = useTranslation('issuerFields');
  const { form, set, problems, draft, strict, request, edited } = useHand();
  const [typing, setTyping] = useState(false);
  const say = useProblemText();
  const field: Field = name;
  const wrong = problems.find((each) => each.field === field);
  const shown = wrong !== undefined && (!typing || wrong.key === 'tooLong');
  const gap = strict && draftGaps(draft).includes(field);
  const error = shown ? say(wrong) : gap && !typing ? t('missing') : undefined;
  const label = t(`${name}.label`);
  return {
    input: {
      id: name,
      label: isRequired(field, draft.facts.instrument) ? label : `${label} (${t('optional')})`,
      description: t(`${name}.help`),
      error,
      value: form[name],
      onFocus: () => setTyping(true),
      onBlur: () => setTyping(false),
    },
    label,
    set: (value: string) => set(name, value),
    comments: commentsOn(request, field),
    edited: edited.has(field),
  };
}
