package dev.aisle.publish.reference;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.aisle.publish.reference.JavaSources.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads each {@code @ConfigMapping} of the sources. */
final class Mappings {
    private static final String MAPPING = "ConfigMapping";
    private final Standards standards;
    private final Path project;

    Mappings(Path project, Standards standards) {
        this.project = project;
        this.standards = standards;
    }

    /** All of them, in the order of their prefixes; those of all services last. */
    List<Mapping> read() {
        List<Mapping> mappings = new ArrayList<>();
        for (Source source : JavaSources.containing(project, "@" + MAPPING)) {
            JavaSources.annotated(source.type().getModifiers(), MAPPING, "prefix")
                    .ifPresent(prefix -> {
                        List<Key> keys = new ArrayList<>();
                        collect(source, source.type(), prefix, keys);
                        mappings.add(new Mapping(source.module(), prefix, source.told(source.type()), keys));
                    });
        }
        mappings.sort((a, b) -> order(a).compareTo(order(b)));
        return mappings;
    }

    private static String order(Mapping mapping) {
        return (mapping.module().equals("platform") ? "~" : mapping.module()) + mapping.prefix();
    }

    private void collect(Source source, ClassTree type, String prefix, List<Key> keys) {
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                add(source, method, prefix, keys);
            }
        }
    }

    private void add(Source source, MethodTree method, String prefix, List<Key> keys) {
        Tree answered = method.getReturnType();
        boolean parent = JavaSources.annotated(method.getModifiers(), "WithParentName", "value")
                .isPresent();
        String own = JavaSources.annotated(method.getModifiers(), "WithName", "value")
                .orElseGet(() -> hyphened(method.getName().toString()));
        String name = parent ? prefix : prefix + "." + own;
        boolean map = answered.toString().startsWith("Map<");
        boolean list = answered.toString().startsWith("List<");
        Optional<ClassTree> group = nested(source, Forms.content(answered));
        String path = map ? name + ".\"<name>\"" : group.isPresent() && list ? name + "[<n>]" : name;
        if (group.isPresent()) {
            collect(source, group.get(), path, keys);
            return;
        }
        String form = map ? Forms.of(Forms.content(answered)) : Forms.of(method);
        String standard = standards
                .of(source.module(), path)
                .or(() -> JavaSources.annotated(method.getModifiers(), "WithDefault", "value")
                        .map(value -> constant(source, value)))
                .orElse("");
        boolean required = standard.isEmpty() && !map && !list && !Forms.optional(answered);
        keys.add(new Key(path, form, standard, required, source.told(method)));
    }

    /** A type in the same file that has keys of its own. */
    private static Optional<ClassTree> nested(Source source, String name) {
        return source.type().getMembers().stream()
                .filter(member -> member.getKind() == Tree.Kind.INTERFACE)
                .map(ClassTree.class::cast)
                .filter(type -> type.getSimpleName().contentEquals(name))
                .findFirst();
    }

    /** A constant of the file itself by its value; one of another file is looked for there. */
    private String constant(Source source, String written) {
        if (!written.matches("([A-Z][A-Za-z]*\\.)?[A-Z][A-Z0-9_]+")) {
            return written;
        }
        String name = written.substring(written.indexOf('.') + 1);
        List<Source> places = written.equals(name)
                ? List.of(source)
                : JavaSources.containing(project, "class " + written.substring(0, written.indexOf('.')) + " ");
        return places.stream()
                .flatMap(place -> place.type().getMembers().stream())
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> field.getName().contentEquals(name) && field.getInitializer() != null)
                .map(field -> JavaSources.plain(field.getInitializer()))
                .findFirst()
                .orElse(written);
    }

    static String hyphened(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
