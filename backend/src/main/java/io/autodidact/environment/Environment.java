package io.autodidact.environment;

import io.autodidact.tenant.TenantId;

/** A tenant's piece of software, as registered. */
public record Environment(TenantId tenant, EnvironmentId id, int version, EnvironmentData data) {}
