package io.autodidact.context;

/** A turn of which only a line is remembered. */
final class Clip {
  private static final int LENGTH = 60;

  private Clip() {}

  /** The call and the beginning of what came of it. */
  static String line(String call, String observation) {
    var line = observation.replace('\n', ';');
    return call + ": " + (line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…");
  }
}
