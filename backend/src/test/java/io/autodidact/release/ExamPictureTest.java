package io.autodidact.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.task.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ExamPictureTest {
  @Test
  void everyShareCarriesHowSureItIsInAllAndByFamily() {
    var results = new ArrayList<ExamResult>();
    for (int task = 0; task < 40; task++) {
      results.add(result("base", task, 0));
      results.add(result("trained", task, task % 4 == 0 ? 0 : 1));
    }

    var picture = ExamPicture.of(results, List.of("base", "trained", "absent"), 1);

    assertThat(picture.averages().keySet()).containsExactly("base", "trained");
    var trained = picture.averages().get("trained");
    assertThat(trained.mean()).isEqualTo(0.75);
    assertThat(trained.low()).isBetween(0.5, 0.75);
    assertThat(trained.high()).isBetween(0.75, 0.95);
    assertThat(trained.n()).isEqualTo(40);
    assertThat(picture.families().keySet()).containsExactly("order", "stock");
    assertThat(picture.families().get("stock").get("trained").mean()).isEqualTo(0.5);
    assertThat(picture.families().get("order").get("trained").mean()).isEqualTo(1);
  }

  private static ExamResult result(String candidate, int task, double reward) {
    return new ExamResult(
        candidate,
        new TaskId(new UUID(0, task)),
        task % 2 == 0 ? "stock" : "order",
        1,
        0,
        reward,
        0);
  }
}
