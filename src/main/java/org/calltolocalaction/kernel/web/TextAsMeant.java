package org.calltolocalaction.kernel.web;

import java.util.Objects;
import java.util.Set;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;
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
	public @Nullable Object convert(@Nullable Object typed, TypeDescriptor from, TypeDescriptor wanted) {
		As meant = Objects.requireNonNull(wanted.getAnnotation(As.class), "Only what is marked is converted");
		return typed == null ? null : Text.trimmed(meant.value().of((String) typed));
	}

}
