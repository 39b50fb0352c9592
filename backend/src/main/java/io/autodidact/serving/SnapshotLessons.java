package io.autodidact.serving;

import io.autodidact.context.Embedder;
import io.autodidact.tenant.StoredJson;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The lessons of a release as it was signed; those whose kind of work is nearest to a request stand
 * in its prompt.
 */
record SnapshotLessons(List<Lesson> lessons) {
  private static final int MOST = 2;
  private static final double NEAREST = 0.4;

  record Lesson(String content, float[] embedding) {}

  private record Near(String content, double cosine) {}

  SnapshotLessons {
    lessons = List.copyOf(lessons);
  }

  /** Reads a release's experience: a JSON object a line. */
  static SnapshotLessons read(byte[] lines) {
    return new SnapshotLessons(
        new String(lines, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .map(StoredJson.MAPPER::readTree)
            .map(SnapshotLessons::lesson)
            .toList());
  }

  private static Lesson lesson(JsonNode node) {
    var numbers = node.path("embedding");
    var embedding = new float[numbers.size()];
    for (int i = 0; i < embedding.length; i++) {
      embedding[i] = numbers.get(i).floatValue();
    }
    return new Lesson(node.path("content").asString(), embedding);
  }

  /** The lessons for a request, the most fitting first. */
  List<String> recall(String request, Embedder embedder) {
    if (lessons.isEmpty()) {
      return List.of();
    }
    var vector = embedder.embed(List.of(request)).getFirst();
    return lessons.stream()
        .map(lesson -> new Near(lesson.content(), cosine(vector, lesson.embedding())))
        .filter(near -> near.cosine() >= NEAREST)
        .sorted(Comparator.comparingDouble(Near::cosine).reversed())
        .limit(MOST)
        .map(Near::content)
        .toList();
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
