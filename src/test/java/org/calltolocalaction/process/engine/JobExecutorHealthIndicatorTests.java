package org.calltolocalaction.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Whatever goes wrong, the answer is a word and never an exception: the page that watches
 * would be a failure itself.
 */
class JobExecutorHealthIndicatorTests {

	private final Node node = Node.on(Node.anEmptyDatabase(), execution -> {
	});

	@AfterEach
	void the_node_ends() {
		node.close();
	}

	@Test
	void it_is_up_where_jobs_run() {
		node.get(JobExecution.class).begin();

		Health health = health();

		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("active", true).containsEntry("incidents", 0L);
	}

	@Test
	void it_is_up_where_no_jobs_are_to_run_here() {
		JobExecutorHealthIndicator withoutJobs = new JobExecutorHealthIndicator(
				new StaticListableBeanFactory().getBeanProvider(JobExecution.class), node.get(RuntimeService.class));

		assertThat(withoutJobs.health().getStatus()).isEqualTo(Status.UP);
		assertThat(withoutJobs.health().getDetails()).containsEntry("active", false);
	}

	@Test
	void it_is_down_where_jobs_should_run_and_do_not() {
		node.get(JobExecution.class).begin();
		node.executor().shutdown();

		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void it_is_down_where_the_database_cannot_be_asked() {
		node.get(JobExecution.class).begin();
		((HikariDataSource) node.get(DataSource.class)).close();

		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
	}

	private Health health() {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("execution", node.get(JobExecution.class));
		return new JobExecutorHealthIndicator(beans.getBeanProvider(JobExecution.class), node.get(RuntimeService.class))
			.health();
	}

}
