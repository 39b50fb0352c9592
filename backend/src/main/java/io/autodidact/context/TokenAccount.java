package io.autodidact.context;

import java.util.ArrayList;
import java.util.Arrays;
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

  /** The stretches before the agent's first word. */
  public TokenAccount opening() {
    return new TokenAccount(
        stretches.stream().takeWhile(stretch -> stretch.source() != Source.AGENT).toList());
  }

  /** This account without one source. */
  public TokenAccount without(Source source) {
    return new TokenAccount(
        stretches.stream().filter(stretch -> stretch.source() != source).toList());
  }

  /**
   * Takes one source's tokens out of a sequence that begins as this account says; what follows the
   * account stays.
   */
  public int[] cut(int[] sequence, Source source) {
    var kept = new ArrayList<int[]>();
    int at = 0;
    for (var stretch : stretches) {
      if (stretch.source() != source) {
        kept.add(Arrays.copyOfRange(sequence, at, at + stretch.tokens()));
      }
      at += stretch.tokens();
    }
    kept.add(Arrays.copyOfRange(sequence, at, sequence.length));
    return Tokens.join(kept);
  }
}
