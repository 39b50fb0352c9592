package io.autodidact.console;

import io.autodidact.learning.LearningRun;
import io.autodidact.learning.LearningRunRepository;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;

/** A tenant's runs by place in the list, as a grid asks for them. */
record RunPages(TenantTransaction transaction, LearningRunRepository runs, TenantId tenant) {
  List<LearningRun> fetch(int offset, int limit) {
    return transaction.in(tenant, dsl -> runs.newest(dsl, tenant, offset, limit));
  }

  int count() {
    return transaction.in(tenant, dsl -> runs.count(dsl, tenant));
  }
}
