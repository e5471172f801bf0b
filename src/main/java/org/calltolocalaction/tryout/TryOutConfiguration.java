package org.calltolocalaction.tryout;

import java.io.IOException;
import java.time.Clock;
import org.calltolocalaction.kernel.operation.WatchedFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands in for the servers that a desk has when it runs for real. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnTryOut
class TryOutConfiguration {

	@Bean(destroyMethod = "close")
	EmbeddedDatabase embeddedDatabase(DataFolder folder, @Value("${desk.tryout.database.durable:true}") boolean durable)
			throws IOException {
		return new EmbeddedDatabase(folder, durable);
	}

	@Bean
	WatchedFolder dataFolder(DataFolder folder) {
		return new WatchedFolder(folder.root());
	}

	/** Made when the folder is this desk's, which the database sees to. */
	@Bean
	DemonstrationKey demonstrationKey(DataFolder folder, EmbeddedDatabase afterItsLock) {
		return new DemonstrationKey(folder.signingKey());
	}

	@Bean
	@ConditionalOnBooleanProperty(StartingMode.LOCAL_MAILBOX)
	LocalMailbox localMailbox(DataFolder folder, Clock clock) {
		return new LocalMailbox(folder.mailbox(), clock);
	}

}
