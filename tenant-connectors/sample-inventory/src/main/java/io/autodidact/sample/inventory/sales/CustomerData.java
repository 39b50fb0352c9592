package io.autodidact.sample.inventory.sales;

import java.util.Optional;

/**
 * What a person says about a customer; two customers may share a name but not an e-mail address.
 */
public record CustomerData(String name, String email, Optional<String> phone) {}
