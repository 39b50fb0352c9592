package io.autodidact.e2e.demo;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param minutes the run's budget
 * @param json file that gets the figures as data
 */
record Options(String target, double minutes, long seed, Optional<Path> json) {
  static Options parse(String[] arguments) {
    var left = new ArrayDeque<>(List.of(arguments));
    var target = "sample";
    double minutes = 20;
    long seed = 1;
    Optional<Path> json = Optional.empty();
    while (!left.isEmpty()) {
      var argument = left.pop();
      switch (argument) {
        case "sample", "keycloak" -> target = argument;
        case "--minutes" -> minutes = Double.parseDouble(value(left, argument));
        case "--seed" -> seed = Long.parseLong(value(left, argument));
        case "--json" -> json = Optional.of(Path.of(value(left, argument)));
        default ->
            throw new IllegalArgumentException(
                "Unknown argument '"
                    + argument
                    + "'. Use: ./dev demo [keycloak] [--minutes N] [--seed N] [--json FILE]");
      }
    }
    return new Options(target, minutes, seed, json);
  }

  private static String value(ArrayDeque<String> left, String argument) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(argument + " needs a value.");
    }
    return left.pop();
  }
}
