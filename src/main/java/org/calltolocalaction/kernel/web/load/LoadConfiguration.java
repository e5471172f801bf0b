package org.calltolocalaction.kernel.web.load;

import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Puts the division of the server's threads before everything else that it does, and
 * watches its connections.
 */
@Configuration(proxyBeanMethods = false)
class LoadConfiguration {

	// Last, and so within what learns from a trusted proxy who is asking.
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<TomcatWebServerFactory> fairShares(Lanes lanes) {
		return server -> {
			server.addEngineValves(new FairShares(lanes));
			server.setProtocol(WatchedConnections.class.getName());
			server.addConnectorCustomizers(connector -> ((WatchedConnections) connector.getProtocolHandler())
				.endHeadersAfter(lanes.limits().grace().multipliedBy(2)));
		};
	}

}
