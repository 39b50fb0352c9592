package io.autodidact.exploration;

import io.autodidact.connector.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Parts of a piece of software: what the first fixed segment of a path says, behind what nearly all
 * paths begin with.
 */
final class Groups {
  private static final double NEARLY_ALL = 0.7;

  private final List<String> beginning;

  private Groups(List<String> beginning) {
    this.beginning = beginning;
  }

  static Groups of(List<Operation> operations) {
    List<String> beginning = List.of();
    while (true) {
      int depth = beginning.size();
      var known = beginning;
      var longer =
          operations.stream()
              .map(Operation::path)
              .filter(path -> path.size() > depth + 1 && path.subList(0, depth).equals(known))
              .collect(
                  Collectors.groupingBy(path -> path.subList(0, depth + 1), Collectors.counting()));
      var most = longer.entrySet().stream().max(Map.Entry.comparingByValue());
      if (most.isEmpty() || most.get().getValue() < NEARLY_ALL * operations.size()) {
        return new Groups(beginning);
      }
      beginning = most.get().getKey();
    }
  }

  String of(Operation operation) {
    var path = operation.path();
    boolean usual =
        path.size() > beginning.size() && path.subList(0, beginning.size()).equals(beginning);
    return path.stream()
        .skip(usual ? beginning.size() : 0)
        .filter(segment -> !segment.startsWith("{"))
        .findFirst()
        .orElseGet(() -> path.isEmpty() ? operation.name().split("_", 2)[0] : path.getFirst());
  }
}
