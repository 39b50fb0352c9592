package io.autodidact.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainQuestionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the e-mail address of customer Britteny Nader?",
        "How many lines does purchase order PO-8660 have?",
        "Which suppliers are active?",
        "Is item Grauwick-shelf 2.5 discontinued?",
        " and how much does it cost? "
      })
  void aSentenceThatAsksForAFactIsAPlainQuestion(String request) {
    assertThat(PlainQuestion.is(request)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Can you set the price of Lumonor rug to 12?",
        "What is the price of Lumonor rug? Set it to 12.",
        "Would you please delete the rug?",
        "Look up the price of Lumonor rug.",
        "Set the price to 12; is that all right?",
        ""
      })
  void aWishIsNone(String request) {
    assertThat(PlainQuestion.is(request)).isFalse();
  }
}
