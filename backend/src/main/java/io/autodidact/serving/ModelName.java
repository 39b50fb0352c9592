package io.autodidact.serving;

import io.autodidact.release.PublishRelease;
import java.util.regex.Pattern;

/** Which release a consumer calls: {@code agent}, {@code agent@alias} or {@code agent@v3}. */
record ModelName(String agent, Which which) {
  private static final Pattern VERSION = Pattern.compile("v([1-9][0-9]{0,8})");

  /** One of an agent's releases. */
  sealed interface Which {
    /** The one an alias points to at this moment. */
    record Alias(String name) implements Which {}

    /** That one, for ever. */
    record Version(int number) implements Which {}
  }

  static ModelName parse(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return new ModelName(text, new Which.Alias(PublishRelease.STABLE));
    }
    var agent = text.substring(0, at);
    var which = text.substring(at + 1);
    var version = VERSION.matcher(which);
    return version.matches()
        ? new ModelName(agent, new Which.Version(Integer.parseInt(version.group(1))))
        : new ModelName(agent, new Which.Alias(which));
  }
}
