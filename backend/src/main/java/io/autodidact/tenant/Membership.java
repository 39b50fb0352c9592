package io.autodidact.tenant;

/** What somebody is in a tenant; also in the {@link TenantId#PLATFORM platform}. */
public record Membership(
    Identity who, TenantId tenant, String tenantAlias, String tenantName, PersonRole role) {
  /** Who asks when they act as this. */
  public Caller caller() {
    return new Caller(who.kind(), who.subject(), who.name(), tenant, role.permissions());
  }
}
