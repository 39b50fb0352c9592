package io.autodidact.console.chart;

import java.util.List;

/**
 * What a chart shows.
 *
 * @param across what the categories are, such as “Round”
 */
public record Figures(String across, Unit unit, List<String> categories, List<Series> series) {
  public Figures {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    for (var one : series) {
      if (one.points().size() != categories.size()) {
        throw new IllegalArgumentException(
            one.name() + " has not one figure for each of " + categories);
      }
    }
  }

  boolean isEmpty() {
    return categories.isEmpty() || series.isEmpty();
  }
}
