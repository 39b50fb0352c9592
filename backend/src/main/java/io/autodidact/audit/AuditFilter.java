package io.autodidact.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are wanted; what is not said does not matter.
 *
 * @param who the id of a person's account or of a key
 * @param what an action, or how it begins: {@code alias}, {@code alias.moved}
 * @param thing a kind of thing
 * @param id one thing of that kind
 * @param from included
 * @param to not included
 */
public record AuditFilter(
    Optional<String> who,
    Optional<String> what,
    Optional<String> thing,
    Optional<String> id,
    Optional<Instant> from,
    Optional<Instant> to) {
  public static final AuditFilter ALL =
      new AuditFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
