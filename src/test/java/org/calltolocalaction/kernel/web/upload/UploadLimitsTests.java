package org.calltolocalaction.kernel.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.request.UploadAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.util.unit.DataSize;

/** Who may send how much, told from what a request says of itself. */
class UploadLimitsTests {

	private static final long MEGABYTE = DataSize.ofMegabytes(1).toBytes();

	private final UploadLimits limits = new UploadLimits(new UploadSizes(new ObjectProvider<>() {

		@Override
		public Stream<UploadAddress> stream() {
			return Stream.of(new UploadAddress("/files/*", DataSize.ofMegabytes(64)));
		}

	}));

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final MockFilterChain chain = new MockFilterChain();

	@Test
	void who_is_signed_in_may_send_files_where_they_are_taken() throws Exception {
		filter(upload("/files/1", 64 * MEGABYTE, true));

		assertThat(sent()).isEqualTo("Plan");
	}

	@Test
	void what_is_larger_is_refused_and_nothing_of_it_is_looked_at() throws Exception {
		filter(upload("/files/1", 64 * MEGABYTE + 1, true));

		assertThat(response.getStatus()).isEqualTo(413);
		assertThat(chain.getRequest()).isNull();
	}

	@Test
	void elsewhere_only_little_may_be_sent() throws Exception {
		filter(upload("/elsewhere", MEGABYTE + 1, true));

		assertThat(response.getStatus()).isEqualTo(413);
	}

	@Test
	void of_what_a_stranger_sends_nothing_large_is_read() throws Exception {
		filter(upload("/files/1", MEGABYTE + 1, false));

		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(sent()).isNull();
	}

	@Test
	void a_small_form_of_a_stranger_is_read() throws Exception {
		filter(upload("/elsewhere", MEGABYTE, false));

		assertThat(sent()).isEqualTo("Plan");
	}

	@Test
	void who_does_not_say_how_much_they_send_is_asked_to() throws Exception {
		filter(upload("/files/1", -1, true));

		assertThat(response.getStatus()).isEqualTo(411);
	}

	private void filter(HttpServletRequest request) throws Exception {
		limits.doFilter(request, response, chain);
	}

	private String sent() {
		return chain.getRequest().getParameter("title");
	}

	private static MockHttpServletRequest upload(String address, long size, boolean signedIn) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", address) {

			@Override
			public long getContentLengthLong() {
				return size;
			}

		};
		request.setServletPath(address);
		request.setContentType("multipart/form-data; boundary=x");
		request.addParameter("title", "Plan");
		if (signedIn) {
			request.getSession()
				.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, "somebody");
		}
		return request;
	}

}
