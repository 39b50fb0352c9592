package io.autodidact.rollout;

import io.autodidact.job.Work;
import java.util.List;
import java.util.UUID;

/** Lessons from earlier attempts that may help with a request. */
public interface Guidance {
  /** Knows nothing. */
  Guidance NONE = (work, request) -> List.of();

  /** A lesson to stand in the prompt, one short sentence. */
  record Lesson(UUID experience, String text) {}

  /** The lessons to recall for a request, the most fitting first; only the request is looked at. */
  List<Lesson> recall(Work work, String request);
}
