package io.autodidact.connector;

import java.util.List;
import java.util.Optional;

/** The operations of one piece of software, and the parts of its description that are wrong. */
public record Catalogue(List<Operation> operations, List<Defect> defects) {
  public Catalogue {
    operations = List.copyOf(operations);
    defects = List.copyOf(defects);
    var distinct = operations.stream().map(Operation::name).distinct().count();
    if (distinct != operations.size()) {
      throw new IllegalArgumentException("Two operations of a catalogue share a name");
    }
  }

  /** The operation of that name, if there is one. */
  public Optional<Operation> find(String name) {
    return operations.stream().filter(operation -> operation.name().equals(name)).findFirst();
  }
}
