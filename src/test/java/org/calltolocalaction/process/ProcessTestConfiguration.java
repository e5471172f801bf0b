package org.calltolocalaction.process;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.calltolocalaction.process.engine.EngineConfiguration;
import org.calltolocalaction.process.engine.Heartbeats;
import org.calltolocalaction.process.engine.ModelRelease;
import org.calltolocalaction.process.steps.AbsenceSteps;
import org.calltolocalaction.process.steps.EditionSteps;
import org.calltolocalaction.process.steps.ExtensionSteps;
import org.calltolocalaction.process.steps.JoinRequestSteps;
import org.calltolocalaction.process.steps.MailSteps;
import org.calltolocalaction.process.steps.ModelDates;
import org.calltolocalaction.process.steps.ModelFacts;
import org.calltolocalaction.process.steps.PledgeSteps;
import org.calltolocalaction.testing.SharedMappings;
import org.calltolocalaction.testing.TestDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The classes of this module as they run for real, on a database that the whole desk does
 * not know.
 */
// Found by its own tests only: the whole desk scans this package, too.
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@Import({ EngineConfiguration.class, Heartbeats.class, ModelRelease.class, PledgeSteps.class, EditionSteps.class,
		MailSteps.class, AbsenceSteps.class, ExtensionSteps.class, ModelDates.class, ModelFacts.class, Tasks.class,
		CamundaPledgeLifecycle.class, CamundaEditionCycle.class, CamundaDigestTimer.class, CamundaAbsenceTimer.class,
		CamundaExtensionTimer.class, CamundaJoinRequestTimer.class, JoinRequestSteps.class, CamundaMessageClerk.class,
		CamundaReviewTasks.class, CamundaReviewTimers.class, CamundaOpenReviewTasks.class, TakenFlows.class, Jobs.class,
		Given.class })
class ProcessTestConfiguration {

	// A schema would not do: the engine, looking for its tables, takes those of any
	// schema for its own.
	@Bean
	DataSource dataSource() {
		HikariDataSource database = new HikariDataSource();
		database.setJdbcUrl(TestDatabase.urlOfAnEmptyOne());
		database.setUsername(TestDatabase.USER);
		database.setPassword(TestDatabase.PASSWORD);
		database.setMaximumPoolSize(8);
		TablesOfThisModule.make(database);
		return database;
	}

	@Bean
	static SharedMappings sharedMappings() {
		return new SharedMappings();
	}

	@Bean
	JdbcClient jdbc(DataSource database) {
		return JdbcClient.create(database);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	PlatformTransactionManager transactionManager(DataSource dataSource) {
		return new JdbcTransactionManager(dataSource);
	}

	@Bean
	TransactionTemplate transaction(PlatformTransactionManager transactions) {
		return new TransactionTemplate(transactions);
	}

}
