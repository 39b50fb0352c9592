package io.autodidact.learning;

import io.autodidact.context.ContextPolicy;
import io.autodidact.environment.CatalogueRepository;
import io.autodidact.experience.ExperienceRepository;
import io.autodidact.job.Work;
import io.autodidact.release.Digest;
import io.autodidact.release.ExamReport;
import io.autodidact.release.ReleaseContent;
import io.autodidact.rollout.PracticeSettings;
import io.autodidact.task.Split;
import io.autodidact.task.Task;
import io.autodidact.task.TaskRepository;
import io.autodidact.tenant.StoredJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Gathers everything that makes a released agent behave as it does. */
@Component
class DescribeRelease {
  private final CatalogueRepository catalogues;
  private final ExperienceRepository experiences;
  private final TaskRepository tasks;
  private final String baseModel;
  private final String codeVersion;

  DescribeRelease(
      CatalogueRepository catalogues,
      ExperienceRepository experiences,
      TaskRepository tasks,
      @Value("${autodidact.engine.base-model}") String baseModel,
      @Value("${autodidact.version}") String codeVersion) {
    this.catalogues = catalogues;
    this.experiences = experiences;
    this.tasks = tasks;
    this.baseModel = baseModel;
    this.codeVersion = codeVersion;
  }

  ReleaseContent of(Work work, LearningRun run, byte[] adapter, ExamReport exam) {
    return new ReleaseContent(
        new ReleaseContent.Agent(run.agent(), run.environment().value()),
        baseModel,
        adapter,
        lessons(work),
        behaviour(),
        exam,
        origin(work, run));
  }

  private byte[] lessons(Work work) {
    return work.commit(dsl -> experiences.of(dsl, work.scope())).stream()
        .filter(lesson -> lesson.state().isRecalled())
        .map(StoredJson.MAPPER::writeValueAsString)
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ReleaseContent.Behaviour behaviour() {
    return new ReleaseContent.Behaviour(
        json(ContextPolicy.SMALL),
        json(Map.of("format", "chatml")),
        json(
            Map.of(
                "temperature",
                PracticeSettings.GREEDY.temperature(),
                "turnTokens",
                PracticeSettings.GREEDY.limits().turnTokens(),
                "steps",
                PracticeSettings.GREEDY.limits().steps())));
  }

  private ReleaseContent.Origin origin(Work work, LearningRun run) {
    var catalogue =
        work.commit(
            dsl -> catalogues.newest(dsl, work.scope().tenant(), run.environment()).orElseThrow());
    var ids =
        Arrays.stream(Split.values())
            .flatMap(split -> work.commit(dsl -> tasks.inUse(dsl, work.scope(), split)).stream())
            .map(Task::id)
            .map(id -> id.value().toString())
            .sorted()
            .collect(Collectors.joining("\n"));
    return new ReleaseContent.Origin(
        catalogue.digest(),
        Digest.of(ids.getBytes(StandardCharsets.UTF_8)).toString(),
        codeVersion);
  }

  private static JsonNode json(Object value) {
    return StoredJson.MAPPER.valueToTree(value);
  }
}
