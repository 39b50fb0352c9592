package io.autodidact.task;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The probes of one attempt: what the state was and what it is. */
record Evidence(List<Probe> before, List<Probe> now) {
  Evidence {
    before = List.copyOf(before);
    now = List.copyOf(now);
  }

  /** What changed between the two, in the canonical form those checks ask for. */
  List<Checks.Difference> changes(Checks checks) {
    var keysBefore = NaturalKeys.of(checks.lists(), before);
    var keysNow = NaturalKeys.of(checks.lists(), now);
    var telling =
        keysBefore.agreesWith(keysNow) ? withoutTheUnchanged(List.of(keysBefore, keysNow)) : this;
    var first = telling.first(checks, keysBefore, keysNow);
    return first.differencesTo(telling.last(checks, keysBefore, keysNow, first));
  }

  /**
   * The probes that do not say the same before and now. Where every id stands for the same, the
   * others are equal in canonical form too, and most of them are others: to put them into that form
   * would be most of the work.
   */
  private Evidence withoutTheUnchanged(List<NaturalKeys> keys) {
    var then = byLabel(before, keys);
    var later = byLabel(now, keys);
    return new Evidence(unequal(then, later), unequal(later, then));
  }

  private static List<Probe> unequal(Map<String, Probe> these, Map<String, Probe> those) {
    return these.entrySet().stream()
        .filter(
            one ->
                Optional.ofNullable(those.get(one.getKey()))
                    .filter(other -> other.body().equals(one.getValue().body()))
                    .isEmpty())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Of probes with one label the first counts. */
  private static Map<String, Probe> byLabel(List<Probe> probes, List<NaturalKeys> keys) {
    var byLabel = new LinkedHashMap<String, Probe>();
    probes.forEach(probe -> byLabel.putIfAbsent(Canonical.label(probe, keys), probe));
    return byLabel;
  }

  /** Places that differ from another carrying out of the same plan in an equal episode. */
  Set<String> unstableAgainst(Evidence other, Checks checks) {
    var unstable =
        new HashSet<>(snapshot(checks, true).unstableAgainst(other.snapshot(checks, true)));
    unstable.addAll(snapshot(checks, false).unstableAgainst(other.snapshot(checks, false)));
    return unstable;
  }

  private Snapshot snapshot(Checks checks, boolean beginning) {
    var keysBefore = NaturalKeys.of(checks.lists(), before);
    var keysNow = NaturalKeys.of(checks.lists(), now);
    var first = first(checks, keysBefore, keysNow);
    return beginning ? first : last(checks, keysBefore, keysNow, first);
  }

  private Snapshot first(Checks checks, NaturalKeys keysBefore, NaturalKeys keysNow) {
    return new Canonical(
            checks.lists(), checks.masked(), Optional.empty(), List.of(keysBefore, keysNow))
        .snapshot(before);
  }

  private Snapshot last(
      Checks checks, NaturalKeys keysBefore, NaturalKeys keysNow, Snapshot first) {
    return new Canonical(
            checks.lists(),
            checks.masked(),
            Optional.of(first.elements()),
            List.of(keysNow, keysBefore))
        .snapshot(now);
  }
}
