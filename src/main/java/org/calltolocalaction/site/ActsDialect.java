package org.calltolocalaction.site;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Keeps what changes something off the pages of who only reads. A form that is posted
 * there is left out by itself; whatever else leads to an act, a link or a heading, says
 * so by {@code desk:act}; a form that only reads although it is posted, by
 * {@code data-reads}. Whoever looks on in somebody's place sees what that person has, and
 * that it is not available to them. Nothing is protected by it: the use cases refuse.
 */
@Component
class ActsDialect extends AbstractProcessorDialect {

	private static final String PREFIX = "desk";

	// After the standard dialect, which knows whether there is such an element at all.
	private static final int LAST = StandardDialect.PROCESSOR_PRECEDENCE + 1000;

	private static final String READS = "data-reads";

	/** Inside a form that whoever looks on in somebody's place cannot send. */
	private static final String NOT_AVAILABLE = "deskNotAvailable";

	ActsDialect() {
		super("Acts", PREFIX, LAST);
	}

	@Override
	public Set<IProcessor> getProcessors(String dialectPrefix) {
		return Set.of(new Act(dialectPrefix), new PostedForm(), new Button());
	}

	private static boolean readsOnly(ITemplateContext context) {
		return context.getVariable("frame") instanceof Frame frame && frame.readsOnly();
	}

	private static boolean viewed(ITemplateContext context) {
		return context.getVariable("frame") instanceof Frame frame && frame.viewed();
	}

	/** {@code desk:act}, of what is shown to those who act. */
	private static final class Act extends AbstractAttributeTagProcessor {

		Act(String prefix) {
			super(TemplateMode.HTML, prefix, null, false, "act", true, LAST, true);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value,
				IElementTagStructureHandler structure) {
			if (readsOnly(context)) {
				structure.removeElement();
			}
			else if (viewed(context)) {
				structure.removeAttribute("href");
				structure.setAttribute("aria-disabled", "true");
				String looks = tag.getAttributeValue("class");
				if (looks != null && looks.contains("govuk-button")) {
					structure.setAttribute("class", looks + " govuk-button--disabled");
				}
			}
		}

	}

	/** A form that is posted, but for the layout's own. */
	private static final class PostedForm extends AbstractAttributeTagProcessor {

		PostedForm() {
			super(TemplateMode.HTML, null, "form", false, "method", false, LAST, false);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value,
				IElementTagStructureHandler structure) {
			if (!"post".equalsIgnoreCase(value) || tag.hasAttribute(READS)) {
				return;
			}
			if (readsOnly(context)) {
				structure.removeElement();
			}
			else if (viewed(context)) {
				structure.setLocalVariable(NOT_AVAILABLE, true);
			}
		}

	}

	/** A button of such a form. */
	private static final class Button extends AbstractElementTagProcessor {

		Button() {
			super(TemplateMode.HTML, null, "button", false, null, false, LAST);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag,
				IElementTagStructureHandler structure) {
			if (Boolean.TRUE.equals(context.getVariable(NOT_AVAILABLE))) {
				structure.setAttribute("disabled", "disabled");
				structure.setAttribute("aria-disabled", "true");
			}
		}

	}

}
