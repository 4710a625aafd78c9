// Ticket text as elements. It comes as a flat, harmless list and leaves as text nodes: no markup passes through here.
import type { Block, Span } from '../../../electron/contract/model.ts';
import { IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { scrollable } from '../../ui/scrollable.ts';
import { copy } from '../commands/copy.ts';
import { MessageLink } from './message-link.tsx';

type Props = {
  blocks: readonly Block[];
  /** what is copied out of it must leave the clipboard again */
  secret?: boolean;
  /** on paper, where nothing can be unfolded or pressed */
  printed?: boolean;
};

export function Blocks({ blocks, secret = false, printed = false }: Props) {
  return (
    <div class="body">
      {blocks.map((block, index) => (
        <OneBlock key={index} block={block} secret={secret} printed={printed} />
      ))}
    </div>
  );
}

type BlockProps = { block: Block; secret: boolean; printed: boolean };

function OneBlock({ block, secret, printed }: BlockProps) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Spans spans={block.spans} />
        </p>
      );
    case 'code':
      return printed ? <pre>{block.text}</pre> : <Code text={block.text} secret={secret} />;
    case 'list': {
      const items = block.items.map((spans, index) => (
        <li key={index}>
          <Spans spans={spans} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'quote':
      return printed ? (
        <blockquote>
          <Spans spans={block.spans} />
        </blockquote>
      ) : (
        <Quote spans={block.spans} />
      );
  }
}

function Quote({ spans }: { spans: readonly Span[] }) {
  const text = useText();
  return (
    <details class="quote">
      <summary>
        <Icon name="quote" />
        {text.quoted}
      </summary>
      <blockquote>
        <Spans spans={spans} />
      </blockquote>
    </details>
  );
}

function Code({ text: code, secret }: { text: string; secret: boolean }) {
  const stores = useStores();
  const text = useText();
  return (
    <div class="code">
      <pre {...scrollable}>
        <code>{code}</code>
      </pre>
      <IconButton icon="copy" label={text.copy} onPress={() => void copy(stores, code, secret)} />
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
      return <MessageLink text={span.text} href={span.href} host={span.host} />;
  }
}
