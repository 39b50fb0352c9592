package io.autodidact.sample.inventory.stock;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Ids;
import io.autodidact.sample.inventory.kernel.Page;
import io.autodidact.sample.inventory.kernel.PageRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Everything that ever moved, newest last. */
public final class Movements {

  private final List<Movement> all = new ArrayList<>();
  private final Ids ids;
  private final InstantSource clock;

  public Movements(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  public Page<Movement> page(MovementFilter filter, PageRequest request) {
    return Page.of(all.stream().filter(filter::matches).toList(), request);
  }

  /** Writes a movement that is not recorded yet. */
  Movement draft(
      Movement.Type type,
      Id<Item> item,
      Movement.Route route,
      int quantity,
      Optional<String> note) {
    return new Movement(ids.next(), type, item, route, quantity, note, clock.instant());
  }

  void record(Collection<Movement> movements) {
    all.addAll(movements);
  }
}
