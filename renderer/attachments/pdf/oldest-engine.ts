// What the reader of PDF files takes for granted and the oldest Chromium that the window may be has not, each as its standard says.

if (!Object.hasOwn(Promise, 'withResolvers')) {
  Promise.withResolvers = <T>(): PromiseWithResolvers<T> => {
    // The constructor runs its function at once; the first values are never seen.
    let resolve: PromiseWithResolvers<T>['resolve'] = () => undefined;
    let reject: PromiseWithResolvers<T>['reject'] = () => undefined;
    const promise = new Promise<T>((onValue, onReason) => {
      resolve = onValue;
      reject = onReason;
    });
    return { promise, resolve, reject };
  };
}

if (!Object.hasOwn(Response.prototype, 'bytes')) {
  Response.prototype.bytes = async function bytes(this: Response) {
    return new Uint8Array(await this.arrayBuffer());
  };
}
