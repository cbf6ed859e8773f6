export const Menu = () => <nav style={styles.menu}>Menu</nav>;
