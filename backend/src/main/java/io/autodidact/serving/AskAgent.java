package io.autodidact.serving;

import io.autodidact.api.NotFound;
import io.autodidact.release.Release;
import org.springframework.stereotype.Component;

/** Has one version of an agent do something on the live software, for somebody who tries it. */
@Component
public class AskAgent {
  private final PutToWork putToWork;
  private final AnswerChat chat;

  AskAgent(PutToWork putToWork, AnswerChat chat) {
    this.putToWork = putToWork;
    this.chat = chat;
  }

  /**
   * @throws NotFound if that version did not pass its gate
   * @throws io.autodidact.engine.EngineException if the engine can not be used now
   * @throws io.autodidact.connector.ConnectorException if the software can not be reached
   */
  public Served ask(Release release, String request) throws InterruptedException {
    if (!release.isReleased()) {
      throw new NotFound("released version");
    }
    return chat.answer(putToWork.of(release), request);
  }
}
