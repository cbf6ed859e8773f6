export const Quotes = () => (
  <div>
    <p id="double">{"It's \"good\""}</p>
    <p id="single">{'Say "hi"'}</p>
    <p id="template">{`Plain template`}</p>
    <p id="mixed">
      Hello,{" "}
      <span>x</span>
    </p>
    <p id="spaced">
      Two words{" "}
      and more
    </p>
    <a title={'Old "title"'} href={`/old`}>go</a>
  </div>
);
