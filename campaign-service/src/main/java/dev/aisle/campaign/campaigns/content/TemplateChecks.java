package dev.aisle.campaign.campaigns.content;

import io.quarkus.qute.Expression;
import io.quarkus.qute.Expression.Part;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionNode;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Walks a parsed template: only known values, only operators, loops over the items and at most two of them inside each other. */
final class TemplateChecks {
    private static final int DEPTH = 10;
    private static final int LOOPS = 2;
    /** What {@code ?:}, {@code a ? b : c}, {@code &&} and {@code ||} are called inside. */
    private static final Set<String> OPERATORS = Set.of("?:", "or", "?", ":", "ifTruthy", "&&", "||");
    /** What a loop knows of itself: {@code item_count}, {@code item_hasNext}. */
    private static final Set<String> METADATA =
            Set.of("count", "index", "indexParity", "hasNext", "isLast", "isFirst", "odd", "isOdd", "even", "isEven");

    private static final String ALIAS = "alias";
    private static final String ITERABLE = "iterable";
    private static final String IT = "it";

    private final Set<String> plainNames = new TreeSet<>();

    /** Where a node stands. */
    private record Scope(int depth, int loops, boolean certain, Set<String> aliases) {
        Scope inside(String alias, boolean loop) {
            Set<String> all = new HashSet<>(aliases);
            if (loop) {
                all.add(alias);
            }
            return new Scope(depth + 1, loops + (loop ? 1 : 0), false, all);
        }
    }

    /** Values that are written as they are, outside of any section. */
    Set<String> plainNames() {
        return plainNames;
    }

    void check(Template template) {
        if (!template.getParameterDeclarations().isEmpty()) {
            throw new RefusedTemplateException(1, "A template declares no types.", "Take {@…} out.");
        }
        nodes(template.getNodes(), new Scope(0, 0, true, Set.of()));
    }

    private void nodes(List<TemplateNode> nodes, Scope scope) {
        for (TemplateNode node : nodes) {
            if (node.isSection()) {
                section(node.asSection(), scope);
            } else {
                for (Expression expression : node.getExpressions()) {
                    expression(expression, scope);
                    notAll(expression);
                    note(expression, scope);
                }
            }
        }
    }

    private void section(SectionNode section, Scope scope) {
        int line = section.getOrigin().getLine();
        boolean loop = section.getName().equals("for") || section.getName().equals("each");
        SectionBlock main = section.getBlocks().getFirst();
        if (loop) {
            loop(main, line, scope);
        }
        if (scope.depth() >= DEPTH) {
            throw new RefusedTemplateException(
                    line, "Sections are at most " + DEPTH + " inside each other.", "Write them one after the other.");
        }
        String alias = section.getName().equals("each") ? IT : main.parameters.getOrDefault(ALIAS, IT);
        Scope inside = scope.inside(alias, loop);
        for (SectionBlock block : section.getBlocks()) {
            block.expressions.values().forEach(expression -> expression(expression, scope));
            nodes(block.nodes, block.equals(main) ? inside : scope.inside(IT, false));
        }
    }

    private static void loop(SectionBlock main, int line, Scope scope) {
        Expression over = main.expressions.get(ITERABLE);
        boolean items = over != null
                && !over.isLiteral()
                && !over.hasNamespace()
                && SandboxValues.isLoopable(
                        over.getParts().stream().map(Part::getName).toList());
        if (!items) {
            throw new RefusedTemplateException(
                    line, "A loop goes over the items and over nothing else.", "Write {#for item in items}…{/for}.");
        }
        if (scope.loops() >= LOOPS) {
            throw new RefusedTemplateException(
                    line, "At most " + LOOPS + " loops are inside each other.", "Take the innermost one out.");
        }
    }

    /** The items are looped over and asked for, never written. */
    private static void notAll(Expression expression) {
        if (!expression.isLiteral()
                && expression.getParts().getFirst().getName().equals(ContentValues.ITEMS)) {
            throw new RefusedTemplateException(
                    expression.getOrigin().getLine(),
                    "The items can't be written all at once.",
                    "Write {#for item in items}{item.title}{/for}.");
        }
    }

    private void note(Expression expression, Scope scope) {
        if (scope.certain() && !expression.isLiteral() && expression.getParts().size() == 2) {
            plainNames.add(name(expression));
        }
    }

    private void expression(Expression expression, Scope scope) {
        int line = expression.getOrigin().getLine();
        if (expression.hasNamespace()) {
            throw new RefusedTemplateException(
                    line,
                    "A template reaches nothing outside: " + shown(expression) + " isn't a value.",
                    "Take it out; a brace that is only text (as in CSS) has a blank behind it: { color: red }.");
        }
        if (expression.isLiteral()) {
            return;
        }
        List<Part> parts = expression.getParts();
        int path = 0;
        for (Part part : parts) {
            if (part.isVirtualMethod()) {
                if (!OPERATORS.contains(part.getName())) {
                    throw new RefusedTemplateException(
                            line,
                            "Templates call nothing: " + shown(expression) + ".",
                            "Write a value, or ?: for a fall-back.");
                }
                part.asVirtualMethod().getParameters().forEach(inner -> expression(inner, scope));
            } else {
                path++;
            }
        }
        path(expression, parts.stream().limit(path).toList(), line, scope);
    }

    private static void path(Expression expression, List<Part> path, int line, Scope scope) {
        String root = path.getFirst().getName();
        boolean known = false;
        if (path.size() == 1) {
            known = root.equals(ContentValues.ITEMS) || isMetadata(root, scope.aliases());
        } else if (path.size() == 2) {
            String name = path.get(1).getName();
            Map<String, Set<String>> groups = ContentValues.known();
            known = scope.aliases().contains(root)
                    ? ContentValues.knownOfItem().contains(name)
                    : groups.getOrDefault(root, Set.of()).contains(name);
        }
        if (!known) {
            throw new RefusedTemplateException(line, "There is no value " + shown(expression) + ".", words());
        }
    }

    private static boolean isMetadata(String root, Set<String> aliases) {
        int under = root.lastIndexOf('_');
        return under > 0 && aliases.contains(root.substring(0, under)) && METADATA.contains(root.substring(under + 1));
    }

    private static String words() {
        StringBuilder all = new StringBuilder("Known: ");
        ContentValues.known()
                .forEach((group, names) -> new TreeSet<>(names)
                        .forEach(name ->
                                all.append(group).append('.').append(name).append(", ")));
        return all.append("and in {#for item in items} ")
                .append(String.join(
                        ", ",
                        new TreeSet<>(ContentValues.knownOfItem())
                                .stream().map(name -> "item." + name).toList()))
                .append('.')
                .toString();
    }

    private static String name(Expression expression) {
        return expression.getParts().get(0).getName() + "."
                + expression.getParts().get(1).getName();
    }

    private static String shown(Expression expression) {
        String text = expression.toOriginalString();
        return "{" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "}";
    }
}
