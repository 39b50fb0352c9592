package io.autodidact.attribution;

import static io.autodidact.schema.Tables.ATTRIBUTION;
import static org.jooq.impl.DSL.excluded;

import io.autodidact.attribution.Attribution.Evidence;
import io.autodidact.rollout.RolloutId;
import io.autodidact.schema.tables.records.AttributionRecord;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** What was said of every step, and the advantage that followed. */
@Repository
public class AttributionRepository {
  /**
   * A step's credit at rest.
   *
   * @param advantage empty if the step was not trained on
   */
  public record StoredAttribution(Attribution attribution, Optional<Double> advantage) {}

  /** Stores the credit of the attempt's steps; what was stored of them before is replaced. */
  void save(DSLContext dsl, TenantId tenant, CreditedRollout credited) {
    var rows = new ArrayList<AttributionRecord>();
    for (int i = 0; i < credited.attributions().size(); i++) {
      rows.add(row(tenant, credited, i));
    }
    if (rows.isEmpty()) {
      return;
    }
    dsl.insertInto(ATTRIBUTION)
        .set(rows)
        .onConflict(ATTRIBUTION.TENANT_ID, ATTRIBUTION.ROLLOUT_ID, ATTRIBUTION.STEP_INDEX)
        .doUpdate()
        .set(ATTRIBUTION.VERDICT, excluded(ATTRIBUTION.VERDICT))
        .set(ATTRIBUTION.REASON, excluded(ATTRIBUTION.REASON))
        .set(ATTRIBUTION.EVIDENCE, excluded(ATTRIBUTION.EVIDENCE))
        .set(ATTRIBUTION.ADVANTAGE, excluded(ATTRIBUTION.ADVANTAGE))
        .execute();
  }

  private static AttributionRecord row(TenantId tenant, CreditedRollout credited, int place) {
    var attribution = credited.attributions().get(place);
    var row = new AttributionRecord();
    row.setTenantId(tenant.value());
    row.setRolloutId(credited.rollout().id().value());
    row.setStepIndex(attribution.step());
    row.setVerdict(attribution.verdict().name());
    row.setReason(attribution.reason());
    row.setEvidence(StoredJson.write(attribution.evidence().toArray(Evidence[]::new)));
    credited.advantages().ifPresent(advantages -> row.setAdvantage(advantages[place]));
    return row;
  }

  /** The credit of an attempt's steps in order; empty if it was not credited. */
  public List<StoredAttribution> of(DSLContext dsl, TenantId tenant, RolloutId rollout) {
    return dsl.selectFrom(ATTRIBUTION)
        .where(ATTRIBUTION.TENANT_ID.eq(tenant.value()), ATTRIBUTION.ROLLOUT_ID.eq(rollout.value()))
        .orderBy(ATTRIBUTION.STEP_INDEX)
        .fetch(AttributionRepository::read);
  }

  private static StoredAttribution read(Record row) {
    return new StoredAttribution(
        new Attribution(
            row.get(ATTRIBUTION.STEP_INDEX),
            Verdict.valueOf(row.get(ATTRIBUTION.VERDICT)),
            row.get(ATTRIBUTION.REASON),
            List.of(StoredJson.read(row.get(ATTRIBUTION.EVIDENCE), Evidence[].class))),
        Optional.ofNullable(row.get(ATTRIBUTION.ADVANTAGE)));
  }
}
