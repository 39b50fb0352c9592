package io.autodidact.context;

import java.util.ArrayList;
import java.util.List;

/**
 * Who used the context budget: the sequence cut into stretches, in order, each with its source. The
 * lengths add up to the length of the sequence, so a stretch can be found and cut out again.
 */
public record TokenAccount(List<Stretch> stretches) {
  /** An account of nothing. */
  public static final TokenAccount EMPTY = new TokenAccount(List.of());

  public TokenAccount {
    stretches = List.copyOf(stretches);
  }

  /** What tokens were spent on. */
  public enum Source {
    SYSTEM,
    TOOLS,
    EXPERIENCE,
    EXAMPLES,
    REQUEST,
    MEMORY,
    OBSERVATION,
    AGENT
  }

  /** So many tokens in a row from one source. */
  public record Stretch(Source source, int tokens) {}

  /** This account and one stretch more; empty stretches are left out. */
  public TokenAccount plus(Source source, int tokens) {
    if (tokens == 0) {
      return this;
    }
    var all = new ArrayList<>(stretches);
    all.add(new Stretch(source, tokens));
    return new TokenAccount(all);
  }

  /** Tokens of one source. */
  public int spent(Source source) {
    return stretches.stream()
        .filter(stretch -> stretch.source() == source)
        .mapToInt(Stretch::tokens)
        .sum();
  }

  /** Tokens of all sources: the length of the sequence. */
  public int total() {
    return stretches.stream().mapToInt(Stretch::tokens).sum();
  }
}
