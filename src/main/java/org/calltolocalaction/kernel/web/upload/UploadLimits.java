package org.calltolocalaction.kernel.web.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.OutputStream;
import org.calltolocalaction.kernel.web.load.PacedBody;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides, before anything of a form with files is read or kept on disk, whether it may
 * be: by its address, by the size that it says it has, and by whether its sender is
 * signed in. The server knows one limit for all addresses, which has to be that of the
 * largest.
 */
@Component
@Order(OversizedPosts.AFTER_THE_SESSION_IS_KNOWN - 1)
class UploadLimits extends OncePerRequestFilter {

	/**
	 * Browsers show an answer only when all is sent; what is larger than this is not
	 * waited for.
	 */
	private static final DataSize READ_TO_ITS_END = DataSize.ofMegabytes(256);

	private final UploadSizes sizes;

	UploadLimits(UploadSizes sizes) {
		this.sizes = sizes;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")) {
			chain.doFilter(request, response);
			return;
		}
		long size = request.getContentLengthLong();
		boolean signedIn = signedIn(request);
		if (size < 0) {
			// Browsers say how much they send; nothing could be said of it before it is
			// here.
			refuse(HttpStatus.LENGTH_REQUIRED, request, response);
		}
		else if (size <= UploadSizes.SMALL.toBytes() || size <= sizes.most(request) && signedIn) {
			chain.doFilter(request, response);
		}
		else if (size <= sizes.most(request)) {
			// Without the form's token security refuses it as it refuses every post of a
			// session that has ended.
			OversizedPosts.refuse(request);
			chain.doFilter(new WithoutParameters(request), response);
		}
		else {
			if (signedIn && size <= READ_TO_ITS_END.toBytes() && !readToItsEnd(request)) {
				// Too slow, which is what they are told, or gone.
				OversizedPosts.refuse(request);
				PacedBody.answered(request);
				return;
			}
			refuse(HttpStatus.CONTENT_TOO_LARGE, request, response);
		}
	}

	private static boolean readToItsEnd(HttpServletRequest request) {
		try {
			request.getInputStream().transferTo(OutputStream.nullOutputStream());
			return true;
		}
		catch (IOException cutOff) {
			return false;
		}
	}

	private static boolean signedIn(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null
				&& session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
	}

	private static void refuse(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		OversizedPosts.refuse(request);
		response.setHeader(HttpHeaders.CONNECTION, "close");
		response.sendError(status.value());
	}

}
