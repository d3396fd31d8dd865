/**
 * Some indicators of the IRIS+ catalogue (GIIN) that social ventures often use, with their names there.
 * Any other code of the catalogue may be typed.
 */
export const irisSuggestions = {
  PI4060: 'Client Individuals: Total',
  PI7098: 'Client Individuals: Low Income',
  PI7954: 'Client Households: Total',
  PI2575: 'Client Organizations: Provided New Access',
  PI2640: 'Individuals Housed',
  OI8869: 'Permanent Employees: Total',
  OI4038: 'Permanent Employees: People with Disabilities',
  OI8266: 'Permanent Employees: Low-Income Areas',
  PI3687: 'Jobs Created at Directly Supported/Financed Enterprises: Total',
  PI2389: 'School Enrollment: Total',
  PI2173: 'School Enrollment: Low Income',
  PI9910: 'Student Dropout Rate',
  PI5842: 'Energy Generated for Sale: Renewable',
  OI6697: 'Energy Conserved',
  OI4862: 'Greenhouse Gas Emissions Reduced: Total',
  PI5678: 'Waste Reductions from Services Sold',
  OI7920: 'Waste Reduced',
  OI1674: 'Land Directly Controlled: Cultivated',
} as const;
type IrisCode = keyof typeof irisSuggestions;
export const irisCodes = Object.keys(irisSuggestions) as IrisCode[];
export const isSuggested = (code: string): code is IrisCode => code in irisSuggestions;
