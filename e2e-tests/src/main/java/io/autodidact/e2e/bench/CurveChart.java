package io.autodidact.e2e.bench;

import java.util.function.IntToDoubleFunction;

/** Draws two curves in the terminal. */
final class CurveChart {
  private static final int WIDTH = 70;
  private static final int HEIGHT = 16;

  private CurveChart() {}

  /**
   * @param calls the last place on the axis
   */
  static String draw(int calls, IntToDoubleFunction guided, IntToDoubleFunction random) {
    var most = Math.max(1, Math.max(guided.applyAsDouble(calls), random.applyAsDouble(calls)));
    var chart = new StringBuilder();
    for (int row = HEIGHT; row >= 1; row--) {
      chart.append("%6.0f │".formatted(most * row / HEIGHT));
      for (int column = 1; column <= WIDTH; column++) {
        int at = Math.max(1, calls * column / WIDTH);
        chart.append(
            level(guided.applyAsDouble(at), most) == row
                ? '●'
                : level(random.applyAsDouble(at), most) == row ? '○' : ' ');
      }
      chart.append('\n');
    }
    return chart
        .append("       └")
        .append("─".repeat(WIDTH))
        .append("\n        calls 1 … %d     ● guided   ○ random\n".formatted(calls))
        .toString();
  }

  private static long level(double value, double most) {
    return Math.round(value / most * HEIGHT);
  }
}
