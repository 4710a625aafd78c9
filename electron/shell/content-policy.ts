// The content security policy that Electron sends with every page. (The page carries one of its own, which the preview
// needs as well; both hold, so each can only take away.)
import { contentPolicyOf } from '../adapters/page-headers.ts';

export const contentPolicy = contentPolicyOf("'self'");
