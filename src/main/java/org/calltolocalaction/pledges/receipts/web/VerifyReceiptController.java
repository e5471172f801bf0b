package org.calltolocalaction.pledges.receipts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.calltolocalaction.kernel.request.PublicPage;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.receipts.VerifyReceipt;
import org.calltolocalaction.pledges.receipts.VerifyReceipt.Finding;
import org.calltolocalaction.pledges.receipts.VerifyReceipt.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Anybody who has the file of a receipt learns here whether it is genuine. */
@Controller
@RequestMapping(VerifyReceiptController.ADDRESS)
class VerifyReceiptController {

	static final String ADDRESS = "/receipts/verify";

	/** Many times what a receipt has, and little enough to be read at once. */
	static final int MOST_BYTES = 64 * 1024;

	private static final String PAGE = "pledges/receipts/verify";

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	/**
	 * What the page says.
	 *
	 * @param verdict on what was sent; null where nothing was
	 * @param refused the key of the sentence why nothing was looked at; null where it was
	 * @param typed what was pasted, to be shown again
	 */
	record VerifyPage(@Nullable Verdict verdict, @Nullable String refused, String typed) implements PublicPage {

		/** How large the file may be, in kilobytes. */
		public int most() {
			return MOST_BYTES / 1024;
		}

		@Override
		public String publicPath() {
			return ADDRESS;
		}

		@Override
		public String about(UnaryOperator<String> messages) {
			return messages.apply("receipts.verify.lead");
		}

	}

	private final VerifyReceipt receipts;

	VerifyReceiptController(VerifyReceipt receipts) {
		this.receipts = receipts;
	}

	@GetMapping
	String page(Model model) {
		model.addAttribute("page", new VerifyPage(null, null, ""));
		return PAGE;
	}

	/**
	 * Answered at once and not by another address: nothing is kept of what was sent.
	 */
	@PostMapping
	String verify(@RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(defaultValue = "") @As(Text.PROSE) String text, Model model, HttpServletResponse response)
			throws IOException {
		if (file != null && file.getSize() > MOST_BYTES || text.length() > MOST_BYTES) {
			return refused("receipts.refused.large", "", model, response);
		}
		String sent = file == null || file.isEmpty() ? text : textOf(file);
		if (sent.isEmpty()) {
			return refused("receipts.refused.missing", "", model, response);
		}
		Verdict verdict = receipts.verify(sent);
		if (verdict.finding() == Finding.UNREADABLE) {
			return refused("receipts.refused.unreadable", text, model, response);
		}
		model.addAttribute("page", new VerifyPage(verdict, null, ""));
		return PAGE;
	}

	private static String refused(String why, String typed, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("page", new VerifyPage(null, why, typed)).addAttribute("invalid", Boolean.TRUE);
		return PAGE;
	}

	// Editors of text put a mark before what they save.
	private static String textOf(MultipartFile file) throws IOException {
		String text = new String(file.getBytes(), StandardCharsets.UTF_8);
		return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
	}

}
