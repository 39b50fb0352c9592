package io.autodidact.sample.inventory;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What was written behind the program's name.
 *
 * @param workspace one that is there from the start and never forgotten
 */
record Arguments(int port, Optional<String> workspace) {

  private static final int LAST_PORT = 65_535;

  /**
   * Reads {@code --port N} and {@code --workspace NAME}, each also with {@code =}; {@code
   * --server.port} is the port too.
   */
  static Arguments read(String[] arguments, int usualPort) {
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      words.addAll(List.of(argument.split("=", 2)));
    }
    Arguments read = new Arguments(usualPort, Optional.empty());
    for (Iterator<String> word = words.iterator(); word.hasNext(); ) {
      String name = word.next();
      if (!word.hasNext()) {
        throw notUnderstood(name);
      }
      read = read.with(name, word.next());
    }
    return read;
  }

  private Arguments with(String name, String value) {
    return switch (name) {
      case "--port", "--server.port" -> new Arguments(number(value), workspace);
      case "--workspace" -> new Arguments(port, Optional.of(value));
      default -> throw notUnderstood(name);
    };
  }

  private static IllegalArgumentException notUnderstood(String name) {
    return new IllegalArgumentException(
        "'" + name + "' is not understood. Use --port and a number, or --workspace and a name.");
  }

  private static int number(String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LAST_PORT) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a port. Use 0 for any, or up to 65535.");
    }
    return Integer.parseInt(text);
  }
}
