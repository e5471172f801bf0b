package org.calltolocalaction.process.engine;

import java.time.Duration;
import javax.sql.DataSource;
import org.calltolocalaction.process.steps.ModelBeans;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The engine, configured by hand: Camunda's own starter is made for an older Spring Boot,
 * and of what it would bring (web applications, REST) nothing is wanted here.
 */
@Configuration(proxyBeanMethods = false)
public class EngineConfiguration {

	private static final String KEPT_FOR_TEN_YEARS = "P3650D";

	private static final int WORKERS = 3;

	private static final int LONGEST_IDLE_MILLIS = 10_000;

	/**
	 * @param patience seconds that jobs have to end: a desk that stops has 40, of which
	 * requests may take 20
	 */
	@Bean
	NodeJobExecutor jobExecutor(Heartbeats nodes, @Value("${desk.engine.seconds-to-end-jobs:15}") int patience) {
		NodeJobExecutor executor = new NodeJobExecutor(nodes, Duration.ofSeconds(patience));
		executor.setCorePoolSize(WORKERS);
		executor.setMaxPoolSize(WORKERS);
		executor.setMaxWait(LONGEST_IDLE_MILLIS);
		return executor;
	}

	@Bean
	SpringTransactionsProcessEngineConfiguration engineSettings(DataSource dataSource,
			PlatformTransactionManager transactions, ConfigurableListableBeanFactory beans, NodeJobExecutor jobExecutor,
			ModelRelease models) {
		// Not a kind that knows the application context: scripts would reach every bean
		// through it.
		SpringTransactionsProcessEngineConfiguration settings = new EngineOfOneNode(dataSource, models);
		settings.setProcessEngineName("pledge-desk");
		settings.setDataSource(dataSource);
		settings.setTransactionManager(transactions);
		settings.setDatabaseType("postgres");
		settings.setDatabaseSchemaUpdate("true");
		settings.setIdGenerator(new StrongUuidGenerator());
		settings.setHistory(HistoryLevel.HISTORY_LEVEL_FULL.getName());
		settings.setHistoryTimeToLive(KEPT_FOR_TEN_YEARS);
		// An error event that nobody catches has to fail, not to end the process as if
		// all were well.
		settings.setEnableExceptionsAfterUnhandledBpmnError(true);
		// Who may do what is decided by the use cases; the engine is reached through them
		// only.
		settings.setAuthorizationEnabled(false);
		settings.setMetricsEnabled(false);
		settings.setTaskMetricsEnabled(false);
		settings.setDbMetricsReporterActivate(false);
		settings.setBeans(new ModelBeans(beans));
		// Without it the models' priorities are written down and nobody looks at them.
		settings.setJobExecutorAcquireByPriority(true);
		settings.setJobExecutor(jobExecutor);
		settings.setJobExecutorActivate(false);
		return settings;
	}

	/**
	 * Waits for the migrations: they expect a schema in which nobody has made tables
	 * before.
	 */
	@Bean
	@DependsOnDatabaseInitialization
	ProcessEngineFactoryBean processEngine(SpringTransactionsProcessEngineConfiguration settings) {
		ProcessEngineFactoryBean engine = new ProcessEngineFactoryBean();
		engine.setProcessEngineConfiguration(settings);
		return engine;
	}

	@Bean
	RuntimeService runtimeService(ProcessEngine engine) {
		return engine.getRuntimeService();
	}

	@Bean
	TaskService taskService(ProcessEngine engine) {
		return engine.getTaskService();
	}

	@Bean
	ManagementService managementService(ProcessEngine engine) {
		return engine.getManagementService();
	}

	/** For what is done to many processes at once. */
	@Bean
	CommandExecutor engineCommands(ProcessEngine engine) {
		return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
	}

	@Bean
	HistoryService historyService(ProcessEngine engine) {
		return engine.getHistoryService();
	}

}
