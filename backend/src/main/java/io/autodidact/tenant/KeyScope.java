package io.autodidact.tenant;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What API keys are for. */
public enum KeyScope {
  CHAT("chat", Permission.USE_AGENTS),
  MANAGE("manage", Permission.TEACH_AGENTS),
  ADMIN("admin", Permission.RUN_TENANT),
  /** Only the first key has it: it belongs to whoever runs the platform. */
  PLATFORM("platform", Permission.RUN_PLATFORM);

  private final String word;
  private final Permission permission;

  KeyScope(String word, Permission permission) {
    this.word = word;
    this.permission = permission;
  }

  public String word() {
    return word;
  }

  /** What a key of these scopes may do; words that mean nothing allow nothing. */
  static Set<Permission> permissions(Set<String> words) {
    return Arrays.stream(values())
        .filter(scope -> words.contains(scope.word))
        .map(scope -> scope.permission)
        .collect(Collectors.toUnmodifiableSet());
  }
}
