package io.autodidact.exploration;

import java.util.List;

/** How likely a value from a source serves at a slot, judged by names and places alone. */
final class FlowPrior {
  private static final double SAME_NAME = 0.85;

  private FlowPrior() {}

  /** In 0..1. */
  static double of(Slot slot, Source source, Signature producer) {
    var name = Pointers.name(source.path());
    var scalarElement = name.equals("*") || name.isEmpty();
    var field = scalarElement ? new Reference(List.of(), "") : Reference.of(name);
    var container = container(source, producer, scalarElement);
    var byKind =
        kindLikeness(slot, source, producer, container)
            * slot.reference().fieldLikeness(field.kind().isEmpty() ? field.field() : "?");
    var byOwnName =
        field.kind().isEmpty()
            ? 0
            : Words.likeness(slot.reference().kind(), field.kind())
                * slot.reference().fieldLikeness(field.field())
                * 0.8;
    var sameName = name.equals(slot.name()) && !field.kind().isEmpty() ? SAME_NAME : 0;
    return Math.max(sameName, Math.max(byKind, byOwnName));
  }

  private static double kindLikeness(
      Slot slot, Source source, Signature producer, List<String> container) {
    if (slot.inPath() && isSameCollection(slot.collection(), source, producer)) {
      return 1;
    }
    return 0.9 * Words.likeness(slot.reference().kind(), container);
  }

  /** The producer lists, makes or reads the very things that the parameter chooses from. */
  private static boolean isSameCollection(
      List<String> collection, Source source, Signature producer) {
    var path = producer.operation().path();
    var depth = source.path().chars().filter(c -> c == '/').count();
    if (Signature.samePath(collection, path)) {
      return depth <= 2;
    }
    return depth == 1
        && path.size() == collection.size() + 1
        && Signature.isParameter(path.getLast())
        && Signature.samePath(collection, path.subList(0, collection.size()));
  }

  /** Words for the kind of thing whose field the source is. */
  private static List<String> container(Source source, Signature producer, boolean scalarElement) {
    var pointer = scalarElement ? source.path() : Pointers.parent(source.path());
    while (pointer.endsWith("/*")) {
      pointer = Pointers.parent(pointer);
    }
    return pointer.isEmpty() ? producer.kind() : Words.of(Pointers.name(pointer));
  }
}
