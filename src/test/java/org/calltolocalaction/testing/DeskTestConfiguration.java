package org.calltolocalaction.testing;

import com.icegreen.greenmail.util.GreenMail;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What a test can take hold of with {@code @Autowired}. */
@TestConfiguration(proxyBeanMethods = false)
@Import({ EngineJobs.class, Story.class })
class DeskTestConfiguration {

	@Bean
	@Primary
	MutableClock mutableClock() {
		return new MutableClock();
	}

	// It serves other desks of this run, too.
	@Bean(destroyMethod = "")
	GreenMail mailServer() {
		return TestMailServer.instance();
	}

}
