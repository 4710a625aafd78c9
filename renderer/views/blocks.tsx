// Ticket text as elements. It comes as a flat, harmless list and leaves as text nodes: no markup passes through here.
import type { Block, Span } from '../../electron/contract/model.ts';
import { Button } from '../ui/button.tsx';
import { useStores, useText } from '../ui/context.ts';
import { Icon } from '../ui/icon.tsx';
import { scrollable } from '../ui/scrollable.ts';
import { copy, openLink } from './actions.ts';
import { showsHost } from './shown-host.ts';

/** @param secret what is copied out of it must leave the clipboard again */
export function Blocks({ blocks, secret = false }: { blocks: readonly Block[]; secret?: boolean }) {
  return (
    <div class="body">
      {blocks.map((block, index) => (
        <OneBlock key={index} block={block} secret={secret} />
      ))}
    </div>
  );
}

function OneBlock({ block, secret }: { block: Block; secret: boolean }) {
  const text = useText();
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Spans spans={block.spans} />
        </p>
      );
    case 'code':
      return <Code text={block.text} secret={secret} />;
    case 'list': {
      const items = block.items.map((spans, index) => (
        <li key={index}>
          <Spans spans={spans} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'quote':
      return (
        <details class="quote">
          <summary>
            <Icon name="quote" />
            {text.quoted}
          </summary>
          <blockquote>
            <Spans spans={block.spans} />
          </blockquote>
        </details>
      );
  }
}

function Code({ text: code, secret }: { text: string; secret: boolean }) {
  const stores = useStores();
  const text = useText();
  return (
    <div class="code">
      <pre {...scrollable}>
        <code>{code}</code>
      </pre>
      <Button icon="copy" onPress={() => void copy(stores, code, secret)}>
        {text.copy}
      </Button>
    </div>
  );
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return (
    <>
      {spans.map((span, index) => (
        <OneSpan key={index} span={span} />
      ))}
    </>
  );
}

function OneSpan({ span }: { span: Span }) {
  switch (span.kind) {
    case 'text':
      return <>{span.text}</>;
    case 'strong':
      return <strong>{span.text}</strong>;
    case 'emphasis':
      return <em>{span.text}</em>;
    case 'code':
      return <code class={span.text.length < 32 ? 'short' : undefined}>{span.text}</code>;
    case 'break':
      return <br />;
    case 'link':
      return <Link text={span.text} href={span.href} host={span.host} />;
  }
}

/** Opens through the program's one gate. The real host stands beside any text that does not show it. */
function Link({ text: shown, href, host }: { text: string; href: string; host: string }) {
  const stores = useStores();
  const text = useText();
  const honest = showsHost(shown, href, host);
  const open = (event: MouseEvent) => {
    event.preventDefault();
    void openLink(stores, href, host);
  };
  if (!/^(https?|mailto):/i.test(href)) return <>{shown}</>;
  return (
    <span class="link-with-host">
      <a
        href={href}
        rel="noreferrer noopener"
        title={`${href}\n${text.opensIn(host)}`}
        onClick={open}
        onAuxClick={(event) => event.button === 1 && open(event)}
      >
        {shown}
      </a>
      {!honest && host !== '' && <span class="host"> ({host})</span>}
    </span>
  );
}
