/** Work whose asker may have hung up: nothing it stands on may go before it is done. */
export interface UnderWay {
  run<Value>(work: Promise<Value>): Promise<Value>;
  /** Settles when all of it is done. */
  done(): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const works = new Set<Promise<unknown>>();
  return {
    run(work) {
      works.add(work);
      const forget = () => void works.delete(work);
      work.then(forget, forget);
      return work;
    },
    done: async () => void (await Promise.allSettled(works)),
  };
}
