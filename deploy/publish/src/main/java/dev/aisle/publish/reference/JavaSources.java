package dev.aisle.publish.reference;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import dev.aisle.publish.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java files as the compiler of the JDK reads them, without resolving what they name. */
final class JavaSources {
    /**
     * A file's outermost type.
     *
     * @param file where it is, from the project's folder
     */
    record Source(String file, ClassTree type, CompilationUnitTree unit, DocTrees trees) {
        /** The docstring of something in it; empty when it has none. */
        String told(Tree tree) {
            return Optional.ofNullable(trees.getDocComment(TreePath.getPath(unit, tree)))
                    .map(Markup::ofJava)
                    .orElse("");
        }

        /** The service or module whose file it is. */
        String module() {
            return file.substring(0, file.indexOf('/'));
        }
    }

    private JavaSources() {}

    /** Reads the files of the project's modules that contain a word, in the order of their names. */
    static List<Source> containing(Path project, String word) {
        List<Path> files = new ArrayList<>();
        for (Path module : modules(project)) {
            try (Stream<Path> all = Files.walk(module.resolve("src/main/java"))) {
                all.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> text(file).contains(word))
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + module, e);
            }
        }
        return parsed(project, files);
    }

    /** The modules that run in the services. */
    private static List<Path> modules(Path project) {
        return Standards.MODULES.stream()
                .map(project::resolve)
                .filter(folder -> Files.isDirectory(folder.resolve("src/main/java/dev/aisle")))
                .sorted()
                .toList();
    }

    private static List<Source> parsed(Path project, List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new Failure("A JDK is needed, not only a JRE: settings are read from the sources.");
        }
        List<Source> sources = new ArrayList<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                Path file = Path.of(unit.getSourceFile().toUri());
                for (Tree type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree tree) {
                        sources.add(new Source(project.relativize(file).toString(), tree, unit, trees));
                    }
                }
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sources", e);
        }
    }

    /** The value of an annotation's member, or of its only one; a text without its quotes, anything else as it is written. */
    static Optional<String> annotated(ModifiersTree modifiers, String annotation, String member) {
        return modifiers.getAnnotations().stream()
                .filter(one -> one.getAnnotationType().toString().equals(annotation))
                .findFirst()
                .map(one -> value(one, member));
    }

    private static String value(AnnotationTree annotation, String member) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree set) {
                if (set.getVariable().toString().equals(member)) {
                    return plain(set.getExpression());
                }
            } else {
                return plain(argument);
            }
        }
        return "";
    }

    static String plain(ExpressionTree expression) {
        return expression instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : expression.toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
