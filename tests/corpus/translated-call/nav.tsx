import { __ } from '@wordpress/i18n';

export const NAV = [
  { label: __('Home'), url: '/' },
  { label: __( "Shop" ), url: '/shop' },
];
export const Nav = () => <nav>{NAV.map((each) => <a href={each.url}>{each.label}</a>)}</nav>;
