package io.autodidact.exploration;

import static io.autodidact.schema.Tables.COVERAGE;
import static io.autodidact.schema.Tables.LEARNING_RUN;
import static io.autodidact.schema.Tables.TRANSITION;

import io.autodidact.api.NotFound;
import io.autodidact.connector.Call;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.environment.CatalogueRepository;
import io.autodidact.environment.EnvironmentId;
import io.autodidact.exploration.SoftwareMap.Link;
import io.autodidact.exploration.SoftwareMap.Place;
import io.autodidact.exploration.SoftwareMap.Reached;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What is known of a piece of software, for people to look at. */
@Component
public class ExplorationQueries {
  private final TenantTransaction tenantTransaction;
  private final CatalogueRepository catalogues;
  private final ExplorationRepository explorations;

  ExplorationQueries(
      TenantTransaction tenantTransaction,
      CatalogueRepository catalogues,
      ExplorationRepository explorations) {
    this.tenantTransaction = tenantTransaction;
    this.catalogues = catalogues;
    this.explorations = explorations;
  }

  /**
   * An operation with what was seen of it.
   *
   * @param succeeded a call that went through, if one did
   * @param failed one that did not
   */
  public record Seen(Operation operation, Optional<Example> succeeded, Optional<Example> failed) {}

  /** A call that was made, and its outcome. */
  public record Example(Call call, Outcome outcome) {}

  /** The map of the software as the newest run that explored it found it. */
  public SoftwareMap map(TenantId tenant, EnvironmentId environment) {
    return tenantTransaction.in(tenant, dsl -> map(dsl, tenant, environment));
  }

  /** What the newest run that explored the software found wrong with it. */
  public List<Finding> findings(TenantId tenant, EnvironmentId environment) {
    return tenantTransaction.in(
        tenant,
        dsl ->
            newestRun(dsl, tenant, environment)
                .map(run -> explorations.findings(dsl, new RunScope(tenant, run)))
                .orElse(List.of()));
  }

  /** One operation; empty if the software has none of that name. */
  public Optional<Seen> operation(TenantId tenant, EnvironmentId environment, String name) {
    return tenantTransaction.in(
        tenant,
        dsl ->
            catalogues
                .newest(dsl, tenant, environment)
                .flatMap(stored -> stored.catalogue().find(name))
                .map(
                    operation -> {
                      var run = newestRun(dsl, tenant, environment);
                      return new Seen(
                          operation,
                          run.flatMap(id -> example(dsl, new RunScope(tenant, id), name, true)),
                          run.flatMap(id -> example(dsl, new RunScope(tenant, id), name, false)));
                    }));
  }

  private SoftwareMap map(DSLContext dsl, TenantId tenant, EnvironmentId environment) {
    var catalogue =
        catalogues
            .newest(dsl, tenant, environment)
            .orElseThrow(() -> new NotFound("environment"))
            .catalogue();
    var run = newestRun(dsl, tenant, environment);
    var scope = run.map(id -> new RunScope(tenant, id));
    Map<String, Coverage.Reach> reach =
        scope.flatMap(known -> explorations.coverage(dsl, known)).stream()
            .flatMap(coverage -> coverage.operations().stream())
            .collect(Collectors.toMap(Coverage.Reach::operation, Function.identity()));
    var groups = Groups.of(catalogue.operations());
    var places =
        catalogue.operations().stream()
            .map(
                operation ->
                    place(operation, groups, Optional.ofNullable(reach.get(operation.name()))))
            .toList();
    var flows = scope.map(known -> explorations.flows(dsl, known)).orElse(List.of());
    return new SoftwareMap(run, places, links(flows));
  }

  private static Place place(Operation operation, Groups groups, Optional<Coverage.Reach> reach) {
    return new Place(
        operation.name(),
        operation.summary(),
        groups.of(operation),
        operation.effect(),
        reach.map(known -> Reached.valueOf(known.state().name())).orElse(Reached.NOT_EXPLORED),
        reach.map(Coverage.Reach::calls).orElse(0),
        reach.map(Coverage.Reach::reason).orElse(""));
  }

  /** One link for all flows between two operations. */
  private static List<Link> links(List<Flow> flows) {
    var byEnds =
        flows.stream()
            .collect(
                Collectors.groupingBy(
                    flow -> List.of(flow.producer(), flow.consumer()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    var links = new ArrayList<Link>();
    byEnds.forEach(
        (ends, between) ->
            links.add(
                new Link(
                    ends.getFirst(),
                    ends.getLast(),
                    between.stream().anyMatch(flow -> flow.confirmedBy().isPresent()),
                    between.stream()
                        .map(flow -> flow.parameter().replaceFirst("^/", ""))
                        .distinct()
                        .toList())));
    return links;
  }

  private static Optional<UUID> newestRun(
      DSLContext dsl, TenantId tenant, EnvironmentId environment) {
    return dsl.select(LEARNING_RUN.ID)
        .from(LEARNING_RUN)
        .join(COVERAGE)
        .on(COVERAGE.TENANT_ID.eq(LEARNING_RUN.TENANT_ID))
        .and(COVERAGE.LEARNING_RUN_ID.eq(LEARNING_RUN.ID))
        .where(LEARNING_RUN.TENANT_ID.eq(tenant.value()))
        .and(LEARNING_RUN.ENVIRONMENT_ID.eq(environment.value()))
        .orderBy(LEARNING_RUN.CREATED_AT.desc(), LEARNING_RUN.ID.desc())
        .limit(1)
        .fetchOptional(LEARNING_RUN.ID);
  }

  private static Optional<Example> example(
      DSLContext dsl, RunScope scope, String operation, boolean succeeded) {
    return dsl.select(TRANSITION.ARGUMENTS, TRANSITION.OUTCOME)
        .from(TRANSITION)
        .where(TRANSITION.TENANT_ID.eq(scope.tenant().value()))
        .and(TRANSITION.LEARNING_RUN_ID.eq(scope.learningRun()))
        .and(TRANSITION.OPERATION.eq(operation))
        .and(TRANSITION.SUCCEEDED.eq(succeeded))
        .orderBy(TRANSITION.SEQ.desc())
        .limit(1)
        .fetchOptional(
            row ->
                new Example(
                    new Call(operation, StoredJson.read(row.value1(), ObjectNode.class)),
                    StoredJson.read(row.value2(), Outcome.class)));
  }
}
