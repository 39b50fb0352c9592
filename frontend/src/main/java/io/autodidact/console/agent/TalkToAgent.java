package io.autodidact.console.agent;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.learning.LearningRunQueries;
import io.autodidact.release.AgentQueries;
import io.autodidact.serving.AskAgent;
import io.autodidact.serving.RedeemApproval;

/** What talking to an agent takes: to find it, to ask it, to let it do what wants approval. */
@SpringComponent
@OnRole(Role.CONSOLE)
record TalkToAgent(
    AgentQueries agents, LearningRunQueries runs, AskAgent ask, RedeemApproval redeem) {}
