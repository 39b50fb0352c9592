package io.autodidact.sample.inventory.kernel;

/** Which part of a list is wanted: the page's number, from 0, and how many rows a page has. */
public record PageRequest(int page, int size) {

  public static final int LARGEST = 100;

  public PageRequest {
    if (page < 0 || size < 1 || size > LARGEST) {
      throw new IllegalArgumentException("No such page: number " + page + " of size " + size + ".");
    }
  }
}
