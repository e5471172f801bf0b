package org.calltolocalaction.kernel.web.load;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as the server speaks it, but that a request whose headers never end is not waited
 * for. The server itself ends only connections that are silent; one that sends a letter
 * now and then would keep its place for ever. Made by the server, by its name.
 */
public final class WatchedConnections extends Http11NioProtocol {

	private static final Set<Integer> WHILE_HEADERS_COME = Set.of(Constants.STAGE_PARSE, Constants.STAGE_ENDED);

	private volatile long patience = Long.MAX_VALUE;

	private @Nullable ScheduledFuture<?> watch;

	/** How long the headers of a request may take. */
	void endHeadersAfter(Duration longest) {
		patience = longest.toNanos();
	}

	@Override
	public void start() throws Exception {
		super.start();
		watch = getUtilityExecutor().scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
	}

	@Override
	public void stop() throws Exception {
		if (watch != null) {
			watch.cancel(false);
		}
		super.stop();
	}

	private void look() {
		long now = System.nanoTime();
		for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
			if (connection.getCurrentProcessor() instanceof Processor processor && !processor.isAsync()
					&& !processor.isUpgrade() && neverEnds(processor.getRequest(), now)) {
				connection.close();
			}
		}
	}

	// Between two letters the server has put the request away as ended, but only one that
	// was answered loses its start.
	private boolean neverEnds(Request request, long now) {
		return request != null && WHILE_HEADERS_COME.contains(request.getRequestProcessor().getStage())
				&& request.getStartTimeNanos() > 0 && now - request.getStartTimeNanos() > patience;
	}

}
