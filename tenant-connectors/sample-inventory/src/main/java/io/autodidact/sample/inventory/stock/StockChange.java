package io.autodidact.sample.inventory.stock;

import java.util.Optional;

/** Some pieces of an item at one place, and what the person who moves them notes down. */
public record StockChange(Place place, int quantity, Optional<String> note) {}
