package io.autodidact.console.run;

import io.autodidact.learning.LearningRun;
import io.autodidact.learning.LearningRunQueries;
import io.autodidact.learning.RunFilter;
import io.autodidact.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/** A tenant's runs by place in the list, as a grid asks for them. */
record RunPages(LearningRunQueries runs, TenantId tenant) {
  List<LearningRun> fetch(Optional<RunFilter> filter, int offset, int limit) {
    return runs.newest(tenant, filter.orElse(RunFilter.ALL), offset, limit);
  }

  int count(Optional<RunFilter> filter) {
    return runs.count(tenant, filter.orElse(RunFilter.ALL));
  }
}
