package io.autodidact.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A directory in memory that can be away, or lose its answer after it has done its part. */
final class FakeDirectory implements Directory {
  private final Map<String, Guest> accounts = new HashMap<>();
  private final Map<String, UUID> ids = new HashMap<>();
  private final Map<String, Set<UUID>> organisations = new HashMap<>();
  private final Set<String> closed = new HashSet<>();
  private boolean away;
  private boolean losesAnswers;

  void goAway() {
    away = true;
  }

  void loseAnswers() {
    losesAnswers = true;
  }

  void comeBack() {
    away = false;
    losesAnswers = false;
  }

  Set<UUID> membersOf(String alias) {
    return Set.copyOf(organisations.getOrDefault(alias, Set.of()));
  }

  boolean isClosed(String alias) {
    return closed.contains(alias);
  }

  int accounts() {
    return accounts.size();
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public void organisation(String alias, String name, boolean enabled) {
    answer();
    organisations.computeIfAbsent(alias, unknown -> new HashSet<>());
    if (enabled) {
      closed.remove(alias);
    } else {
      closed.add(alias);
    }
  }

  @Override
  public Welcomed welcome(String alias, Guest guest) {
    answer();
    var known = accounts.putIfAbsent(guest.email(), guest);
    if (known != null && !known.invitation().equals(guest.invitation())) {
      throw new UnconfirmedAccount();
    }
    var person = ids.computeIfAbsent(guest.email(), email -> UUID.randomUUID());
    organisations.get(alias).add(person);
    if (losesAnswers) {
      throw new DirectoryAway("The answer got lost");
    }
    return new Welcomed(person, true);
  }

  @Override
  public void join(String alias, UUID person) {
    answer();
    organisations.get(alias).add(person);
  }

  @Override
  public void leave(String alias, UUID person) {
    answer();
    organisations.get(alias).remove(person);
  }

  @Override
  public boolean firstPassword(UUID person, UUID invitation, String password) {
    answer();
    return accounts.values().stream().anyMatch(guest -> guest.invitation().equals(invitation));
  }

  private void answer() {
    if (away) {
      throw new DirectoryAway("It does not answer");
    }
  }
}
