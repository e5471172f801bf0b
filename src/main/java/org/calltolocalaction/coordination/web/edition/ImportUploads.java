package org.calltolocalaction.coordination.web.edition;

import org.calltolocalaction.kernel.request.UploadAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Says that the file of earlier pledges may be sent to the page that loads it. */
@Configuration(proxyBeanMethods = false)
class ImportUploads {

	@Bean
	UploadAddress earlierPledges() {
		return new UploadAddress("/coordination/import", DataSize.ofMegabytes(6));
	}

}
