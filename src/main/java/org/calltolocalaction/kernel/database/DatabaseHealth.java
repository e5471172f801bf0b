package org.calltolocalaction.kernel.database;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the database is there, as {@link DatabaseWatch} knows it: at once, and without
 * a question of its own, since anybody may ask as often as they like. Its name is that of
 * the one that comes with Spring Boot, which it replaces.
 */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

	private final DatabaseWatch watch;

	DatabaseHealth(DatabaseWatch watch) {
		this.watch = watch;
	}

	@Override
	public Health health() {
		Optional<SQLException> trouble = watch.trouble();
		return trouble.isPresent() ? Health.down(trouble.get()).build() : Health.up().build();
	}

}
