package dev.aisle.e2e.security;

import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The routes as they stand in the packaged services' classes, whatever a document says about them. */
final class CompiledRoutes {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD");
    private static final String REST = "Ljakarta/ws/rs/";
    private static final String SECURITY = "Ljakarta/annotation/security/";
    private static final String AUTHENTICATED = "Lio/quarkus/security/Authenticated;";
    /** A class of the platform that one service leaves out names that service here. */
    private static final String UNLESS = "Lio/quarkus/arc/properties/UnlessBuildProperty;";

    private static final String GRPC_SERVICE = "Lio/quarkus/grpc/GrpcService;";
    /** What the door leaves out, see quarkus.arc.exclude-types. */
    private static final String NEEDS_A_DATABASE = "dev/aisle/platform/retention/";

    /** The door's hot path is a handler of Vert.x before JAX-RS; it asks for a write key itself. */
    private static final Route SEGMENT =
            new Route(Part.INGEST, "POST", "/v1/{call}", "application/json", Set.of(Route.EVERYBODY));

    private CompiledRoutes() {}

    /** Of one service, without order. */
    static List<Route> of(Path project, Part part) {
        Path application = project.resolve(part.label()).resolve("target/quarkus-app");
        List<Route> routes = new ArrayList<>();
        if (part == Part.INGEST) {
            routes.add(SEGMENT);
        }
        try (Stream<Path> own = Files.list(application.resolve("app"));
                Stream<Path> libraries = Files.list(application.resolve("lib/main"))) {
            Stream.concat(
                            own,
                            libraries.filter(jar -> jar.getFileName().toString().startsWith("dev.aisle.")))
                    .forEach(jar -> read(jar, part, routes));
        } catch (IOException e) {
            throw new UncheckedIOException("The package of " + part.label() + " can't be read", e);
        }
        return routes;
    }

    private static void read(Path jar, Part part, List<Route> into) {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (var entry : file.stream()
                    .filter(one ->
                            one.getName().endsWith(".class") && !one.getName().contains("module-info"))
                    .toList()) {
                boolean leftOut = part == Part.INGEST && entry.getName().startsWith(NEEDS_A_DATABASE);
                if (!leftOut) {
                    try (var in = file.getInputStream(entry)) {
                        routes(ClassFile.of().parse(in.readAllBytes()), part, into);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " can't be read", e);
        }
    }

    private static void routes(ClassModel type, Part part, List<Route> into) {
        if (annotation(type, GRPC_SERVICE).isPresent()) {
            calls(type, part, into);
        }
        Optional<String> root = annotation(type, REST + "Path;").map(CompiledRoutes::text);
        if (root.isEmpty() || leftOut(type, part)) {
            return;
        }
        for (MethodModel method : type.methods()) {
            String path = root.get()
                    + annotation(method, REST + "Path;")
                            .map(CompiledRoutes::text)
                            .map(below -> "/" + below)
                            .orElse("");
            for (String verb : METHODS) {
                if (annotation(method, REST + verb + ";").isPresent()) {
                    into.add(new Route(part, verb, tidy(path), takes(type, method), roles(type, method)));
                }
            }
        }
    }

    private static boolean leftOut(ClassModel type, Part part) {
        return annotation(type, UNLESS)
                .map(CompiledRoutes::texts)
                .filter(said -> said.contains("quarkus.application.name") && said.contains(part.label()))
                .isPresent();
    }

    /** The class that is extended is generated from the contract and named after it. */
    private static void calls(ClassModel type, Part part, List<Route> into) {
        String base = type.superclass().orElseThrow().asInternalName();
        String service = base.substring(base.lastIndexOf('$') + 1).replace("ImplBase", "");
        String proto = base.substring(0, base.lastIndexOf('/'))
                        .replace("dev/aisle/contracts/", "aisle/")
                        .replace('/', '.')
                + "." + service;
        for (MethodModel method : type.methods()) {
            String name = method.methodName().stringValue();
            boolean answers = method.methodType().stringValue().endsWith("Lio/grpc/stub/StreamObserver;)V");
            if (answers && !name.contains("$") && !annotations(method).isEmpty()) {
                String call = Character.toUpperCase(name.charAt(0)) + name.substring(1);
                into.add(new Route(part, "GRPC", proto + "/" + call, "application/grpc", roles(type, method)));
            }
        }
    }

    private static String tidy(String path) {
        // {id: [0-9]+} and the like: the name is enough.
        String one = ("/" + path)
                .replaceAll("\\{(\\w+)\\s*:[^{}]*(?:\\{[^}]*}[^{}]*)*}", "{$1}")
                .replaceAll("/+", "/");
        return one.length() > 1 && one.endsWith("/") ? one.substring(0, one.length() - 1) : one;
    }

    private static String takes(ClassModel type, MethodModel method) {
        return annotation(method, REST + "Consumes;")
                .or(() -> annotation(type, REST + "Consumes;"))
                .map(found -> new TreeSet<>(texts(found)).first())
                .filter(found -> !found.contains("*"))
                .orElse("application/json");
    }

    private static Set<String> roles(ClassModel type, MethodModel method) {
        return said(method).or(() -> said(type)).orElse(Set.of(Route.UNANNOTATED));
    }

    private static Optional<Set<String>> said(AttributedElement where) {
        Optional<Annotation> allowed = annotation(where, SECURITY + "RolesAllowed;");
        if (allowed.isPresent()) {
            return allowed.map(CompiledRoutes::texts);
        }
        if (annotation(where, SECURITY + "PermitAll;").isPresent()) {
            return Optional.of(Set.of(Route.EVERYBODY));
        }
        if (annotation(where, SECURITY + "DenyAll;").isPresent()) {
            return Optional.of(Set.of(Route.NOBODY));
        }
        return annotation(where, AUTHENTICATED).map(_ -> Set.of(Route.SIGNED_IN));
    }

    private static List<Annotation> annotations(AttributedElement where) {
        return where.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(found -> found.annotations())
                .orElse(List.of());
    }

    private static Optional<Annotation> annotation(AttributedElement where, String descriptor) {
        return annotations(where).stream()
                .filter(one -> one.className().equalsString(descriptor))
                .findFirst();
    }

    private static String text(Annotation annotation) {
        return texts(annotation).iterator().next();
    }

    private static Set<String> texts(Annotation annotation) {
        Set<String> texts = new HashSet<>();
        for (AnnotationElement element : annotation.elements()) {
            add(element.value(), texts);
        }
        return texts;
    }

    private static void add(AnnotationValue value, Set<String> texts) {
        switch (value) {
            case AnnotationValue.OfString text -> texts.add(text.stringValue());
            case AnnotationValue.OfArray array -> array.values().forEach(one -> add(one, texts));
            default -> {}
        }
    }
}
