// @flow strict
import * as React from 'react';

type Props = {| +label: string, +hint?: string |};

const Input: React.AbstractComponent<Props, HTMLInputElement> = React.forwardRef((props: Props, ref) => (
  <label htmlFor="email" className={props.hint ? 'with-hint' : undefined}>
    <span className='caption'>E-mail address</span>
    <input ref={ref} id='email' type='email' placeholder='you@example.com' disabled={false} required />
    <svg aria-hidden='true' xmlns:xlink='http://www.w3.org/1999/xlink'><use xlink:href='#mail' /></svg>
  </label>
));

export default Input;
