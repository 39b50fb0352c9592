package io.autodidact.experience;

import io.autodidact.context.Embedder;
import io.autodidact.job.Work;
import io.autodidact.rollout.Guidance;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Recalls the lessons whose kind of work is nearest in meaning to a request. */
@Component
public class RecallExperience implements Guidance {
  private static final int MOST = 2;
  private static final double NEAREST = 0.4;

  private final ExperienceRepository experiences;
  private final Embedder embedder;

  public RecallExperience(ExperienceRepository experiences, Embedder embedder) {
    this.experiences = experiences;
    this.embedder = embedder;
  }

  private record Near(Experience lesson, double cosine) {}

  @Override
  public List<Lesson> recall(Work work, String request) {
    var lessons =
        work.commit(dsl -> experiences.of(dsl, work.scope())).stream()
            .filter(lesson -> lesson.state().isRecalled())
            .toList();
    if (lessons.isEmpty()) {
      return List.of();
    }
    var vector = embedder.embed(List.of(request)).getFirst();
    return lessons.stream()
        .map(lesson -> new Near(lesson, dot(vector, lesson.embedding())))
        .filter(near -> near.cosine() >= NEAREST)
        .sorted(Comparator.comparingDouble(Near::cosine).reversed())
        .limit(MOST)
        .map(near -> new Lesson(near.lesson().id(), near.lesson().content()))
        .toList();
  }

  /** The cosine of vectors of length one. */
  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
