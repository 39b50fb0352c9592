package io.autodidact.attribution;

import io.autodidact.attribution.AdvantageSettings.Form;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./dev advantages FILE}: recomputes stored advantages, for auditors. */
public final class RecomputeAdvantages {
  static final double TOLERANCE = 1e-4;
  private static final String HELP =
      """
      Recomputes the advantages of groups of attempts and compares them with the stored ones.
        advantages FILE [--json FILE]
      FILE holds {"groups": [{"alpha": 0.1, "rewards": [1.0, 0.0], "flags": [["GOOD", "BAD"], ["GOOD"]],
        "advantages": [[…, …], […]], "advantages_all_steps": …, "advantages_pooled_steps": …}, …]};
      of the three forms each group needs at least one. Exit code 0: all within 1e-4; 1: a value is
      further away; 2: the file can not be used.
      """;

  private final PrintStream out;

  RecomputeAdvantages(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(new RecomputeAdvantages(System.out).run(List.of(arguments)));
  }

  /** One advantage as recomputed and as stored. */
  record Compared(int group, int attempt, int step, Form form, double computed, double stored) {
    double deviation() {
      return Math.abs(computed - stored);
    }
  }

  /** What {@code --json} writes. */
  record Report(
      int groups,
      int withoutSignal,
      double tolerance,
      boolean within,
      Map<Form, Double> largestDeviation,
      List<Compared> values) {}

  int run(List<String> arguments) {
    boolean json = arguments.size() == 3 && arguments.get(1).equals("--json");
    if (arguments.size() != 1 && !json) {
      out.print(HELP);
      return 2;
    }
    try {
      var report = compare(StoredGroups.read(Path.of(arguments.getFirst())));
      print(report);
      if (json) {
        Files.writeString(
            Path.of(arguments.get(2)), JsonMapper.shared().writeValueAsString(report));
      }
      return report.within() ? 0 : 1;
    } catch (StoredGroups.WrongForm e) {
      out.println(e.getMessage());
    } catch (IOException e) {
      out.println("The figures can not be written: " + e.getMessage());
    }
    return 2;
  }

  private static Report compare(StoredGroups file) {
    var values = new ArrayList<Compared>();
    int withoutSignal = 0;
    for (int g = 0; g < file.groups().size(); g++) {
      var group = file.groups().get(g);
      withoutSignal += group.group().hasSignal() ? 0 : 1;
      for (var form : group.stored().entrySet()) {
        var settings = new AdvantageSettings(form.getKey(), group.alpha());
        values.addAll(
            compare(g, form.getKey(), Advantages.of(group.group(), settings), form.getValue()));
      }
    }
    var largest = new TreeMap<Form, Double>();
    values.forEach(value -> largest.merge(value.form(), value.deviation(), Math::max));
    boolean within = largest.values().stream().allMatch(deviation -> deviation <= TOLERANCE);
    return new Report(file.groups().size(), withoutSignal, TOLERANCE, within, largest, values);
  }

  private static List<Compared> compare(
      int group, Form form, List<double[]> computed, List<double[]> stored) {
    var values = new ArrayList<Compared>();
    for (int i = 0; i < computed.size(); i++) {
      for (int t = 0; t < computed.get(i).length; t++) {
        values.add(new Compared(group, i, t, form, computed.get(i)[t], stored.get(i)[t]));
      }
    }
    return values;
  }

  private void print(Report report) {
    @Nullable Compared last = null;
    for (var value : report.values()) {
      if (last == null || last.group() != value.group() || last.form() != value.form()) {
        say(
            "%ngroup %d, %s%n  attempt  step    computed      stored",
            value.group(), name(value.form()));
      }
      say(
          "  %7d %5d %11.6f %11.6f%s",
          value.attempt(),
          value.step(),
          value.computed(),
          value.stored(),
          value.deviation() <= TOLERANCE ? "" : "  differs by %.6f".formatted(value.deviation()));
      last = value;
    }
    say(
        "%n%d values of %d groups (%d of them without signal: training skips them)",
        report.values().size(), report.groups(), report.withoutSignal());
    report
        .largestDeviation()
        .forEach((form, deviation) -> say("largest deviation, %-10s %.2e", name(form), deviation));
    say(report.within() ? "All are within %.0e." : "Some differ by more than %.0e.", TOLERANCE);
  }

  private void say(String line, Object... values) {
    out.println(String.format(Locale.ROOT, line, values));
  }

  private static String name(Form form) {
    return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
