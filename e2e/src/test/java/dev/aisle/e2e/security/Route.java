package dev.aisle.e2e.security;

import dev.aisle.local.stack.Part;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * A route of a service and who may call it.
 *
 * @param method of HTTP, or {@code GRPC}
 * @param path as it is declared; of gRPC {@code service/Method}
 * @param takes the type of a body that it takes
 * @param roles of which one is needed; or one word: {@code everybody}, {@code signed-in}, {@code nobody}, {@code unannotated}
 */
record Route(Part part, String method, String path, String takes, Set<String> roles) {
    static final String EVERYBODY = "everybody";
    static final String SIGNED_IN = "signed-in";
    static final String NOBODY = "nobody";
    static final String UNANNOTATED = "unannotated";

    private static final Set<String> WORDS = Set.of(EVERYBODY, SIGNED_IN, NOBODY, UNANNOTATED);

    static final Comparator<Route> ORDER = Comparator.comparing(
                    (Route route) -> route.part().label())
            .thenComparing(Route::path)
            .thenComparing(Route::method);

    Route {
        roles = Set.copyOf(roles);
    }

    /** The line of the matrix. */
    String line() {
        return part.label() + " " + method + " " + path + " " + String.join(" ", new TreeSet<>(roles));
    }

    boolean needsRole() {
        return roles.stream().noneMatch(WORDS::contains);
    }

    boolean isPage() {
        return path.equals("/console") || path.startsWith("/console/");
    }

    boolean isCall() {
        return method.equals("GRPC");
    }
}
