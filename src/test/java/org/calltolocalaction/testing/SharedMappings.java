package org.calltolocalaction.testing;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.Transaction;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Engines of one run share what the first of them read of the engine's mappings to SQL:
 * reading them takes nine tenths of an engine's start. Each keeps its own database.
 */
public final class SharedMappings implements BeanPostProcessor {

	private static final AtomicReference<Configuration> READ = new AtomicReference<>();

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		Configuration read = READ.get();
		if (read != null && bean instanceof ProcessEngineConfigurationImpl settings) {
			settings.setSqlSessionFactory(new Sessions(read, settings));
		}
		return bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof ProcessEngine engine
				&& engine.getProcessEngineConfiguration() instanceof ProcessEngineConfigurationImpl settings) {
			READ.compareAndSet(null, settings.getSqlSessionFactory().getConfiguration());
		}
		return bean;
	}

	/**
	 * Sessions on the database of these settings, not on that of who read the mappings.
	 */
	private static final class Sessions extends DefaultSqlSessionFactory {

		private final ProcessEngineConfigurationImpl settings;

		private Sessions(Configuration read, ProcessEngineConfigurationImpl settings) {
			super(read);
			this.settings = settings;
		}

		@Override
		public SqlSession openSession() {
			Transaction transaction = settings.getTransactionFactory()
				.newTransaction(settings.getDataSource(), null, false);
			Configuration read = getConfiguration();
			return new DefaultSqlSession(read, read.newExecutor(transaction), false);
		}

	}

}
