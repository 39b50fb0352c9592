package io.autodidact.tenant;

import static io.autodidact.schema.Tables.AUDIT_ENTRY;

import org.jooq.DSLContext;

/**
 * Writes down who changed what, in the transaction of the change: there is neither without the
 * other. Who and from where is what the thread knows of its caller, as Spring Security and Spring
 * MVC keep it; the database numbers, dates and chains the entries. Static, so that no use case has
 * to be given anything to record; a test holds every use case that changes something to it.
 */
public final class Audit {
  private Audit() {}

  /**
   * Adds an entry to the tenant's chain; others of the tenant wait for it until the transaction
   * ends, so it comes last in it.
   */
  public static void record(DSLContext dsl, TenantId tenant, Change change) {
    var actor = Actor.current();
    dsl.insertInto(AUDIT_ENTRY)
        .set(AUDIT_ENTRY.TENANT_ID, tenant.value())
        .set(AUDIT_ENTRY.ACTOR_KIND, actor.kind())
        .set(AUDIT_ENTRY.ACTOR, actor.id())
        .set(AUDIT_ENTRY.ACTION, change.action())
        .set(AUDIT_ENTRY.THING, change.thing())
        .set(AUDIT_ENTRY.THING_ID, change.id())
        .set(AUDIT_ENTRY.BEFORE_DIGEST, change.before().orElse(null))
        .set(AUDIT_ENTRY.AFTER_DIGEST, change.after().orElse(null))
        .set(AUDIT_ENTRY.DETAIL, change.detail().orElse(null))
        .set(AUDIT_ENTRY.ADDRESS, actor.address().orElse(null))
        .set(AUDIT_ENTRY.USER_AGENT, actor.userAgent().orElse(null))
        .execute();
  }
}
