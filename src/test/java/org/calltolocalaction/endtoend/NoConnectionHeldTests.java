package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachFile;
import org.calltolocalaction.pledges.files.AttachFile.Attached;
import org.calltolocalaction.pledges.files.AttachFile.Upload;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.SampleFiles;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * A reader on a slow line takes no connection to the database from others: none is held
 * while an answer is written.
 */
@DeskTest
class NoConnectionHeldTests {

	@Autowired
	private Story story;

	@Autowired
	private AttachFile attach;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private WebApplicationContext desk;

	private final List<String> held = new ArrayList<>();

	private int writes;

	private MockMvc mvc;

	private Person member;

	private PledgeReference draft;

	private PledgeReference submitted;

	private String file;

	@BeforeEach
	void pledges() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).addFilters(watching()).apply(springSecurity()).build();
		story.aSharedCall();
		member = story.memberOf("Kampala");
		submitted = story.aPledgeUnderReviewBy(member);
		draft = story.aDraftBy(member);
		Upload large = new Upload("plan.pdf", 1 << 20, new ByteArrayResource(SampleFiles.pdf("Plan", 1 << 20)));
		Attached attached = (Attached) attach.attach(draft, "attachments", large, UUID.randomUUID(), member);
		file = attached.file().id();
	}

	@Test
	void while_a_page_is_written() throws Exception {
		for (String address : List.of("/", "/pledges", "/pledges?q=water", "/reports", "/sign-in", "/pledge-form")) {
			opens(get(address));
		}
		for (String address : List.of("/my", "/my/profile", "/my/pledges/" + draft,
				"/my/pledges/" + submitted + "/status", "/my/pledges/" + submitted + "/receipt")) {
			opens(get(address).with(by(member)));
		}
		Person reviewer = story.reviewer("UCLG", "Ada");
		for (String address : List.of("/reviews", "/reviews/" + submitted)) {
			opens(get(address).with(by(reviewer)));
		}
		Person coordinator = story.coordinator();
		for (String address : List.of("/coordination", "/coordination/pledges/" + submitted)) {
			opens(get(address).with(by(coordinator)));
		}
	}

	@Test
	void while_a_file_is_sent_piece_by_piece() throws Exception {
		opens(get("/my/pledges/" + draft + "/files/" + file).with(by(member)));

		assertThat(writes).as("pieces of a file of a megabyte").isGreaterThan(3);
	}

	@Test
	void while_everything_that_a_government_has_is_sent() throws Exception {
		opens(get("/my/pledges.zip").with(by(member)));

		assertThat(writes).isGreaterThan(3);
	}

	@Test
	void while_a_document_on_paper_is_sent() throws Exception {
		opens(get("/my/pledges/" + draft + "/draft.pdf").with(by(member)));
		opens(get("/my/pledges/" + submitted + "/revisions/1/receipt.pdf").with(by(member)));
	}

	@Test
	void while_a_spreadsheet_of_reviews_is_sent() throws Exception {
		opens(get("/reviews/offline/reviews.xlsx?tab=partner").with(by(story.reviewer("UCLG", "Ada"))));
	}

	private void opens(MockHttpServletRequestBuilder request) throws Exception {
		int before = writes;
		mvc.perform(request).andExpect(status().isOk());

		assertThat(writes).as("the answer was watched").isGreaterThan(before);
		assertThat(held).as("where a connection was held while something was written").isEmpty();
	}

	private Filter watching() {
		return (request, response, chain) -> chain.doFilter(request,
				new HttpServletResponseWrapper((HttpServletResponse) response) {

					@Override
					public ServletOutputStream getOutputStream() throws IOException {
						ServletOutputStream out = super.getOutputStream();
						return new ServletOutputStream() {

							@Override
							public void write(int b) throws IOException {
								out.write(b);
							}

							@Override
							public void write(byte[] bytes, int offset, int length) throws IOException {
								look();
								out.write(bytes, offset, length);
							}

							@Override
							public boolean isReady() {
								return true;
							}

							@Override
							public void setWriteListener(WriteListener listener) {
								out.setWriteListener(listener);
							}

						};
					}

					@Override
					public PrintWriter getWriter() throws IOException {
						return new PrintWriter(new FilterWriter(super.getWriter()) {

							@Override
							public void write(String text, int offset, int length) throws IOException {
								look();
								super.write(text, offset, length);
							}

							@Override
							public void write(char[] letters, int offset, int length) throws IOException {
								look();
								super.write(letters, offset, length);
							}

						});
					}

					private void look() throws IOException {
						writes++;
						try {
							int active = dataSource.unwrap(HikariDataSource.class)
								.getHikariPoolMXBean()
								.getActiveConnections();
							if (active > 0) {
								held.add(active + " at " + ((HttpServletRequest) request).getRequestURI());
							}
						}
						catch (SQLException ex) {
							throw new IOException(ex);
						}
					}

				});
	}

}
