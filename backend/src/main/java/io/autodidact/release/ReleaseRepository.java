package io.autodidact.release;

import static io.autodidact.schema.Tables.AGENT;
import static io.autodidact.schema.Tables.RELEASE;
import static io.autodidact.schema.Tables.RELEASE_ALIAS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import io.autodidact.api.NotFound;
import io.autodidact.api.Page;
import io.autodidact.job.Refusal;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Agents, their releases and the aliases that point to them. */
@Repository
public class ReleaseRepository {
  /** The agent's id, made now if need be; locks the agent until the transaction ends. */
  UUID agent(DSLContext dsl, TenantId tenant, ReleaseContent.Agent agent) {
    dsl.insertInto(AGENT)
        .set(AGENT.TENANT_ID, tenant.value())
        .set(AGENT.ID, UUID.randomUUID())
        .set(AGENT.NAME, agent.name())
        .set(AGENT.ENVIRONMENT_ID, agent.environment())
        .onConflictDoNothing()
        .execute();
    var row =
        dsl.selectFrom(AGENT)
            .where(AGENT.TENANT_ID.eq(tenant.value()), AGENT.NAME.eq(agent.name()))
            .forUpdate()
            .fetchSingle();
    if (!row.getEnvironmentId().equals(agent.environment())) {
      throw new Refusal(
          "The agent %s knows another environment; start the run with another agent name."
              .formatted(agent.name()));
    }
    return row.getId();
  }

  int nextVersion(DSLContext dsl, TenantId tenant, UUID agent) {
    return dsl.select(coalesce(max(RELEASE.VERSION), 0))
            .from(RELEASE)
            .where(RELEASE.TENANT_ID.eq(tenant.value()), RELEASE.AGENT_ID.eq(agent))
            .fetchSingle()
            .value1()
        + 1;
  }

  void insert(DSLContext dsl, Release release) {
    dsl.insertInto(RELEASE)
        .set(RELEASE.TENANT_ID, release.tenant().value())
        .set(RELEASE.AGENT_ID, release.agentId())
        .set(RELEASE.VERSION, release.version())
        .set(RELEASE.LEARNING_RUN_ID, release.manifest().lineage().learningRun())
        .set(RELEASE.STATE, release.isReleased() ? "RELEASED" : "CANDIDATE")
        .set(RELEASE.VERDICT, StoredJson.write(release.verdict()))
        .set(RELEASE.DIGEST, release.digest().hex())
        .set(RELEASE.MANIFEST, StoredJson.write(release.manifest()))
        .set(RELEASE.SIGNATURE, release.signature())
        .execute();
  }

  /** Holds off others who would move aliases of the agent, until the transaction ends. */
  void lock(DSLContext dsl, TenantId tenant, String agent) {
    dsl.select(AGENT.ID)
        .from(AGENT)
        .where(AGENT.TENANT_ID.eq(tenant.value()), AGENT.NAME.eq(agent))
        .forUpdate()
        .execute();
  }

  /** Points the alias to the release, in one statement. */
  void point(DSLContext dsl, Release release, String alias) {
    dsl.insertInto(RELEASE_ALIAS)
        .set(RELEASE_ALIAS.TENANT_ID, release.tenant().value())
        .set(RELEASE_ALIAS.AGENT_ID, release.agentId())
        .set(RELEASE_ALIAS.NAME, alias)
        .set(RELEASE_ALIAS.VERSION, release.version())
        .onConflict(RELEASE_ALIAS.TENANT_ID, RELEASE_ALIAS.AGENT_ID, RELEASE_ALIAS.NAME)
        .doUpdate()
        .set(RELEASE_ALIAS.VERSION, release.version())
        .execute();
  }

  /** What the run brought about, if it came that far. */
  public Optional<Release> ofRun(DSLContext dsl, RunScope scope) {
    return dsl.selectFrom(RELEASE)
        .where(
            RELEASE.TENANT_ID.eq(scope.tenant().value()),
            RELEASE.LEARNING_RUN_ID.eq(scope.learningRun()))
        .fetchOptional(ReleaseRepository::read);
  }

  public Optional<Release> find(DSLContext dsl, TenantId tenant, String agent, int version) {
    return dsl.select(RELEASE.fields())
        .from(RELEASE)
        .join(AGENT)
        .on(AGENT.TENANT_ID.eq(RELEASE.TENANT_ID), AGENT.ID.eq(RELEASE.AGENT_ID))
        .where(
            RELEASE.TENANT_ID.eq(tenant.value()), AGENT.NAME.eq(agent), RELEASE.VERSION.eq(version))
        .fetchOptional(ReleaseRepository::read);
  }

  public Optional<Release> find(DSLContext dsl, TenantId tenant, UUID agent, int version) {
    return dsl.select(RELEASE.fields())
        .from(RELEASE)
        .where(
            RELEASE.TENANT_ID.eq(tenant.value()),
            RELEASE.AGENT_ID.eq(agent),
            RELEASE.VERSION.eq(version))
        .fetchOptional(ReleaseRepository::read);
  }

  /** The environment that the agent knows. */
  public Optional<UUID> environment(DSLContext dsl, TenantId tenant, UUID agent) {
    return dsl.select(AGENT.ENVIRONMENT_ID)
        .from(AGENT)
        .where(AGENT.TENANT_ID.eq(tenant.value()), AGENT.ID.eq(agent))
        .fetchOptional(AGENT.ENVIRONMENT_ID);
  }

  /** The release that an alias such as {@code stable} points to. */
  public Optional<Release> byAlias(DSLContext dsl, TenantId tenant, String agent, String alias) {
    return Optional.ofNullable(aliases(dsl, tenant, agent).get(alias))
        .flatMap(version -> find(dsl, tenant, agent, version));
  }

  /** The agent's aliases and their versions. */
  public SortedMap<String, Integer> aliases(DSLContext dsl, TenantId tenant, String agent) {
    return new TreeMap<>(
        dsl.select(RELEASE_ALIAS.NAME, RELEASE_ALIAS.VERSION)
            .from(RELEASE_ALIAS)
            .join(AGENT)
            .on(AGENT.TENANT_ID.eq(RELEASE_ALIAS.TENANT_ID), AGENT.ID.eq(RELEASE_ALIAS.AGENT_ID))
            .where(RELEASE_ALIAS.TENANT_ID.eq(tenant.value()), AGENT.NAME.eq(agent))
            .fetchMap(RELEASE_ALIAS.NAME, RELEASE_ALIAS.VERSION));
  }

  /** An agent's releases from behind version {@code after} on, oldest first. */
  public Page<Release> list(DSLContext dsl, TenantId tenant, String agent, int after, int limit) {
    var rows =
        dsl.select(RELEASE.fields())
            .from(RELEASE)
            .join(AGENT)
            .on(AGENT.TENANT_ID.eq(RELEASE.TENANT_ID), AGENT.ID.eq(RELEASE.AGENT_ID))
            .where(
                RELEASE.TENANT_ID.eq(tenant.value()),
                AGENT.NAME.eq(agent),
                RELEASE.VERSION.gt(after))
            .orderBy(RELEASE.VERSION)
            .limit(limit + 1)
            .fetch(ReleaseRepository::read);
    return Page.of(rows, limit, release -> String.valueOf(release.version()));
  }

  /**
   * @throws NotFound if the tenant has no agent of that name
   */
  void requireAgent(DSLContext dsl, TenantId tenant, String agent) {
    var condition = AGENT.TENANT_ID.eq(tenant.value()).and(AGENT.NAME.eq(agent));
    if (!dsl.fetchExists(AGENT, condition)) {
      throw new NotFound("agent");
    }
  }

  /** Names of the tenant's agents from behind {@code after} on. */
  public Page<String> agents(DSLContext dsl, TenantId tenant, String after, int limit) {
    var names =
        dsl.select(AGENT.NAME)
            .from(AGENT)
            .where(AGENT.TENANT_ID.eq(tenant.value()), AGENT.NAME.gt(after))
            .orderBy(AGENT.NAME)
            .limit(limit + 1)
            .fetch(AGENT.NAME);
    return Page.of(names, limit, name -> name);
  }

  private static Release read(Record row) {
    return new Release(
        new TenantId(row.get(RELEASE.TENANT_ID)),
        row.get(RELEASE.AGENT_ID),
        StoredJson.read(row.get(RELEASE.VERDICT), GateVerdict.class),
        StoredJson.read(row.get(RELEASE.MANIFEST), Manifest.class),
        row.get(RELEASE.SIGNATURE));
  }
}
