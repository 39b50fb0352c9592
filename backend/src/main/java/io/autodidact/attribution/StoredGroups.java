package io.autodidact.attribution;

import io.autodidact.attribution.AdvantageSettings.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Groups with the advantages somebody stored for them, as an auditor receives them in a file. */
record StoredGroups(List<StoredGroup> groups) {
  /** The member of the file's groups that holds each form; length-safe is of our own making. */
  static final Map<Form, String> MEMBERS = members();

  /**
   * @param stored advantages by form, [attempts][steps]
   */
  record StoredGroup(CreditGroup group, double alpha, Map<Form, List<double[]>> stored) {}

  /** The file can not be used; the message says where it is wrong. */
  static final class WrongForm extends Exception {
    private static final long serialVersionUID = 1L;

    WrongForm(String message) {
      super(message);
    }
  }

  static StoredGroups read(Path file) throws WrongForm {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new WrongForm("The file " + file + " can not be read: " + e.getMessage());
    } catch (JacksonException e) {
      throw new WrongForm("The file " + file + " is not JSON: " + e.getOriginalMessage());
    }
    var groups = new ArrayList<StoredGroup>();
    for (var node : array(root.path("groups"), "groups")) {
      groups.add(group(node, "groups[" + groups.size() + "]"));
    }
    if (groups.isEmpty()) {
      throw new WrongForm("groups is empty: there is nothing to recompute");
    }
    return new StoredGroups(List.copyOf(groups));
  }

  private static StoredGroup group(JsonNode node, String place) throws WrongForm {
    var rewards = numbers(node.path("rewards"), place + ".rewards");
    var attempts = new ArrayList<CreditGroup.Attempt>();
    for (var flags : array(node.path("flags"), place + ".flags")) {
      int i = attempts.size();
      if (i >= rewards.length) {
        throw new WrongForm(place + " has more attempts in flags than rewards");
      }
      attempts.add(attempt(rewards[i], flags, place, i));
    }
    if (attempts.isEmpty() || attempts.size() != rewards.length) {
      throw new WrongForm(
          "%s has %d rewards and flags of %d attempts; each attempt needs both"
              .formatted(place, rewards.length, attempts.size()));
    }
    double alpha = number(node.path("alpha"), place + ".alpha");
    if (!(alpha >= 0 && alpha <= 10)) {
      throw new WrongForm(place + ".alpha lies between 0 and 10, not " + alpha);
    }
    var group = new CreditGroup(attempts);
    return new StoredGroup(group, alpha, stored(node, place, group));
  }

  private static CreditGroup.Attempt attempt(double reward, JsonNode flags, String place, int i)
      throws WrongForm {
    if (!(reward >= 0 && reward <= 1)) {
      throw new WrongForm(
          "%s.rewards[%d] lies between 0 and 1, not %s".formatted(place, i, reward));
    }
    var verdicts = new ArrayList<Verdict>();
    for (var flag : array(flags, "%s.flags[%d]".formatted(place, i))) {
      verdicts.add(
          switch (flag.asString("")) {
            case "GOOD" -> Verdict.GOOD;
            case "BAD" -> Verdict.BAD;
            case "ABSTAIN" -> Verdict.ABSTAIN;
            default ->
                throw new WrongForm(
                    "%s.flags[%d][%d] is %s; it must be \"GOOD\", \"BAD\" or \"ABSTAIN\""
                        .formatted(place, i, verdicts.size(), flag));
          });
    }
    if (verdicts.isEmpty()) {
      throw new WrongForm("%s.flags[%d] is empty; an attempt has a step".formatted(place, i));
    }
    return new CreditGroup.Attempt(reward, verdicts);
  }

  private static Map<Form, List<double[]>> stored(JsonNode node, String place, CreditGroup group)
      throws WrongForm {
    var stored = new LinkedHashMap<Form, List<double[]>>();
    for (var form : MEMBERS.entrySet()) {
      if (node.has(form.getValue())) {
        stored.put(
            form.getKey(),
            matrix(node.path(form.getValue()), place + "." + form.getValue(), group));
      }
    }
    if (stored.isEmpty()) {
      throw new WrongForm(
          place + " stores no advantages; one of " + MEMBERS.values() + " is needed");
    }
    return stored;
  }

  private static List<double[]> matrix(JsonNode node, String place, CreditGroup group)
      throws WrongForm {
    var rows = new ArrayList<double[]>();
    for (var row : array(node, place)) {
      rows.add(numbers(row, "%s[%d]".formatted(place, rows.size())));
    }
    var shape = group.attempts().stream().map(attempt -> attempt.verdicts().size()).toList();
    if (!rows.stream().map(row -> row.length).toList().equals(shape)) {
      throw new WrongForm(place + " has not the shape of flags " + shape);
    }
    return rows;
  }

  private static double[] numbers(JsonNode node, String place) throws WrongForm {
    var values = new double[array(node, place).size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(node.get(i), "%s[%d]".formatted(place, i));
    }
    return values;
  }

  private static double number(JsonNode node, String place) throws WrongForm {
    if (!node.isNumber()) {
      throw new WrongForm(place + " is not a number");
    }
    return node.doubleValue();
  }

  private static JsonNode array(JsonNode node, String place) throws WrongForm {
    if (!node.isArray()) {
      throw new WrongForm(place + " is not an array; see the form in the help of this command");
    }
    return node;
  }

  private static Map<Form, String> members() {
    var members = new LinkedHashMap<Form, String>();
    members.put(Form.EXACT, "advantages");
    members.put(Form.ALL_STEPS, "advantages_all_steps");
    members.put(Form.POOLED, "advantages_pooled_steps");
    return members;
  }
}
