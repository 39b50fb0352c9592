package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import io.autodidact.task.TaskFamily.Form;
import io.autodidact.task.TaskWorkshop.Written;
import io.autodidact.tenant.StoredJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.NullNode;

/** Tasks that speak of several entities at once, or of a condition. */
class FramedTasksTest {
  private static final int SEEDS = 12;
  private final SmallShop shop = new SmallShop();
  private TaskWorkshop workshop;

  @BeforeEach
  void open() throws Exception {
    workshop = TaskWorkshop.open(shop, shop.explored(), operation -> true, 3);
  }

  @Test
  void thePlanReadsTheListOnceAndWritesToEachThatIsMeant() throws Exception {
    var tasks = written("update_item(price) for each item by supplierId");
    assertThat(tasks).hasSizeGreaterThan(SEEDS / 2);
    for (Task task : tasks) {
      var operations = task.plan().steps().stream().map(PlanStep::operation).toList();
      assertThat(operations)
          .containsExactly(
              "list_suppliers", "list_items", "update_item", "update_item", "update_item");
      assertThat(task.plan().steps().get(1).arguments()).containsOnlyKeys("/supplierId");
      assertThat(task.difficulty()).isEqualTo(3);
      assertThat(task.request()).matches("(?i).*(every|each) item of supplier .*");
    }
  }

  @Test
  void aListThatNothingNarrowsIsReadToItsEnd() throws Exception {
    var tasks = written("deactivate_supplier for each supplier by active");
    assertThat(tasks).isNotEmpty();
    for (Task task : tasks) {
      assertThat(task.request()).matches("Deactivate (every|each) supplier that is active\\.");
      assertThat(task.plan().steps()).hasSize(4);
      assertThat(task.plan().deciding()).hasSize(6);
    }
  }

  @Test
  void oneMatchLeftOutIsNotEnoughAndOneOtherIsTooMuch() throws Exception {
    for (Task task : written("update_item(price) for each item by supplierId")) {
      var steps = task.plan().steps();
      assertThat(reward(task, new Plan(steps.subList(0, 4), List.of()))).isZero();
      assertThat(reward(task, task.plan())).isEqualTo(1);
      var more = new ArrayList<>(steps);
      more.add(new PlanStep("list_items", Map.of()));
      var other = new LinkedHashMap<>(steps.getLast().arguments());
      other.put("/itemId", notOfTheSupplier(task, steps.size()));
      more.add(new PlanStep("update_item", other));
      assertThat(reward(task, new Plan(more, List.of()))).isZero();
    }
  }

  private ValueSource notOfTheSupplier(Task task, int list) {
    var named = new EntitiesOfTask(workshop.domain()).of(task);
    var rows = rows(task);
    for (int i = 0; i < rows.size(); i++) {
      if (!named.contains(rows.get(i))) {
        return new ValueSource.FromStep(
            list,
            List.of(
                new ValueSource.Segment.Field("items"),
                new ValueSource.Segment.Index(i),
                new ValueSource.Segment.Field("id")));
      }
    }
    throw new AssertionError("Every item is meant");
  }

  private List<String> rows(Task task) {
    var call =
        new Call("list_items", SmallShop.JSON.createObjectNode());
    try (var episode = shop.open(task.episodeSeed())) {
      return ((Outcome.Succeeded) episode.act(call))
          .body().path("items").valueStream().map(row -> row.path("name").asString()).toList();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aConditionHoldsAsOftenAsNotAndDoingNothingNeverPasses() throws Exception {
    var holding = 0;
    var tasks = new ArrayList<Task>();
    for (TaskFamily family : workshop.families()) {
      if (family.form() == Form.CONDITIONAL) {
        tasks.addAll(written(family.name()));
      }
    }
    for (Task task : tasks) {
      assertThat(task.request()).startsWith("If the ").contains("; otherwise change nothing and ");
      assertThat(reward(task, new Plan(List.of(), List.of()))).as(task.request()).isZero();
      holding += task.checks().answer().isEmpty() ? 1 : 0;
      assertThat(task.checks().expected().isEmpty()).isNotEqualTo(task.checks().answer().isEmpty());
    }
    assertThat((double) holding / tasks.size()).isBetween(0.25, 0.75);
  }

  @Test
  void theWrongBranchNeverPasses() throws Exception {
    for (Task task : written("update_item(price) if " + measured("update_item(price)"))) {
      boolean holds = task.checks().answer().isEmpty();
      var looking = task.plan().steps().subList(0, 1);
      var wrong =
          holds
              ? new Plan(looking, task.plan().deciding())
              : new Plan(looking, List.of());
      assertThat(reward(task, wrong)).as(task.request()).isZero();
      assertThat(reward(task, task.plan())).isEqualTo(1);
    }
  }

  private String measured(String family) {
    return workshop.families().stream()
        .map(TaskFamily::name)
        .filter(name -> name.startsWith(family + " if "))
        .map(name -> name.replaceFirst(".* if ", ""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void plansThatDependOnSomethingSurviveStorage() throws Exception {
    var task = written("deactivate_supplier for each supplier by active").getFirst();
    var stored = StoredJson.write(task.plan());
    assertThat(StoredJson.read(stored, Plan.class)).isEqualTo(task.plan());
    var older = JSONB.valueOf("{\"steps\": [], \"answer\": []}");
    assertThat(StoredJson.read(older, Plan.class).deciding()).isEmpty();
  }

  @Test
  void aboutOneLessonInSixIsOfTheseKinds() {
    var syllabus = new Syllabus(workshop.families(), 0.2, 3);
    var forms = new ArrayList<Form>();
    for (int number = 0; number < 120; number++) {
      forms.add(syllabus.lesson(Split.EXAM, number).family().form());
    }
    assertThat(forms).filteredOn(Form.FOR_EACH::equals).hasSize(10);
    assertThat(forms).filteredOn(Form.CONDITIONAL::equals).hasSize(10);
  }

  private List<Task> written(String family) throws InterruptedException {
    var tasks = new ArrayList<Task>();
    for (int seed = 0; seed < SEEDS; seed++) {
      if (workshop.write(workshop.family(family).orElseThrow(), Split.TRAIN, seed)
          instanceof Written.Kept kept) {
        tasks.add(kept.task());
      }
    }
    return tasks;
  }

  private double reward(Task task, Plan plan) throws InterruptedException {
    try (var episode = shop.open(task.episodeSeed())) {
      var check = ReplayCheck.begin(episode, task.checks());
      var replay = PlanReplay.of(plan, check.episode());
      var answer =
          replay.answer().isEmpty() ? NullNode.getInstance() : MakeChecks.answer(replay.answer());
      return check.judge(answer).reward();
    }
  }
}
