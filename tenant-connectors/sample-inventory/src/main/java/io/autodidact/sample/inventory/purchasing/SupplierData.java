package io.autodidact.sample.inventory.purchasing;

import java.util.Optional;

/** What a person says about a supplier. */
public record SupplierData(String name, String email, Optional<String> phone) {}
