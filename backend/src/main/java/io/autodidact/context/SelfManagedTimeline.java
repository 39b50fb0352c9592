package io.autodidact.context;

import io.autodidact.context.ChatFormat.Role;
import io.autodidact.context.TokenAccount.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets the agent decide what stays in its prompt. What it is told bears the number of the turn;
 * {@code drop_turns}, {@code compress_turns} and {@code keep_turns} with such numbers take turns
 * out, put them into a line, or bring them back whole: nothing is lost for good. Turns are kept
 * token for token as they were sampled, so as long as nothing is rearranged prompts only grow. A
 * turn that only rearranged is gone once the next has followed.
 */
final class SelfManagedTimeline implements Timeline {
  static final String INSTRUCTIONS =
      "Results are numbered: keep_turns, compress_turns or drop_turns with numbers decide what you"
          + " still see of them. ";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private final Opening opening;
  private final ChatFormat chat;
  private final TreeMap<Integer, Turn> turns = new TreeMap<>();

  /** The number of the turn that rearranged others; 0 where the last turn did not. */
  private int passing;

  SelfManagedTimeline(Opening opening, ChatFormat chat) {
    this.opening = opening;
    this.chat = chat;
  }

  private enum Shown {
    WHOLE,
    LINE,
    NOT
  }

  private record Turn(int[] completion, String call, String observation, Shown shown) {
    Turn told(String text) {
      return new Turn(completion, call, text, shown);
    }

    Turn as(Shown now) {
      return new Turn(completion, call, observation, now);
    }
  }

  @Override
  public Snapshot prompt() {
    var building = new Building();
    turns.forEach(building::add);
    return building.finish();
  }

  @Override
  public void heard(int[] completion, String call) {
    turns.remove(passing);
    passing = 0;
    int number = turns.isEmpty() ? 1 : turns.lastKey() + 1;
    turns.put(number, new Turn(completion.clone(), call, "", Shown.WHOLE));
  }

  @Override
  public void told(String observation) {
    turns.computeIfPresent(turns.lastKey(), (number, turn) -> turn.told(observation));
  }

  /** Does to earlier turns what the agent asked for; answers what came of it. */
  String rearrange(ContextTool tool, String numbers) {
    passing = turns.lastKey();
    var wanted =
        NUMBER
            .matcher(numbers)
            .results()
            .map(found -> Integer.parseInt(found.group()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var earlier = turns.headMap(passing);
    if (wanted.isEmpty() || !earlier.keySet().containsAll(wanted)) {
      return "error: name turns by their numbers, of " + listed(earlier.keySet());
    }
    var shown =
        switch (tool) {
          case KEEP_TURNS -> Shown.WHOLE;
          case COMPRESS_TURNS -> Shown.LINE;
          case DROP_TURNS -> Shown.NOT;
          case SEARCH_OPERATIONS, MORE -> throw new IllegalArgumentException(tool.word());
        };
    wanted.forEach(number -> turns.computeIfPresent(number, (same, turn) -> turn.as(shown)));
    return "done";
  }

  private static String listed(Set<Integer> numbers) {
    return numbers.isEmpty()
        ? "which there are none yet"
        : numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** One prompt in the making. */
  private final class Building {
    private final List<int[]> parts = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private TokenAccount account = opening.account();

    Building() {
      parts.add(opening.tokens());
    }

    void add(int number, Turn turn) {
      switch (turn.shown()) {
        case WHOLE -> {
          addLines();
          add(Source.AGENT, chat.beforeAgent());
          add(Source.AGENT, Tokens.join(turn.completion(), chat.afterAgent(turn.completion())));
          add(Source.OBSERVATION, chat.turn(Role.TOOL, "[" + number + "] " + turn.observation()));
        }
        case LINE ->
            lines.add("[%d] %s".formatted(number, Clip.line(turn.call(), turn.observation())));
        case NOT -> {}
      }
    }

    /** Neighbours that are a line each stand in one turn. */
    private void addLines() {
      if (!lines.isEmpty()) {
        add(Source.MEMORY, chat.turn(Role.SYSTEM, "Earlier:\n" + String.join("\n", lines)));
        lines.clear();
      }
    }

    private void add(Source source, int[] tokens) {
      parts.add(tokens);
      account = account.plus(source, tokens.length);
    }

    Snapshot finish() {
      addLines();
      add(Source.AGENT, chat.beforeAgent());
      return new Snapshot(Tokens.join(parts), account);
    }
  }
}
