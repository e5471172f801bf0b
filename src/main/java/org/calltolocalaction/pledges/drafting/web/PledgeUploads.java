package org.calltolocalaction.pledges.drafting.web;

import org.calltolocalaction.kernel.request.UploadAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Says that files may be sent with the parts of a pledge. */
@Configuration(proxyBeanMethods = false)
class PledgeUploads {

	/**
	 * All five files at once, with what is typed; somewhat more, so that a sentence can
	 * say which one is too large.
	 */
	@Bean
	UploadAddress partsOfPledges() {
		return new UploadAddress("/my/pledges/*/sections/*", DataSize.ofMegabytes(64));
	}

}
