package io.autodidact.sample.inventory.catalogue;

import java.util.Optional;

/** What a person says about a category. */
public record CategoryData(String name, Optional<String> description) {}
