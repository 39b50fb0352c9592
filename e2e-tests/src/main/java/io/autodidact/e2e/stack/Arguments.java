package io.autodidact.e2e.stack;

import java.util.LinkedHashMap;
import java.util.List;

/** Settings of a program as {@code --name=value}. */
final class Arguments {
  private Arguments() {}

  /** Of each name the last; Spring would join them to a list. */
  static List<String> last(List<String> arguments) {
    var settings = new LinkedHashMap<String, String>();
    for (var argument : arguments) {
      settings.put(argument.replaceAll("=.*", ""), argument);
    }
    return List.copyOf(settings.values());
  }
}
