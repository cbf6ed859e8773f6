export function Buttons({ onClick }: Props) {
  return (
    <>
      <button type="button" onClick={onClick}>
        <CartIcon aria-hidden />
        Add to cart
      </button>
      <Link to="/checkout">
        Checkout <ArrowRight size={16} />
      </Link>
    </>
  );
}
