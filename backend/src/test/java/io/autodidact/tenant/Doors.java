package io.autodidact.tenant;

import org.jooq.DSLContext;

/** What only Spring can put together from outside this package. */
public final class Doors {
  private Doors() {}

  public static Memberships memberships(DSLContext database) {
    return new Memberships(
        new TenantTransaction(database), new TenantRepository(), new MemberRepository());
  }
}
