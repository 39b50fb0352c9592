package io.autodidact.identity;

import io.autodidact.tenant.PersonRole;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom to invite.
 *
 * @param role empty for a business user
 */
public record Invitation(String email, String name, Optional<PersonRole> role) {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
  private static final int LONGEST_NAME = 200;

  public Invitation(
      @Nullable String email, @Nullable String name, @Nullable Optional<PersonRole> role) {
    this.email = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    this.name = name == null ? "" : name.strip();
    this.role = role == null ? Optional.empty() : role;
    if (!EMAIL.matcher(this.email).matches()) {
      throw new IllegalArgumentException("Give the person's e-mail address, such as a@b.com.");
    }
    if (this.name.isEmpty() || this.name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("Give the person's name, of at most 200 characters.");
    }
    if (this.role.filter(PersonRole.PLATFORM_ADMIN::equals).isPresent()) {
      throw new IllegalArgumentException("A member is a business user or a tenant admin.");
    }
  }
}
