import type { Examples } from '../examples.ts';
import { FormErrors } from './FormErrors.tsx';

export const formErrors: Examples = {
  title: 'Form errors',
  examples: [
    {
      name: 'two',
      render: () => (
        <FormErrors
          errors={[
            { field: 'email', text: 'Write your email address.' },
            { field: 'password', text: 'The password needs at least 12 characters.' },
          ]}
        />
      ),
    },
  ],
};
