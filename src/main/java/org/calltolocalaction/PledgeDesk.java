package org.calltolocalaction;

import java.time.Clock;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * Starts the pledge desk: one deployable, whose modules are the packages beside this
 * class.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PledgeDesk {

	public static void main(String[] args) {
		// The engine keeps its due dates in the machine's zone; one that changes its
		// clocks would have an hour twice.
		TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
		SpringApplication.run(PledgeDesk.class, args);
	}

	/** The one source of time. It tells instants; whoever needs a date names the zone. */
	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
