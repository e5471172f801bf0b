package org.calltolocalaction.coordination.web.processes;

import java.util.Optional;
import java.util.regex.Pattern;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.ModelVersion;
import org.calltolocalaction.coordination.processes.NodeId;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a model, a version of it and its steps are shown. */
final class ProcessAddress {

	private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

	private ProcessAddress() {
	}

	/** What was typed; nothing where it is no version. */
	static Optional<Integer> version(String typed) {
		return VERSION.matcher(typed).matches() ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
	}

	static String of(ModelVersion version) {
		return address(version, builder(version.model(), ""));
	}

	static String of(ModelVersion version, NodeId step) {
		return address(version, builder(version.model(), "/steps/" + step));
	}

	static String after(ModelVersion version, NodeId step, String last) {
		return address(version, builder(version.model(), "/steps/" + step).queryParam("after", last));
	}

	private static UriComponentsBuilder builder(ModelKey model, String rest) {
		return UriComponentsBuilder.fromPath("/coordination/processes/" + model + rest);
	}

	private static String address(ModelVersion version, UriComponentsBuilder address) {
		if (!version.latest()) {
			address.queryParam("version", version.version());
		}
		return address.build().encode().toUriString();
	}

}
