export const Footer = () => (
	<footer>
		<small>© {year} Harbour Coffee{' '}<a href="#top">Up</a></small>
	</footer>
);
