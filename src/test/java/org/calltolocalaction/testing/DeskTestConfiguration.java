package org.calltolocalaction.testing;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.calltolocalaction.coordination.consistency.BackgroundWork;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Primary;

/** What a test can take hold of with {@code @Autowired}. */
@TestConfiguration(proxyBeanMethods = false)
@Import({ ConfirmedGovernments.class, Deliveries.class, EditionStory.class, EngineJobs.class, Inbox.class, Story.class,
		Visitors.class })
class DeskTestConfiguration {

	@Bean
	@Primary
	MutableClock mutableClock() {
		return new MutableClock(DeskTestConfiguration::tellTheEngine);
	}

	// Else the engine's history would tell of another time than the desk's tables.
	private static void tellTheEngine(Optional<Instant> time) {
		time.map(Date::from).ifPresentOrElse(ClockUtil::setCurrentTime, ClockUtil::reset);
	}

	@Bean
	static SharedMappings sharedMappings() {
		return new SharedMappings();
	}

	// It serves other desks of this run, too.
	@Bean(destroyMethod = "")
	GreenMail mailServer() {
		return TestMailServer.instance();
	}

	/** A check is over when its page answers: no test waits for it. */
	@Bean
	@Primary
	BackgroundWork atOnce() {
		return Runnable::run;
	}

}
