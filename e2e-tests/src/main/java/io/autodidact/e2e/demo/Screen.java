package io.autodidact.e2e.demo;

import java.io.PrintStream;
import java.time.Duration;

/** The terminal: finished lines, and one line that changes. On a pipe the changing line is rare. */
final class Screen {
  private static final int BAR = 28;
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

  /** The line that changes: what is done now, how far it is, how long it may take. */
  void progress(String doing, int done, int total, long secondsLeft) {
    if (!terminal && System.nanoTime() - lastChange < RARE.toNanos()) {
      return;
    }
    lastChange = System.nanoTime();
    var text =
        "  %s %d/%d  %s%s".formatted(bar(done, total), done, total, doing, left(secondsLeft));
    if (terminal) {
      out.print("\r\033[K" + text);
      out.flush();
      changing = true;
    } else {
      out.println(text);
    }
  }

  private void endChange() {
    if (changing) {
      out.print("\r\033[K");
      changing = false;
    }
  }

  private static String bar(int done, int total) {
    int full = total <= 0 ? 0 : Math.min(BAR, (int) Math.round((double) BAR * done / total));
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  private static String left(long seconds) {
    return seconds < 0 ? "" : "  (%s left)".formatted(clock(seconds));
  }

  private static String clock(long seconds) {
    return seconds < 90 ? seconds + " s" : "%d min".formatted(Math.round(seconds / 60.0));
  }
}
