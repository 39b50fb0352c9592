package io.autodidact.console.chart;

import java.util.List;

/**
 * What one line or one colour of bars stands for.
 *
 * @param points one a category, in their order
 */
public record Series(String name, List<Point> points) {
  public Series {
    points = List.copyOf(points);
  }
}
