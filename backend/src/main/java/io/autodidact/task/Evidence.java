package io.autodidact.task;

import java.util.HashSet;
import java.util.List;
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
    var first = first(checks, keysBefore, keysNow);
    return first.differencesTo(last(checks, keysBefore, keysNow, first));
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
