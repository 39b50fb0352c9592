package io.autodidact.tenant;

import java.util.UUID;

/** Identifies a tenant. */
public record TenantId(UUID value) {}
