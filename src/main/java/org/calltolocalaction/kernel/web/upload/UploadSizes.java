package org.calltolocalaction.kernel.web.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.calltolocalaction.kernel.request.UploadAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPatternParser;

/** How large a form with files may be, by the address to which it is sent. */
@Component
public class UploadSizes {

	/** What a form without files may hold, and one of a stranger. */
	public static final DataSize SMALL = DataSize.ofMegabytes(1);

	private final List<UploadAddress> addresses;

	public UploadSizes(ObjectProvider<UploadAddress> addresses) {
		this.addresses = addresses.stream().toList();
	}

	/** In bytes, of who is signed in. */
	public long most(HttpServletRequest request) {
		PathContainer path = PathContainer.parsePath(request.getServletPath());
		return addresses.stream()
			.filter(address -> PathPatternParser.defaultInstance.parse(address.pattern()).matches(path))
			.mapToLong(address -> address.most().toBytes())
			.findFirst()
			.orElse(SMALL.toBytes());
	}

}
