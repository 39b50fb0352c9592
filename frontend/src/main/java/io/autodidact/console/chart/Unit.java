package io.autodidact.console.chart;

import io.autodidact.console.Viewer;

/** What figures are counted in. */
public enum Unit {
  /** Shares in [0, 1], shown in percent. */
  SHARE,
  /** Plain numbers. */
  COUNT;

  String inWords(double value, Viewer viewer) {
    return switch (this) {
      case SHARE -> viewer.percent(value);
      case COUNT -> viewer.number(value, 1);
    };
  }
}
