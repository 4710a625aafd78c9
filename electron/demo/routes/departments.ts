// GET /api/v2/support/departments: the only source of valid departmentSlug values.
import { type Call, json } from '../call.ts';
import { departments as all } from '../data/departments.ts';
import type { DemoResponse } from '../types.ts';

/** Always all of them. */
export function departments(_call: Call): DemoResponse {
  return json(200, { departments: all });
}
