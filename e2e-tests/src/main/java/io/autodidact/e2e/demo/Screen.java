package io.autodidact.e2e.demo;

import java.io.PrintStream;
import java.time.Duration;

/** The terminal: finished lines, and one line that changes. On a pipe the changing line is rare. */
final class Screen {
  private static final int BAR = 20;
  private static final int WIDTH = Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "80"));
  private static final Duration RARE = Duration.ofSeconds(15);

  private final PrintStream out;
  private final boolean terminal;
  private long lastChange = System.nanoTime();
  private boolean changing;

  Screen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A line that stays. */
  void line(String text) {
    endChange();
    out.println(text);
  }

  /** A heading above the lines that follow. */
  void heading(String text) {
    line("");
    line(terminal ? "\033[1m" + text + "\033[0m" : text);
  }

  /** The line that changes: how far the stage is, what is done now, how long it may take. */
  void progress(String doing, int done, int total, long secondsLeft) {
    if (!terminal && System.nanoTime() - lastChange < RARE.toNanos()) {
      return;
    }
    lastChange = System.nanoTime();
    double share = total <= 0 ? 0 : Math.clamp((double) done / total, 0, 1);
    var text = "  %s %3.0f %%  %s%s".formatted(bar(share), 100 * share, doing, left(secondsLeft));
    if (terminal) {
      out.print("\r\033[K" + fitting(text));
      out.flush();
      changing = true;
    } else {
      out.println(text);
    }
  }

  /** A longer line would wrap, and then not be overwritten by the next one. */
  private static String fitting(String text) {
    return text.length() < WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
  }

  private void endChange() {
    if (changing) {
      out.print("\r\033[K");
      changing = false;
    }
  }

  private static String bar(double share) {
    int full = (int) Math.round(BAR * share);
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  private static String left(long seconds) {
    return seconds < 0 ? "" : "  (%s left)".formatted(clock(seconds));
  }

  private static String clock(long seconds) {
    return seconds < 90 ? seconds + " s" : "%d min".formatted(Math.round(seconds / 60.0));
  }
}
