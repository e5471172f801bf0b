package org.calltolocalaction.process.steps;

import org.calltolocalaction.reviews.absence.AbsenceId;
import org.calltolocalaction.reviews.absence.TellDeputy;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step of {@code absence}, which reads the absence's id. */
@Configuration(proxyBeanMethods = false)
public class AbsenceSteps {

	@Bean
	JavaDelegate tellDeputyStep(TellDeputy deputy) {
		return execution -> deputy.tell(AbsenceId.of(execution.getProcessBusinessKey()));
	}

}
