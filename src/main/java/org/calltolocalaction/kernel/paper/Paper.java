package org.calltolocalaction.kernel.paper;

import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * The desk's one way to a PDF: a template is drawn in the reader's language and set on
 * pages of paper. Only some are made at once, because one takes the memory of many pages
 * of the screen; who comes too many is told that the desk is busy.
 */
@Component
public class Paper {

	private static final int AT_ONCE = 2;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final SpringTemplateEngine templates;

	private final ApplicationContext beans;

	private final Semaphore turns = new Semaphore(AT_ONCE, true);

	private final String styles;

	static {
		// It would tell the log of each style and font that it reads.
		XRLog.setLoggingEnabled(false);
	}

	Paper(SpringTemplateEngine templates, ApplicationContext beans) throws IOException {
		this.templates = templates;
		this.beans = beans;
		this.styles = new ClassPathResource("templates/layout/paper.css").getContentAsString(StandardCharsets.UTF_8);
	}

	/**
	 * Makes the document, which the caller closes.
	 * @param page is asked for only when it is this document's turn, so that its pictures
	 * wait outside the memory
	 */
	public PaperFile make(Supplier<PaperPage> page) {
		takeTurn();
		try {
			return made(page.get());
		}
		catch (IOException full) {
			throw new UncheckedIOException("No document can be written", full);
		}
		finally {
			turns.release();
		}
	}

	private String drawn(PaperPage page) {
		return templates.process(page.template(),
				new Context(page.language(),
						Map.of("page", page.page(),
								ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
								new ThymeleafEvaluationContext(beans, null))));
	}

	private PaperFile made(PaperPage page) throws IOException {
		PaperMarkup markup = PaperMarkup.of(drawn(page), page, styles);
		Path file = Files.createTempFile("paper", ".pdf");
		try {
			try (OutputStream out = Files.newOutputStream(file)) {
				new PaperPdf(page.pictures()).write(markup, page, out);
			}
			return new PaperFile(file);
		}
		catch (IOException | RuntimeException failed) {
			Files.deleteIfExists(file);
			throw failed;
		}
	}

	private void takeTurn() {
		try {
			if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new TooManyAtOnce();
			}
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
			throw new TooManyAtOnce();
		}
	}

}
