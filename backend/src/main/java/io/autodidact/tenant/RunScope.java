package io.autodidact.tenant;

import java.util.UUID;

/** The tenant and the learning run that rows of the loop belong to. */
public record RunScope(TenantId tenant, UUID learningRun) {}
