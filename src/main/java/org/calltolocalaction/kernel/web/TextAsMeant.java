package org.calltolocalaction.kernel.web;

import java.util.Set;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Brings parameters and the texts of forms into the shape of what they are for, as
 * {@link As} says.
 */
@Component
class TextAsMeant implements ConditionalGenericConverter, WebMvcConfigurer {

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addConverter(this);
	}

	@Override
	public Set<ConvertiblePair> getConvertibleTypes() {
		return Set.of(new ConvertiblePair(String.class, String.class));
	}

	@Override
	public boolean matches(TypeDescriptor typed, TypeDescriptor wanted) {
		return wanted.hasAnnotation(As.class);
	}

	@Override
	public Object convert(Object typed, TypeDescriptor from, TypeDescriptor wanted) {
		return typed == null ? null : Text.trimmed(wanted.getAnnotation(As.class).value().of((String) typed));
	}

}
