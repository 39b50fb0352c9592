package io.autodidact.attribution;

/**
 * How credit becomes advantages.
 *
 * @param alpha weight of the steps' credit beside the outcome
 */
public record AdvantageSettings(Form form, double alpha) {
  public static final AdvantageSettings DEFAULT = new AdvantageSettings(Form.LENGTH_SAFE, 0.1);

  public AdvantageSettings {
    if (!(alpha >= 0 && alpha <= 10)) {
      throw new IllegalArgumentException("alpha lies between 0 and 10, not " + alpha);
    }
  }

  /** The forms of ADCA-GRPO; {@link Advantages} has the formulas. */
  public enum Form {
    /** The exact form, with the steps' part bounded so that it never outweighs the outcome. */
    LENGTH_SAFE,
    /** The outcome on the last step, every attempt of equal weight: AgentEvolver's "decouple". */
    EXACT,
    /** The outcome on every step. */
    ALL_STEPS,
    /** As exact, but the steps of the group pooled for mean and deviation. */
    POOLED
  }
}
