package io.autodidact.exploration;

/** JSON Pointers as text, and their patterns in which {@code *} stands for any element. */
final class Pointers {
  private Pointers() {}

  static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  static String element(String pointer, int index) {
    return pointer + "/" + index;
  }

  static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }

  /** The last name in a pointer; empty for the root. */
  static String name(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  /** Indices become {@code *}. */
  static String pattern(String pointer) {
    return pointer.replaceAll("/\\d+(?=/|$)", "/*");
  }
}
