package org.calltolocalaction.testing;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks all that answers requests, for tests that throw something at each: a page that is
 * added is walked, too.
 */
public final class EveryHandler {

	private static final Set<Class<?>> TYPED = Set.of(String.class, Boolean.class, Integer.class, Long.class,
			UUID.class, List.class, Map.class);

	private EveryHandler() {
	}

	/** What a request brings to a handler. */
	public enum Place {

		/** A part of its address. */
		PATH,

		/** A parameter by a name of its own. */
		PARAMETER,

		/** A component of a form object. */
		FORM,

		/** Whatever a page sends, such as the answers to a form. */
		ANYTHING

	}

	/**
	 * One thing that is sent.
	 *
	 * @param source where its annotations stand
	 */
	public record Input(String name, Class<?> type, Place place, AnnotatedElement source) {

		/** Whether a person may type any text there, as far as its type says. */
		public boolean isText() {
			return place != Place.PATH
					&& (type == String.class || Collection.class.isAssignableFrom(type) && !takes(UUID.class));
		}

		private boolean takes(Class<?> element) {
			return source instanceof Parameter parameter
					&& parameter.getParameterizedType().getTypeName().contains(element.getName())
					|| source instanceof RecordComponent component
							&& component.getGenericType().getTypeName().contains(element.getName());
		}

	}

	/** What answers requests of one method at addresses of one pattern. */
	public record Handler(RequestMethod method, String pattern, Set<String> params, HandlerMethod code) {

		/** All that it takes, its controller's own preparations included. */
		public List<Input> inputs() {
			List<Input> inputs = new ArrayList<>(of(code.getMethod()));
			Arrays.stream(code.getBeanType().getDeclaredMethods())
				.filter(method -> method.isAnnotationPresent(ModelAttribute.class))
				.flatMap(method -> of(method).stream())
				.filter(input -> inputs.stream().noneMatch(known -> known.name().equals(input.name())))
				.forEach(inputs::add);
			return inputs;
		}

		private static List<Input> of(Method method) {
			return Arrays.stream(method.getParameters()).flatMap(EveryHandler::inputs).toList();
		}

		@Override
		public String toString() {
			return method + " " + pattern + (params.isEmpty() ? "" : " " + params);
		}

	}

	/** All handlers of the desk itself, in a fixed order. */
	public static List<Handler> of(RequestMappingHandlerMapping mapping) {
		return mapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.calltolocalaction."))
			.flatMap(entry -> handlers(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparing(Handler::pattern).thenComparing(Handler::method))
			.toList();
	}

	private static Stream<Handler> handlers(RequestMappingInfo info, HandlerMethod code) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		Set<String> params = Set.copyOf(info.getParamsCondition()
			.getExpressions()
			.stream()
			.map(Object::toString)
			.filter(expression -> !expression.startsWith("!"))
			.toList());
		return info.getPatternValues()
			.stream()
			.flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods).stream()
				.map(method -> new Handler(method, pattern, params, code)));
	}

	private static Stream<Input> inputs(Parameter parameter) {
		PathVariable path = parameter.getAnnotation(PathVariable.class);
		if (path != null) {
			return Stream
				.of(new Input(named(path.name(), path.value(), parameter), parameter.getType(), Place.PATH, parameter));
		}
		RequestParam sent = parameter.getAnnotation(RequestParam.class);
		if (sent != null) {
			if (Map.class.isAssignableFrom(parameter.getType())) {
				boolean files = parameter.getParameterizedType().getTypeName().contains(MultipartFile.class.getName());
				return files ? Stream.empty()
						: Stream.of(new Input("", parameter.getType(), Place.ANYTHING, parameter));
			}
			return parameter.getType() == MultipartFile.class ? Stream.empty()
					: Stream.of(new Input(named(sent.name(), sent.value(), parameter), parameter.getType(),
							Place.PARAMETER, parameter));
		}
		return isForm(parameter)
				? Arrays.stream(parameter.getType().getRecordComponents())
					.map(component -> new Input(component.getName(), component.getType(), Place.FORM, component))
				: Stream.empty();
	}

	// Other records are handed over by resolvers of the desk: who is signed in, for
	// instance.
	private static boolean isForm(Parameter parameter) {
		ModelAttribute model = AnnotatedElementUtils.findMergedAnnotation(parameter, ModelAttribute.class);
		return parameter.getType().isRecord() && (model == null || model.binding())
				&& Arrays.stream(parameter.getType().getRecordComponents())
					.allMatch(component -> component.getType().isPrimitive() || component.getType().isEnum()
							|| TYPED.contains(component.getType()));
	}

	private static String named(String name, String value, Parameter parameter) {
		return StringUtils.hasText(name) ? name : StringUtils.hasText(value) ? value : parameter.getName();
	}

}
