export function NavBar() {
	return (
		<nav className="main">
			<Link to="/">Home</Link>
			<Link to="/shop">Shop</Link>
		</nav>
	);
}

export function SubNav() {
	return (
		<ul className="sub">
			<li>
				<Link to="/help">Help</Link>
			</li>
		</ul>
	);
}
