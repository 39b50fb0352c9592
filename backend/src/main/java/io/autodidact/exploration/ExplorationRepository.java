package io.autodidact.exploration;

import static io.autodidact.schema.Tables.COVERAGE;
import static io.autodidact.schema.Tables.FINDING;
import static io.autodidact.schema.Tables.FLOW;
import static io.autodidact.schema.Tables.TRANSITION;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.StoredJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Explorations as they lie in the tables {@code transition, flow, coverage, finding}. */
@Repository
public class ExplorationRepository {
  /** Adds calls; each must be new. */
  public void add(DSLContext dsl, RunScope scope, List<Transition> transitions) {
    dsl.batch(
            transitions.stream()
                .map(
                    transition ->
                        dsl.insertInto(TRANSITION)
                            .set(TRANSITION.TENANT_ID, scope.tenant().value())
                            .set(TRANSITION.LEARNING_RUN_ID, scope.learningRun())
                            .set(TRANSITION.SEQ, transition.seq())
                            .set(TRANSITION.EPISODE_SEED, transition.episodeSeed())
                            .set(TRANSITION.OPERATION, transition.call().operation())
                            .set(
                                TRANSITION.ARGUMENTS,
                                StoredJson.write(transition.call().arguments()))
                            .set(TRANSITION.PROVENANCE, written(transition.provenance()))
                            .set(TRANSITION.OUTCOME, written(transition.outcome()))
                            .set(TRANSITION.SUCCEEDED, transition.outcome().succeeded()))
                .toList())
        .execute();
  }

  /** The calls of a run, in order. */
  public List<Transition> transitions(DSLContext dsl, RunScope scope) {
    return dsl.selectFrom(TRANSITION)
        .where(TRANSITION.TENANT_ID.eq(scope.tenant().value()))
        .and(TRANSITION.LEARNING_RUN_ID.eq(scope.learningRun()))
        .orderBy(TRANSITION.SEQ)
        .fetch(
            row ->
                new Transition(
                    row.getSeq(),
                    row.getEpisodeSeed(),
                    new Call(
                        row.getOperation(), StoredJson.read(row.getArguments(), ObjectNode.class)),
                    readProvenance(row.getProvenance()),
                    StoredJson.read(row.getOutcome(), Outcome.class)));
  }

  private static JSONB written(Map<String, Provenance> provenance) {
    var type =
        StoredJson.MAPPER
            .getTypeFactory()
            .constructMapType(Map.class, String.class, Provenance.class);
    return JSONB.valueOf(StoredJson.MAPPER.writerFor(type).writeValueAsString(provenance));
  }

  private static JSONB written(Outcome outcome) {
    return JSONB.valueOf(StoredJson.MAPPER.writerFor(Outcome.class).writeValueAsString(outcome));
  }

  private static Map<String, Provenance> readProvenance(JSONB stored) {
    return StoredJson.read(
        stored,
        StoredJson.MAPPER
            .getTypeFactory()
            .constructMapType(Map.class, String.class, Provenance.class));
  }

  /** Stores what was concluded from the calls, in place of earlier conclusions of the same run. */
  public void conclude(DSLContext dsl, RunScope scope, Exploration exploration) {
    deleteConclusions(dsl, scope);
    dsl.insertInto(COVERAGE)
        .set(COVERAGE.TENANT_ID, scope.tenant().value())
        .set(COVERAGE.LEARNING_RUN_ID, scope.learningRun())
        .set(COVERAGE.REPORT, StoredJson.write(exploration.coverage()))
        .execute();
    dsl.batch(
            exploration.flows().stream()
                .map(
                    flow ->
                        dsl.insertInto(FLOW)
                            .set(FLOW.TENANT_ID, scope.tenant().value())
                            .set(FLOW.LEARNING_RUN_ID, scope.learningRun())
                            .set(FLOW.PRODUCER, flow.producer())
                            .set(FLOW.RESULT_PATH, flow.resultPath())
                            .set(FLOW.CONSUMER, flow.consumer())
                            .set(FLOW.PARAMETER, flow.parameter())
                            .set(FLOW.CONFIRMED_BY, flow.confirmedBy().orElse(null)))
                .toList())
        .execute();
    dsl.batch(
            exploration.findings().stream()
                .map(
                    finding ->
                        dsl.insertInto(FINDING)
                            .set(FINDING.TENANT_ID, scope.tenant().value())
                            .set(FINDING.LEARNING_RUN_ID, scope.learningRun())
                            .set(FINDING.DIGEST, digest(finding))
                            .set(FINDING.KIND, finding.kind().name())
                            .set(FINDING.OPERATION, finding.operation())
                            .set(FINDING.MESSAGE, finding.message())
                            .set(FINDING.EVIDENCE, StoredJson.write(finding.evidence())))
                .toList())
        .execute();
  }

  private static void deleteConclusions(DSLContext dsl, RunScope scope) {
    dsl.deleteFrom(COVERAGE)
        .where(COVERAGE.TENANT_ID.eq(scope.tenant().value()))
        .and(COVERAGE.LEARNING_RUN_ID.eq(scope.learningRun()))
        .execute();
    dsl.deleteFrom(FLOW)
        .where(FLOW.TENANT_ID.eq(scope.tenant().value()))
        .and(FLOW.LEARNING_RUN_ID.eq(scope.learningRun()))
        .execute();
    dsl.deleteFrom(FINDING)
        .where(FINDING.TENANT_ID.eq(scope.tenant().value()))
        .and(FINDING.LEARNING_RUN_ID.eq(scope.learningRun()))
        .execute();
  }

  /** The exploration of a run, once it was concluded. */
  public Optional<Exploration> find(DSLContext dsl, RunScope scope) {
    return coverage(dsl, scope)
        .map(
            coverage ->
                new Exploration(
                    transitions(dsl, scope), flows(dsl, scope), coverage, findings(dsl, scope)));
  }

  /** What was reached and what not, once the exploration was concluded. */
  public Optional<Coverage> coverage(DSLContext dsl, RunScope scope) {
    return dsl.select(COVERAGE.REPORT)
        .from(COVERAGE)
        .where(COVERAGE.TENANT_ID.eq(scope.tenant().value()))
        .and(COVERAGE.LEARNING_RUN_ID.eq(scope.learningRun()))
        .fetchOptional(row -> StoredJson.read(row.value1(), Coverage.class));
  }

  /** What is wrong with the software. */
  public List<Finding> findings(DSLContext dsl, RunScope scope) {
    return dsl.selectFrom(FINDING)
        .where(FINDING.TENANT_ID.eq(scope.tenant().value()))
        .and(FINDING.LEARNING_RUN_ID.eq(scope.learningRun()))
        .orderBy(FINDING.KIND, FINDING.OPERATION, FINDING.MESSAGE)
        .fetch(
            row ->
                new Finding(
                    Finding.Kind.valueOf(row.getKind()),
                    row.getOperation(),
                    row.getMessage(),
                    StoredJson.read(row.getEvidence(), JsonNode.class)));
  }

  List<Flow> flows(DSLContext dsl, RunScope scope) {
    return dsl.selectFrom(FLOW)
        .where(FLOW.TENANT_ID.eq(scope.tenant().value()))
        .and(FLOW.LEARNING_RUN_ID.eq(scope.learningRun()))
        .orderBy(FLOW.PRODUCER, FLOW.RESULT_PATH, FLOW.CONSUMER, FLOW.PARAMETER)
        .fetch(
            row ->
                new Flow(
                    row.getProducer(),
                    row.getResultPath(),
                    row.getConsumer(),
                    row.getParameter(),
                    Optional.ofNullable(row.getConfirmedBy())));
  }

  private static String digest(Finding finding) {
    try {
      var text = finding.kind() + "\n" + finding.operation() + "\n" + finding.message();
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
