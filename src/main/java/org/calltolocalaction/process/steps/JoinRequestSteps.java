package org.calltolocalaction.process.steps;

import org.calltolocalaction.governments.membership.JoinReminder;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.notifications.membership.JoinRequestMails;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code join-request}, which read the request's id. */
@Configuration(proxyBeanMethods = false)
public class JoinRequestSteps {

	@Bean
	JavaDelegate remindOfJoinRequestStep(JoinRequestMails mails) {
		return execution -> mails.reminder(MembershipId.of(execution.getProcessBusinessKey()), JoinReminder.FIRST);
	}

	@Bean
	JavaDelegate remindOfJoinRequestAgainStep(JoinRequestMails mails) {
		return execution -> mails.reminder(MembershipId.of(execution.getProcessBusinessKey()), JoinReminder.SECOND);
	}

	@Bean
	JavaDelegate tellCoordinatorsOfJoinRequestStep(JoinRequestMails mails) {
		return execution -> mails.reminder(MembershipId.of(execution.getProcessBusinessKey()),
				JoinReminder.COORDINATORS);
	}

}
