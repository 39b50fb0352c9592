package io.autodidact.sample.inventory;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What was written behind the program's name. */
final class Arguments {

  private static final int LAST_PORT = 65_535;

  private Arguments() {}

  /**
   * The port that {@code --port N}, {@code --port=N} or the same with {@code --server.port} names.
   */
  static int port(String[] arguments, int usual) {
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      words.addAll(List.of(argument.split("=", 2)));
    }
    int port = usual;
    for (Iterator<String> word = words.iterator(); word.hasNext(); ) {
      String name = word.next();
      if (!(name.equals("--port") || name.equals("--server.port")) || !word.hasNext()) {
        throw new IllegalArgumentException(
            "'" + name + "' is not understood. Use --port and a number.");
      }
      port = number(word.next());
    }
    return port;
  }

  private static int number(String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LAST_PORT) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a port. Use 0 for any, or up to 65535.");
    }
    return Integer.parseInt(text);
  }
}
