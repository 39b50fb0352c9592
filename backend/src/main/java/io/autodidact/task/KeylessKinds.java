package io.autodidact.task;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Episode;
import java.util.ArrayList;
import java.util.List;

/**
 * Kinds of things that have no natural key, but whose list can be narrowed to those of another
 * thing, or to those that have some property: one that is alone then can be spoken of.
 */
record KeylessKinds(Catalogue catalogue, Domain keyed) {
  /** Those that can be told apart, with the filters that do. */
  List<EntityKind> among(List<EntityKind> candidates, Episode episode)
      throws InterruptedException {
    var kinds = new ArrayList<EntityKind>();
    for (EntityKind candidate : candidates) {
      var list = catalogue.find(candidate.list().operation()).orElseThrow();
      var rows = ReadOn.rows(candidate, episode);
      if (!rows.isEmpty() && keyed.kind(candidate.noun()).isEmpty()) {
        var filters =
            new TryFilters(keyed, candidate, list, rows)
                .selections(episode).stream().filter(Selection::filters).toList();
        if (filters.stream().anyMatch(Selection::isRelation)) {
          kinds.add(candidate.withFilters(filters));
        }
      }
    }
    return kinds;
  }
}
