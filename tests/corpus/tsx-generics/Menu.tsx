import { memo, type ReactNode } from "react";

interface Item<T extends string = string> {
  id: T;
  label: ReactNode;
}

const identity = <T,>(value: T): T => value;

function MenuBase<T extends string>({ items }: { items: readonly Item<T>[] }) {
  const first = items[0]!;
  return (
    <Menu.Root aria-label="Main" style={{ "--menu-gap": "8px", color: "red" } as React.CSSProperties}>
      <Menu.Item<T> value={first.id}>Start</Menu.Item>
      <Menu.Label data-testid="hint">{"Choose one"}</Menu.Label>
      {items.map((item) => (
        <Menu.Item key={item.id} value={item.id} className="generated">
          {item.label}
        </Menu.Item>
      ))}
    </Menu.Root>
  );
}

export default memo(MenuBase) as typeof MenuBase;
