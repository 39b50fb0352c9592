package io.autodidact.sample.inventory.workspace;

import io.autodidact.sample.inventory.kernel.Ids;
import io.autodidact.sample.inventory.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * All workspaces there are. Requests to one workspace are answered one after the other, requests to
 * different ones side by side. A workspace that nobody uses for {@link #IDLE} is forgotten, unless
 * it is a kept one.
 */
public final class Workspaces {

  /** After this time without a request a workspace is forgotten. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** How many records one workspace may create. */
  public static final int MOST_RECORDS = 10_000;

  private final Map<WorkspaceId, Slot> slots = new HashMap<>();
  private final RandomGenerator random;
  private final InstantSource clock;
  private final int most;

  /**
   * @param random the source of ids; a secure one wherever strangers may call
   * @param most how many workspaces there may be at once
   */
  public Workspaces(RandomGenerator random, InstantSource clock, int most) {
    this.random = random;
    this.clock = clock;
    this.most = most;
  }

  /** Makes an empty workspace. */
  public synchronized WorkspaceId create() {
    forgetIdle();
    if (slots.size() >= most) {
      throw Refusal.full(
          "X-Workspace",
          "X-Workspace can not be given out: there are already "
              + most
              + " workspaces. Delete one, or wait until one has been idle for "
              + IDLE.toMinutes()
              + " minutes.");
    }
    WorkspaceId id = WorkspaceId.draw(random);
    slots.put(id, slot(false));
    return id;
  }

  /** Makes an empty workspace of that name that is never forgotten. */
  public synchronized void keep(WorkspaceId id) {
    slots.put(id, slot(true));
  }

  private Slot slot(boolean kept) {
    return new Slot(new Workspace(new Ids(random, MOST_RECORDS), clock), kept, clock.instant());
  }

  public synchronized void delete(String field, WorkspaceId id) {
    slot(field, id);
    slots.remove(id);
  }

  /** Does something in a workspace while nobody else does. */
  public <R> R within(WorkspaceId id, Function<Workspace, R> work) {
    return slot("X-Workspace", id).use(work);
  }

  private synchronized Slot slot(String field, WorkspaceId id) {
    forgetIdle();
    Slot slot =
        Optional.ofNullable(slots.get(id))
            .orElseThrow(() -> Refusal.unknown(field, "'" + id.value() + "'", "workspace"));
    slot.lastUsed = clock.instant();
    return slot;
  }

  private void forgetIdle() {
    Instant oldest = clock.instant().minus(IDLE);
    slots.values().removeIf(slot -> !slot.kept && slot.lastUsed.isBefore(oldest));
  }

  private static final class Slot {

    private final Workspace workspace;
    private final boolean kept;
    private final ReentrantLock lock = new ReentrantLock();
    private Instant lastUsed;

    Slot(Workspace workspace, boolean kept, Instant lastUsed) {
      this.workspace = workspace;
      this.kept = kept;
      this.lastUsed = lastUsed;
    }

    <R> R use(Function<Workspace, R> work) {
      lock.lock();
      try {
        return work.apply(workspace);
      } finally {
        lock.unlock();
      }
    }
  }
}
