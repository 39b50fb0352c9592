package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.http.Call;
import io.autodidact.sample.inventory.http.Fields;
import io.autodidact.sample.inventory.http.Shape;
import io.autodidact.sample.inventory.kernel.PageRequest;
import io.autodidact.sample.inventory.kernel.Search;
import java.util.function.Supplier;

/** The parameters that all lists share. */
final class Paging {

  private static final int USUAL_SIZE = 20;
  private static final int LONGEST_SEARCH = 100;

  private Paging() {}

  static Supplier<PageRequest> page(Fields fields) {
    var page = fields.optional("page", Shape.number(0, Shape.MOST));
    var size = fields.optional("size", Shape.number(1, PageRequest.LARGEST));
    return () -> new PageRequest(page.get().orElse(0), size.get().orElse(USUAL_SIZE));
  }

  static Supplier<Search> search(Fields fields) {
    var search = fields.optional("search", Shape.text(LONGEST_SEARCH));
    return () -> new Search(search.get());
  }

  /** The page, for lists that take no other parameter. */
  static PageRequest only(Call call) {
    Fields fields = call.parameters();
    return fields.into(page(fields));
  }
}
