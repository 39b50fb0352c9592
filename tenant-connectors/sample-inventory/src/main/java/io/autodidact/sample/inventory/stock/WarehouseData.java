package io.autodidact.sample.inventory.stock;

/** What a person says about a warehouse; the code is the short name on papers and labels. */
public record WarehouseData(String name, String code, String city) {}
