/** The little of citeproc-js that is used here. */
declare module 'citeproc' {
  type System = {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): unknown;
  };
  class Engine {
    constructor(system: System, style: string, language: string, isForced: boolean);
    setOutputFormat(format: 'text'): void;
    updateItems(ids: readonly string[]): void;
    makeBibliography(): false | [unknown, string[]];
  }
  const citeproc: { Engine: typeof Engine };
  export default citeproc;
}
