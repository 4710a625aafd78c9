// The entry of the page.
import { createBridge } from './bridge.ts';
import { mount } from './mount.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
mount(createBridge(window), window, root);
