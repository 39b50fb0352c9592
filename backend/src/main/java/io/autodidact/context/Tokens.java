package io.autodidact.context;

import java.util.Arrays;
import java.util.List;

/** Sequences of token ids. */
public final class Tokens {
  private Tokens() {}

  /** One sequence of all parts, in order. */
  public static int[] join(List<int[]> parts) {
    var all = new int[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (var part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** One sequence of all parts, in order. */
  public static int[] join(int[]... parts) {
    return join(List.of(parts));
  }

  /** Whether the sequence begins with the other. */
  public static boolean startsWith(int[] sequence, int[] beginning) {
    return sequence.length >= beginning.length
        && Arrays.equals(sequence, 0, beginning.length, beginning, 0, beginning.length);
  }
}
