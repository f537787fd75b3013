package dev.aisle.publish.reference;

import java.util.regex.Pattern;

/** Turns what comments say into Markdown that stands in a cell of a table. */
final class Markup {
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+((?:[^{}]|\\{[^{}]*\\})*)\\}");
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+(?:[^\\s{}]*\\s+)?([^{}]+)\\}");
    private static final Pattern ANCHOR = Pattern.compile("<a href=\"([^\"]+)\">([^<]*)</a>");

    private Markup() {}

    /** The sentences of a docstring, without its tags. */
    static String ofJava(String comment) {
        String told = comment.split("(?m)^\\s*@(param|return|throws|see)\\b", 2)[0];
        String coded = CODE.matcher(told).replaceAll("`$1`");
        String linked = ANCHOR.matcher(LINK.matcher(coded).replaceAll("`$1`")).replaceAll("[$2]($1)");
        return linked.replaceAll("</?(p|em|ul|ol|li|pre)>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Text as it is, in a cell: neither a mark nor a tag of it counts, but code stays code. */
    static String cell(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        StringBuilder cell = new StringBuilder();
        boolean code = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '`') {
                code = !code;
                cell.append(c);
            } else if (c == '|') {
                cell.append("\\|");
            } else if (c == '<' && !code) {
                cell.append("&lt;");
            } else if ((c == '*' || c == '_') && !code) {
                cell.append('\\').append(c);
            } else {
                cell.append(c);
            }
        }
        return cell.toString();
    }

    /** A name in a cell, as code; nothing for nothing. */
    static String code(String name) {
        return name.isEmpty() ? "" : "`" + name.replace("|", "\\|") + "`";
    }
}
