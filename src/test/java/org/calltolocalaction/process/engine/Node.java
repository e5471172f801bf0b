package org.calltolocalaction.process.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.calltolocalaction.process.TablesOfThisModule;
import org.calltolocalaction.testing.SharedMappings;
import org.calltolocalaction.testing.TestDatabase;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * One of several desks on a database, as far as the engine is concerned: its settings,
 * its job executor and its heartbeats are the real ones. It runs one small process, whose
 * step a test gives, and says that it lives when a test makes it.
 */
final class Node implements AutoCloseable {

	static final String PROCESS = "one-step";

	// Drawn once: the builder gives what has no id another one each time.
	private static final Map<String, byte[]> MODELS = new ConcurrentHashMap<>();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private Node(String url, int release, Map<String, byte[]> models, JavaDelegate step) {
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("of this node", Map.of("desk.engine.seconds-to-end-jobs", "1")));
		context.registerBean(DataSource.class, () -> database(url));
		context.registerBean(PlatformTransactionManager.class,
				() -> new JdbcTransactionManager(context.getBean(DataSource.class)));
		context.registerBean(JdbcClient.class, () -> JdbcClient.create(context.getBean(DataSource.class)));
		context.registerBean(ModelRelease.class,
				() -> new ModelRelease(release, models, context.getBean(JdbcClient.class), Clock.systemUTC()));
		context.registerBean("step", JavaDelegate.class, () -> step);
		context.addBeanFactoryPostProcessor(beans -> {
			beans.addBeanPostProcessor(
					withTablesOnlyIf(models.keySet().stream().anyMatch(model -> model.endsWith(".dmn"))));
			beans.addBeanPostProcessor(new SharedMappings());
		});
		context.register(EngineConfiguration.class, Heartbeats.class, JobExecution.class, Transactions.class);
		context.refresh();
	}

	/** Getting ready for decision tables takes the engine seconds. */
	private static BeanPostProcessor withTablesOnlyIf(boolean thereAreAny) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof SpringTransactionsProcessEngineConfiguration settings) {
					settings.setDmnEnabled(thereAreAny);
				}
				return bean;
			}

		};
	}

	/** Starts on this database, and runs no jobs yet. */
	static Node on(String url, JavaDelegate step) {
		return new Node(url, 1, Map.of(PROCESS + ".bpmn", model("a step")), step);
	}

	static Node on(String url, int release, Map<String, byte[]> models) {
		return new Node(url, release, models, execution -> {
		});
	}

	/** A database with this module's tables alone. */
	static String anEmptyDatabase() {
		String url = TestDatabase.urlOfAnEmptyOne();
		try (HikariDataSource database = database(url)) {
			TablesOfThisModule.make(database);
		}
		return url;
	}

	/**
	 * A database in which an engine has been, so that no other has to make its tables; no
	 * model was ever deployed.
	 */
	static String aDatabaseWithTables() {
		return TestDatabase.urlOfACopyOf(WithTables.URL);
	}

	/** The process with its step under another name, so that it is another version. */
	static byte[] model(String step) {
		return MODELS.computeIfAbsent(step, Node::drawn);
	}

	private static byte[] drawn(String step) {
		return Bpmn
			.convertToString(Bpmn.createExecutableProcess(PROCESS)
				.camundaHistoryTimeToLiveString("P1D")
				.startEvent()
				.serviceTask("Task_Step")
				.name(step)
				.camundaAsyncBefore()
				.camundaDelegateExpression("${step}")
				.endEvent()
				.done())
			.getBytes(StandardCharsets.UTF_8);
	}

	/** Fetches and runs jobs from now on; only what a test does says that it lives. */
	Node works() {
		beats();
		executor().start();
		return this;
	}

	void beats() {
		context.getBean(JobExecution.class).beat();
	}

	void stops() {
		context.getBean(JobExecution.class).stop();
	}

	void begins(int processes) {
		for (int i = 0; i < processes; i++) {
			get(RuntimeService.class).startProcessInstanceByKey(PROCESS, UUID.randomUUID().toString());
		}
	}

	/** What the node would lock if it looked for jobs now. */
	AcquiredJobs fetches() {
		return get(SpringTransactionsProcessEngineConfiguration.class).getCommandExecutorTxRequired()
			.execute(executor().getAcquireJobsCmd(3));
	}

	NodeJobExecutor executor() {
		return get(NodeJobExecutor.class);
	}

	long jobs() {
		return get(ManagementService.class).createJobQuery().count();
	}

	ProcessEngine engine() {
		return get(ProcessEngine.class);
	}

	JdbcClient jdbc() {
		return get(JdbcClient.class);
	}

	<T> T get(Class<T> type) {
		return context.getBean(type);
	}

	@Override
	public void close() {
		context.close();
	}

	private static HikariDataSource database(String url) {
		HikariDataSource database = new HikariDataSource();
		database.setJdbcUrl(url);
		database.setUsername(TestDatabase.USER);
		database.setPassword(TestDatabase.PASSWORD);
		database.setMaximumPoolSize(8);
		return database;
	}

	/** Made when the first test asks for it. */
	private static final class WithTables {

		private static final String URL = made();

		private static String made() {
			String url = anEmptyDatabase();
			try (Node first = on(url, execution -> {
			})) {
				RepositoryService models = first.engine().getRepositoryService();
				models.createDeploymentQuery()
					.list()
					.forEach(deployment -> models.deleteDeployment(deployment.getId(), true));
				first.jdbc().sql("delete from engine_models").update();
			}
			return url;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	static class Transactions {

	}

}
