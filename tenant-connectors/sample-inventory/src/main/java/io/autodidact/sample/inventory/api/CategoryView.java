package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.catalogue.Category;
import io.autodidact.sample.inventory.kernel.Id;
import java.time.Instant;
import java.util.Optional;

/** A category as JSON. */
record CategoryView(Id<Category> id, String name, Optional<String> description, Instant createdAt) {

  /** A category in a list. */
  record Row(Id<Category> id, String name) {

    static Row of(Category category) {
      return new Row(category.id(), category.name());
    }
  }

  static CategoryView of(Category category) {
    return new CategoryView(
        category.id(), category.name(), category.data().description(), category.createdAt());
  }
}
