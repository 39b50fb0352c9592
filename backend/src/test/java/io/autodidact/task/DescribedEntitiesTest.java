package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.task.TaskWorkshop.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.NullNode;

/** Things without a name are spoken of by what they belong to. */
class DescribedEntitiesTest {
  private static final int SEEDS = 20;
  private final Deliveries deliveries = new Deliveries();

  @Test
  void aThingIsToldByWhatItBelongsToAndByMoreWhereThatIsNotEnough() throws Exception {
    var requests = new HashSet<String>();
    for (Task task : written("receive_delivery")) {
      requests.add(task.request().replaceAll("\\d+", "N"));
    }
    assertThat(requests)
        .containsExactlyInAnyOrder(
            "Receive the delivery of supplier Abel N.",
            "Receive the delivery of supplier Baker N whose size is small.",
            "Receive the delivery of supplier Baker N whose size is large.");
  }

  @Test
  void itIsLookedUpByTheArgumentsThatLeaveAllOthersOut() throws Exception {
    for (Task task : written("receive_delivery")) {
      var operations = task.plan().steps().stream().map(PlanStep::operation).toList();
      assertThat(operations)
          .containsExactly("list_suppliers", "list_deliveries", "receive_delivery");
      assertThat(task.plan().steps().get(1).arguments()).containsKey("/supplierId");
      try (var episode = deliveries.open(task.episodeSeed())) {
        var check = ReplayCheck.begin(episode, task.checks());
        assertThat(check.judge(NullNode.getInstance()).reward()).isZero();
        PlanReplay.of(task.plan(), check.episode());
        assertThat(check.judge(NullNode.getInstance()).reward()).isEqualTo(1);
      }
    }
  }

  @Test
  void itCanBeAskedAbout() throws Exception {
    for (Task task : written("ask_delivery(boxes)")) {
      assertThat(task.request()).contains("boxes of the delivery of supplier ");
      assertThat(task.checks().answer()).hasSize(1);
    }
  }

  private List<Task> written(String name) throws InterruptedException {
    var workshop =
        TaskWorkshop.open(deliveries, deliveries.explored(), operation -> true, 3);
    var family = workshop.family(name).orElseThrow();
    var tasks = new ArrayList<Task>();
    for (int seed = 0; seed < SEEDS; seed++) {
      if (workshop.write(family, Split.TRAIN, seed) instanceof Written.Kept kept) {
        tasks.add(kept.task());
      }
    }
    assertThat(tasks).hasSizeGreaterThan(SEEDS / 2);
    return tasks;
  }
}
