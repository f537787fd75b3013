package dev.aisle.assistant.knowledge.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Parts of a Markdown tree as texts without markup. Walks without recursion: strangers' nesting has no bottom. */
final class PlainText {
    private static final Pattern HIDDEN =
            Pattern.compile("(?is)<(script|style)\\b.*?(?:</\\1\\s*>|\\z)|<!--.*?(?:-->|\\z)");
    private static final Pattern LINE_END = Pattern.compile("(?i)<(?:br|/p|/div|/li|/tr|/h[1-6])\\b[^<>]*>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");
    private static final Pattern SCRIPT = Pattern.compile("(?i)<(/?)(?:script|style)\\b.*", Pattern.DOTALL);
    /** A link that runs something leads nobody anywhere; its words are left out with it. */
    private static final Pattern RUNS = Pattern.compile("(?i)\\s*(?:javascript|vbscript|data):.*", Pattern.DOTALL);

    private static final Pattern UNSEEN = Pattern.compile("[\\u200B\\uFEFF]");
    private static final Pattern SPACES = Pattern.compile("\\h+");
    private static final Pattern LINES = Pattern.compile("\\s*\\R\\s*");

    private PlainText() {}

    /** The words of a block's inline content; alternative texts of pictures included. */
    static String of(Node block) {
        StringBuilder text = new StringBuilder();
        boolean script = false;
        Node node = block.getFirstChild();
        while (node != null) {
            Matcher tag = SCRIPT.matcher(node instanceof HtmlInline html ? html.getLiteral() : "");
            script = tag.matches() ? tag.group(1).isEmpty() : script;
            boolean left = script
                    || (node instanceof Link link
                            && RUNS.matcher(link.getDestination()).matches());
            text.append(left ? "" : shown(node));
            node = left ? after(node, block) : next(node, block);
        }
        return tidy(text.toString());
    }

    /** What of a node itself is read. */
    private static String shown(Node node) {
        return switch (node) {
            case Text words -> words.getLiteral();
            case Code code -> code.getLiteral();
            case SoftLineBreak _ -> " ";
            case HardLineBreak _ -> "\n";
            case HtmlInline html -> LINE_END.matcher(html.getLiteral()).matches() ? "\n" : "";
            default -> "";
        };
    }

    /** The node after it in the order of the text, within a root. */
    static @Nullable Node next(Node node, Node root) {
        return node.getFirstChild() != null ? node.getFirstChild() : after(node, root);
    }

    /** The node after it and all that is in it. */
    static @Nullable Node after(Node node, Node root) {
        Node at = node;
        while (at != null && !at.equals(root) && at.getNext() == null) {
            at = at.getParent();
        }
        return at == null || at.equals(root) ? null : at.getNext();
    }

    /** What a browser would show of a block of HTML, roughly. */
    static String ofHtml(String html) {
        String shown = HIDDEN.matcher(html).replaceAll(" ");
        String lines = LINE_END.matcher(shown).replaceAll("\n");
        return tidy(TAG.matcher(lines)
                .replaceAll(" ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&"));
    }

    /** A table, a line a row: "Country: France; Costs: 5 €". */
    static String ofTable(Node table) {
        List<String> heads = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                List<String> cells = row instanceof TableRow ? cells(row) : List.of();
                if (part instanceof TableBody) {
                    lines.add(line(heads, cells));
                } else {
                    heads.addAll(cells);
                }
            }
        }
        return String.join("\n", lines.isEmpty() ? List.of(String.join("; ", heads)) : lines);
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(of(cell));
            }
        }
        return cells;
    }

    private static String line(List<String> heads, List<String> cells) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            String cell = cells.get(at);
            String head = at < heads.size() ? heads.get(at) : "";
            if (!cell.isEmpty()) {
                parts.add(head.isEmpty() ? cell : head + ": " + cell);
            }
        }
        return String.join("; ", parts);
    }

    /** One space between words, no empty lines, nothing within words that nobody sees. */
    static String tidy(String text) {
        return LINES.matcher(SPACES.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" "))
                .replaceAll("\n")
                .strip();
    }
}
