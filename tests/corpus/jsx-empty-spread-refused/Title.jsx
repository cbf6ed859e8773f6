export const Title = (props) => <h1 className="title" {...props} />;
