package io.autodidact.tenant;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The only way to the tables: a transaction in which row-level security knows the tenant. */
@Component
public class TenantTransaction {
  private final DSLContext database;

  public TenantTransaction(DSLContext database) {
    this.database = database;
  }

  /** Runs the work in a transaction of that tenant; a failure rolls all of it back. */
  public <T> T in(TenantId tenant, Function<DSLContext, T> work) {
    return database.transactionResult(
        configuration -> {
          var dsl = DSL.using(configuration);
          dsl.select(
                  DSL.function(
                      "set_config",
                      String.class,
                      DSL.val("autodidact.tenant"),
                      DSL.val(tenant.value().toString()),
                      DSL.inline(true)))
              .fetch();
          return work.apply(dsl);
        });
  }

  /** As {@link #in}, for work without a result. */
  public void run(TenantId tenant, Consumer<DSLContext> work) {
    in(
        tenant,
        dsl -> {
          work.accept(dsl);
          return tenant;
        });
  }
}
