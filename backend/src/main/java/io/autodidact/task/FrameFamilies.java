package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Operation;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Drawn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds families of difficulty 3 from those that ask for one change: the same for each of several
 * entities, or only if something is so. Each is framed once a way, so that there are not more of
 * these than of all others.
 */
final class FrameFamilies {
  /** More entities or values than these are too many for one sentence. */
  private static final int MOST_ENTITIES = 2;

  private static final int MOST_VALUES = 2;

  private final List<TaskFamily> simple;
  private final Distinctions distinctions;
  private final Domain domain;
  private final Catalogue catalogue;

  FrameFamilies(
      List<TaskFamily> simple, Distinctions distinctions, Domain domain, Catalogue catalogue) {
    this.simple = simple;
    this.distinctions = distinctions;
    this.domain = domain;
    this.catalogue = catalogue;
  }

  List<TaskFamily> all() {
    var framed = new ArrayList<TaskFamily>();
    var suited = simple.stream().filter(this::canBeFramed).toList();
    for (int i = 0; i < suited.size(); i++) {
      forEach(suited.get(i), i).findFirst().ifPresent(framed::add);
      onlyIf(suited.get(i), i).findFirst().ifPresent(framed::add);
    }
    return framed;
  }

  /** What creates something named is not repeated, and has nothing yet to depend on. */
  private boolean canBeFramed(TaskFamily family) {
    return family.isOneChange()
        && family.entities().size() <= MOST_ENTITIES
        && family.drawn() <= MOST_VALUES
        && domain.creates(family.onlyChange().operation()).isEmpty()
        && family.onlyChange().arguments().keySet().stream().noneMatch(one -> one.contains("/0"));
  }

  /**
   * @param turn which of several ways comes first
   */
  private Stream<TaskFamily> forEach(TaskFamily family, int turn) {
    if (!canBeRepeated(family)) {
      return Stream.of();
    }
    return onlyOnes(family)
        .flatMap(
            entity ->
                rotated(distinctions.selectionsOf(family.entities().get(entity)), turn).stream()
                    .map(
                        selection ->
                            framed(
                                family,
                                "%s for each %s by %s"
                                    .formatted(
                                        family.name(), selection.noun(), selection.field()),
                                new Frame.ForEach(entity, selection))));
  }

  private Stream<TaskFamily> onlyIf(TaskFamily family, int turn) {
    return onlyOnes(family)
        .flatMap(
            entity ->
                rotated(distinctions.measuresOf(family.entities().get(entity)), turn).stream()
                    .map(
                        measure ->
                            framed(
                                family,
                                "%s if %s".formatted(family.name(), measure.field()),
                                new Frame.OnlyIf(entity, measure.field(), measure.inFull()))));
  }

  private static TaskFamily framed(TaskFamily family, String name, Frame frame) {
    return new TaskFamily(name, 3, family.entities(), family.parts(), frame);
  }

  /** Entities of which the family has no second one: there is no doubt which is meant. */
  private static Stream<Integer> onlyOnes(TaskFamily family) {
    return Stream.iterate(0, entity -> entity + 1)
        .limit(family.entities().size())
        .filter(one -> Collections.frequency(family.entities(), family.entities().get(one)) == 1);
  }

  /** A name or an address is given to one, not to several. */
  private boolean canBeRepeated(TaskFamily family) {
    Change change = family.onlyChange();
    Operation operation = catalogue.find(change.operation()).orElseThrow();
    return Parameter.of(operation).stream()
        .filter(one -> change.arguments().get(one.pointer()) instanceof Drawn)
        .allMatch(one -> one.isNumber() || one.is("boolean") || one.schema().has("enum"));
  }

  private static <T> List<T> rotated(List<T> list, int by) {
    var rotated = new ArrayList<>(list);
    Collections.rotate(rotated, -by);
    return rotated;
  }
}
