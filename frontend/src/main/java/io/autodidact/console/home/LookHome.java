package io.autodidact.console.home;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.learning.FirstStepsQueries;
import io.autodidact.learning.LearningRunQueries;
import io.autodidact.serving.ApprovalQueries;
import io.autodidact.serving.RedeemApproval;

/** What the start page reads, and how a waiting call is let happen. */
@SpringComponent
@OnRole(Role.CONSOLE)
record LookHome(
    LearningRunQueries runs,
    FirstStepsQueries steps,
    ApprovalQueries approvals,
    RedeemApproval redeem) {}
