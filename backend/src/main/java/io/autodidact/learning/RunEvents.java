package io.autodidact.learning;

import static io.autodidact.schema.Tables.RUN_EVENT;

import io.autodidact.schema.tables.records.RunEventRecord;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.StoredJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** The news of a run, in order. */
@Repository
public class RunEvents {
  /** One piece of news. */
  public record RunEvent(long seq, String kind, JsonNode data, Instant at) {}

  void add(DSLContext dsl, RunScope scope, String kind, Object data) {
    dsl.insertInto(RUN_EVENT)
        .set(RUN_EVENT.TENANT_ID, scope.tenant().value())
        .set(RUN_EVENT.LEARNING_RUN_ID, scope.learningRun())
        .set(RUN_EVENT.KIND, kind)
        .set(RUN_EVENT.DATA, StoredJson.write(data))
        .execute();
  }

  /** The newest event of that kind. */
  Optional<RunEvent> newest(DSLContext dsl, RunScope scope, String kind) {
    return dsl.selectFrom(RUN_EVENT)
        .where(
            RUN_EVENT.TENANT_ID.eq(scope.tenant().value()),
            RUN_EVENT.LEARNING_RUN_ID.eq(scope.learningRun()),
            RUN_EVENT.KIND.eq(kind))
        .orderBy(RUN_EVENT.SEQ.desc())
        .limit(1)
        .fetchOptional(RunEvents::read);
  }

  /** The events of one kind, oldest first, from behind {@code after} on. */
  List<RunEvent> of(DSLContext dsl, RunScope scope, String kind, long after, int limit) {
    return dsl.selectFrom(RUN_EVENT)
        .where(
            RUN_EVENT.TENANT_ID.eq(scope.tenant().value()),
            RUN_EVENT.LEARNING_RUN_ID.eq(scope.learningRun()),
            RUN_EVENT.KIND.eq(kind),
            RUN_EVENT.SEQ.gt(after))
        .orderBy(RUN_EVENT.SEQ)
        .limit(limit)
        .fetch(RunEvents::read);
  }

  private static RunEvent read(RunEventRecord row) {
    return new RunEvent(
        row.getSeq(),
        row.getKind(),
        StoredJson.read(row.getData(), JsonNode.class),
        row.getAt().toInstant());
  }

  /** Events behind {@code after}, oldest first. */
  public List<RunEvent> after(DSLContext dsl, RunScope scope, long after, int limit) {
    return dsl.selectFrom(RUN_EVENT)
        .where(
            RUN_EVENT.TENANT_ID.eq(scope.tenant().value()),
            RUN_EVENT.LEARNING_RUN_ID.eq(scope.learningRun()),
            RUN_EVENT.SEQ.gt(after))
        .orderBy(RUN_EVENT.SEQ)
        .limit(limit)
        .fetch(RunEvents::read);
  }
}
