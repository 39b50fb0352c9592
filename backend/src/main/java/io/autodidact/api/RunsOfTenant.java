package io.autodidact.api;

import static io.autodidact.schema.Tables.LEARNING_RUN;

import io.autodidact.tenant.RunScope;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells an empty list from a list of a run that the tenant does not have. */
@Component
public class RunsOfTenant {
  /**
   * Checks that the run is there.
   *
   * @throws NotFound if the tenant has no such run
   */
  public void require(DSLContext dsl, RunScope scope) {
    var run =
        LEARNING_RUN
            .TENANT_ID
            .eq(scope.tenant().value())
            .and(LEARNING_RUN.ID.eq(scope.learningRun()));
    if (!dsl.fetchExists(LEARNING_RUN, run)) {
      throw new NotFound("learning run");
    }
  }
}
