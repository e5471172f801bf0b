package org.calltolocalaction.kernel.web;

import org.apache.catalina.Valve;
import org.apache.catalina.valves.RemoteIpValve;
import org.calltolocalaction.kernel.request.TrustedProxies;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Believes {@code X-Forwarded-*} from the proxies that are named in
 * {@code desk.trusted-proxies}, and from nobody else: who is asking is what limits count
 * by, and a header that anybody can write must not be a way around them.
 */
@Component
@Order(0)
class ProxyHeaders implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	private final TrustedProxies proxies;

	ProxyHeaders(@Value("${desk.trusted-proxies:}") String named) {
		this.proxies = TrustedProxies.named(named);
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory server) {
		server.addEngineValves(valves(proxies));
	}

	static Valve[] valves(TrustedProxies proxies) {
		UnbelievedProxies unbelieved = new UnbelievedProxies(proxies);
		return proxies.none() ? new Valve[] { unbelieved } : new Valve[] { unbelieved, believing(proxies) };
	}

	private static RemoteIpValve believing(TrustedProxies proxies) {
		RemoteIpValve valve = new RemoteIpValve();
		// Of a chain, the last address that is none of these is the visitor's: what
		// stands before it anybody may have
		// written.
		valve.setInternalProxies(proxies.inCidrNotation());
		// By default, proxies of private networks would be believed without having been
		// named.
		valve.setTrustedProxies(null);
		valve.setRemoteIpHeader("X-Forwarded-For");
		valve.setProtocolHeader("X-Forwarded-Proto");
		valve.setHostHeader("X-Forwarded-Host");
		valve.setPortHeader("X-Forwarded-Port");
		return valve;
	}

}
