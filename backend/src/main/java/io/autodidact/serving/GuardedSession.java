package io.autodidact.serving;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

/**
 * Live software behind the safety policy: what is not allowed does not exist, and a destructive
 * call is not made but kept for a person to approve. From then on only reads go through, as for a
 * plain question they do from the beginning.
 */
final class GuardedSession implements Session {
  private static final int FORBIDDEN = 403;

  private final Session software;
  private final Catalogue usable;
  private final Permission permission;
  private final LiveCalls calls;
  private @Nullable Call waiting;

  GuardedSession(Session software, Catalogue usable, Permission permission, LiveCalls calls) {
    this.software = software;
    this.usable = usable;
    this.permission = permission;
    this.calls = calls;
  }

  /** What a request may bring about. */
  enum Permission {
    READ_ONLY,
    BY_POLICY
  }

  @Override
  public Outcome act(Call call) throws InterruptedException {
    var operation = usable.find(call.operation());
    if (operation.isEmpty()) {
      return refused("The safety policy forbids this operation.");
    }
    var effect = operation.get().effect();
    if (effect != Effect.READ && permission == Permission.READ_ONLY) {
      return refused("This is a question: nothing may be changed to answer it; finish now.");
    }
    if (effect == Effect.DESTRUCTIVE && waiting == null) {
      waiting = call;
    }
    if (effect == Effect.READ) {
      return software.act(call);
    }
    if (effect == Effect.WRITE && waiting == null) {
      return calls.make(software, call);
    }
    return refused("This needs a person's approval, which was asked for; finish now.");
  }

  private static Outcome refused(String message) {
    return new Outcome.Refused(FORBIDDEN, message, NullNode.getInstance());
  }

  /** The call that waits for a person. */
  Optional<Call> waiting() {
    return Optional.ofNullable(waiting);
  }

  @Override
  public void close() {
    software.close();
  }
}
