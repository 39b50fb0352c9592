package io.autodidact.release;

import static io.autodidact.schema.Tables.AGENT;
import static io.autodidact.schema.Tables.ENVIRONMENT;
import static io.autodidact.schema.Tables.RELEASE;
import static io.autodidact.schema.Tables.RELEASE_ALIAS;

import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What people see of agents and their versions. */
@Component
public class AgentQueries {
  private static final int MOST_VERSIONS = 500;

  private final TenantTransaction tenantTransaction;
  private final ReleaseRepository releases;

  AgentQueries(TenantTransaction tenantTransaction, ReleaseRepository releases) {
    this.tenantTransaction = tenantTransaction;
    this.releases = releases;
  }

  /**
   * An agent in a list.
   *
   * @param software it knows
   * @param stable the version that consumers get
   * @param newest of all its versions, candidates too
   */
  public record AgentSummary(
      String name, String software, Optional<Integer> stable, int newest, Instant newestAt) {}

  /**
   * An agent with all its versions, the newest first.
   *
   * @param aliases and the versions they point to
   */
  public record AgentPicture(
      String name, List<Release> versions, SortedMap<String, Integer> aliases) {
    public AgentPicture {
      versions = List.copyOf(versions);
    }

    public Optional<Release> version(int number) {
      return versions.stream().filter(one -> one.version() == number).findFirst();
    }

    /** The newest released version below that one. */
    public Optional<Release> before(int number) {
      return versions.stream()
          .filter(one -> one.version() < number && one.isReleased())
          .findFirst();
    }
  }

  /** Agents that have a version, by name. */
  public List<AgentSummary> agents(TenantId tenant, int offset, int limit) {
    return tenantTransaction.in(tenant, dsl -> agents(dsl, tenant, offset, limit));
  }

  public int count(TenantId tenant) {
    return tenantTransaction.in(
        tenant, dsl -> dsl.fetchCount(AGENT, AGENT.TENANT_ID.eq(tenant.value())));
  }

  private static List<AgentSummary> agents(DSLContext dsl, TenantId tenant, int offset, int limit) {
    var newest = DSL.max(RELEASE.VERSION);
    var newestAt = DSL.max(RELEASE.CREATED_AT);
    return dsl.select(AGENT.NAME, ENVIRONMENT.NAME, RELEASE_ALIAS.VERSION, newest, newestAt)
        .from(AGENT)
        .join(ENVIRONMENT)
        .on(ENVIRONMENT.TENANT_ID.eq(AGENT.TENANT_ID), ENVIRONMENT.ID.eq(AGENT.ENVIRONMENT_ID))
        .join(RELEASE)
        .on(RELEASE.TENANT_ID.eq(AGENT.TENANT_ID), RELEASE.AGENT_ID.eq(AGENT.ID))
        .leftJoin(RELEASE_ALIAS)
        .on(
            RELEASE_ALIAS.TENANT_ID.eq(AGENT.TENANT_ID),
            RELEASE_ALIAS.AGENT_ID.eq(AGENT.ID),
            RELEASE_ALIAS.NAME.eq(PublishRelease.STABLE))
        .where(AGENT.TENANT_ID.eq(tenant.value()))
        .groupBy(AGENT.NAME, ENVIRONMENT.NAME, RELEASE_ALIAS.VERSION)
        .orderBy(AGENT.NAME)
        .offset(offset)
        .limit(limit)
        .fetch(
            row ->
                new AgentSummary(
                    row.value1(),
                    row.value2(),
                    Optional.ofNullable(row.value3()),
                    row.value4(),
                    Optional.ofNullable(row.value5())
                        .map(OffsetDateTime::toInstant)
                        .orElseThrow()));
  }

  /** Empty if the tenant has no agent of that name. */
  public Optional<AgentPicture> agent(TenantId tenant, String name) {
    return tenantTransaction.in(
        tenant,
        dsl -> {
          var versions = releases.list(dsl, tenant, name, 0, MOST_VERSIONS).items();
          return versions.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new AgentPicture(name, versions.reversed(), releases.aliases(dsl, tenant, name)));
        });
  }
}
