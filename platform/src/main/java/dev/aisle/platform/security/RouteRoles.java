package dev.aisle.platform.security;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows who may call which route and what it takes, by the annotations of the resources. Quarkus REST looks at content types before it has chosen a method, so nobody
 * else can say then whom the route is for.
 */
@Singleton
public class RouteRoles {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^:}]+(?::([^}]+))?}");

    private final List<Route> routes;

    RouteRoles(BeanManager beans) {
        this.routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .distinct()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(RouteRoles::routesOf)
                .toList();
    }

    /** Methods that one path and verb lead to. Empty roles: it is open to everybody. */
    private record Route(String verb, String template, Pattern path, Set<String> roles, List<String> takes) {}

    /**
     * Returns the roles that may call a path by a verb: empty when everybody may, or when there is no such route.
     *
     * @param path as it was sent, not decoded
     */
    public Set<String> rolesOf(String verb, String path) {
        List<Route> found = find(verb, path);
        return found.stream().anyMatch(route -> route.roles().isEmpty())
                ? Set.of()
                : Set.copyOf(
                        found.stream().flatMap(route -> route.roles().stream()).toList());
    }

    /** Returns the content types that a route takes. */
    public List<String> contentTypesOf(String verb, String path) {
        return find(verb, path).stream()
                .flatMap(route -> route.takes().stream())
                .distinct()
                .toList();
    }

    /** Returns a route as it stands in logs, {@code /v1/models/:version}: what it is called with can be of a person. */
    public Optional<String> templateOf(String verb, String path) {
        return find(verb, path).stream().map(Route::template).findFirst();
    }

    private List<Route> find(String verb, String path) {
        return routes.stream()
                .filter(route ->
                        route.verb().equals(verb) && route.path().matcher(path).matches())
                .toList();
    }

    private static Stream<Route> routesOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> verbsOf(method).map(verb -> routeOf(type, method, verb)));
    }

    private static Stream<String> verbsOf(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static Route routeOf(Class<?> type, Method method, String verb) {
        Path below = method.getAnnotation(Path.class);
        Consumes consumes = nearest(type, method, Consumes.class);
        RolesAllowed allowed =
                method.isAnnotationPresent(PermitAll.class) ? null : nearest(type, method, RolesAllowed.class);
        return new Route(
                verb,
                RouteName.template(type.getAnnotation(Path.class).value(), below == null ? "" : below.value()),
                patternOf(type.getAnnotation(Path.class).value(), below == null ? "" : below.value()),
                allowed == null ? Set.of() : Set.of(allowed.value()),
                consumes == null ? List.of() : List.of(consumes.value()));
    }

    private static <A extends Annotation> @Nullable A nearest(
            Class<?> type, AnnotatedElement method, Class<A> annotation) {
        A own = method.getAnnotation(annotation);
        return own == null ? type.getAnnotation(annotation) : own;
    }

    /** {@code /v1/products/{id}} as a pattern: a parameter without one of its own is a segment. */
    private static Pattern patternOf(String above, String below) {
        String start = above.endsWith("/") ? above.substring(0, above.length() - 1) : above;
        String rest = below.startsWith("/") ? below.substring(1) : below;
        String template = rest.isEmpty() ? start : start + "/" + rest;
        return Pattern.compile(PARAMETER
                        .matcher(template.startsWith("/") ? template : "/" + template)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                found.group(1) == null
                                        ? "[^/]+"
                                        : found.group(1).strip()))
                + "/?");
    }
}
