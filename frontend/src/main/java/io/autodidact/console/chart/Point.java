package io.autodidact.console.chart;

/**
 * A figure and where it lies with 95 % confidence.
 *
 * @param value NaN where there is none; so {@code low} and {@code high} where it is not known how
 *     sure it is
 */
public record Point(double value, double low, double high) {
  public Point {
    if (!Double.isNaN(low) && !(low <= value && value <= high)) {
      throw new IllegalArgumentException(
          "%s does not lie between %s and %s".formatted(value, low, high));
    }
  }

  /** A figure whose interval was rounded, or drawn, on its own. */
  public static Point within(double value, double low, double high) {
    return new Point(value, Math.min(low, value), Math.max(high, value));
  }

  /** A figure of which nobody says how sure it is. */
  public static Point of(double value) {
    return new Point(value, Double.NaN, Double.NaN);
  }

  boolean exists() {
    return !Double.isNaN(value);
  }

  boolean hasInterval() {
    return !Double.isNaN(low);
  }
}
