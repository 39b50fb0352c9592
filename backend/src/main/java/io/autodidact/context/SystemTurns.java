package io.autodidact.context;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The system turns of the last requests: a task is attempted many times, and to find its tools
 * again and again costs more than all else in its prompt. Thread-safe.
 */
final class SystemTurns {
  private static final int MOST = 512;

  private final Map<String, Turn> byRequest =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Turn> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Instructions and tools as one turn.
   *
   * @param head how many of the tokens are instructions
   */
  record Turn(int[] tokens, int head) {}

  /** The turn of a request, made now if it is not known; it may be made twice at the same time. */
  Turn of(String request, Function<String, Turn> make) {
    synchronized (byRequest) {
      var known = byRequest.get(request);
      if (known != null) {
        return known;
      }
    }
    var made = make.apply(request);
    synchronized (byRequest) {
      byRequest.put(request, made);
    }
    return made;
  }
}
