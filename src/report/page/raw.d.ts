/** Files that are imported as the text they hold: what a browser is given as it stands. */
declare module '*?raw' {
  const text: string;
  export default text;
}
