package org.calltolocalaction.kernel.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the watch between the desk and its pool, and between the pool and the database,
 * wherever both come from.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	@Bean
	static BeanPostProcessor watchedPool(ObjectProvider<DatabaseWatch> watch, ObjectProvider<Patience> patience) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof HikariDataSource pool && pool.getDataSource() == null
						&& pool.getJdbcUrl() != null) {
					PhysicalConnections connections = new PhysicalConnections(
							driver(pool, pool.getDataSourceProperties()));
					pool.setDataSource(connections);
					watch.getObject().over(pool, connections, driver(pool, impatient(pool, patience.getObject())));
				}
				return bean;
			}

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return bean instanceof HikariDataSource pool ? new WatchedDataSource(pool, watch.getObject()) : bean;
			}

		};
	}

	private static DriverDataSource driver(HikariDataSource pool, Properties properties) {
		return new DriverDataSource(pool.getJdbcUrl(), pool.getDriverClassName(), properties, pool.getUsername(),
				pool.getPassword());
	}

	private static Properties impatient(HikariDataSource pool, Patience patience) {
		Properties properties = new Properties();
		properties.putAll(pool.getDataSourceProperties());
		String seconds = String.valueOf(patience.silenceInSeconds());
		properties.setProperty("connectTimeout", seconds);
		properties.setProperty("loginTimeout", seconds);
		properties.setProperty("socketTimeout", seconds);
		return properties;
	}

}
