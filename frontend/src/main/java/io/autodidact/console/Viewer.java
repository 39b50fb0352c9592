package io.autodidact.console;

import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/** Figures and times as the person before the screen writes them. */
public record Viewer(Locale locale, ZoneId zone) {
  /** The person this request comes from. */
  public static Viewer current() {
    return of(UI.getCurrent());
  }

  public static Viewer of(UI ui) {
    return new Viewer(ui.getLocale(), zone(ui));
  }

  private static ZoneId zone(UI ui) {
    var told =
        Optional.ofNullable(ui.getPage().getExtendedClientDetails())
            .map(details -> details.getTimeZoneId());
    try {
      return told.map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** {@code 12,345} */
  public String number(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /** With so many digits behind the point at most. */
  public String number(double value, int digits) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }

  /** A share in [0, 1] as {@code 85%} or {@code 85 %}. */
  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }

  /** A difference of shares with its sign, in points of a hundred: {@code +12}. */
  public String points(double difference) {
    long points = Math.round(100 * difference);
    return (points > 0 ? "+" : points < 0 ? "−" : "±") + number(Math.abs(points));
  }

  /** {@code 1 h 20 min}, {@code 3 min 20 s}, {@code 45 s}: the two largest units. */
  public String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return two(seconds / 60, "min", seconds % 60, "s");
    }
    return seconds < 48 * 3600
        ? two(seconds / 3600, "h", seconds % 3600 / 60, "min")
        : two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
  }

  private String two(long large, String unit, long small, String smallUnit) {
    return number(large) + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }

  /** Day and time, as short as it stays clear. */
  public String dateTime(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(zone)
        .format(at);
  }

  /** The time of a day, to the second. */
  public String time(Instant at) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
        .withLocale(locale)
        .withZone(zone)
        .format(at);
  }
}
