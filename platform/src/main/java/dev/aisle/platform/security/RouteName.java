package dev.aisle.platform.security;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names a route as it stands in the audit log: {@code PUT /v1/flags/:key}. Braces are no characters of an entry, and the values of a path can be of a person. */
public final class RouteName {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*([^:}\\s]+)[^}]*}");

    private RouteName() {}

    /** Returns the name of the route that leads to a method of a resource. */
    public static String of(String verb, Class<?> resource, Method method) {
        return verb + " "
                + template(pathOf(resource.getAnnotation(Path.class)), pathOf(method.getAnnotation(Path.class)));
    }

    private static String pathOf(@Nullable Path path) {
        return path == null ? "" : path.value();
    }

    /** Returns the path of a class and of its method as one, with {@code :name} for each parameter. */
    public static String template(String above, String below) {
        String whole = ("/" + above + "/" + below).replaceAll("/+", "/");
        String path = whole.length() > 1 && whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
        return PARAMETER.matcher(path).replaceAll(":$1");
    }
}
