package dev.aisle.assistant.knowledge.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Splits an article into passages: at each heading, and where a part grows longer than a model reads, between blocks, then between sentences. A
 * short list or table stays whole.
 */
final class SplitArticle {
    /** Longest passage; a Han character counts as {@value #HAN_SIZE}, since it says as much as half a word. */
    static final int LONGEST = 600;

    private static final int HAN_SIZE = 3;
    private static final int DEEPEST = 50;
    private static final int LONGEST_HEADING = 300;
    private static final String BETWEEN_HEADINGS = " › ";
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|(?<=[。！？；])|\\n");

    private static final Parser PARSER = Parser.builder()
            .extensions(Set.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .build();

    private final String title;
    private final List<Part> parts = new ArrayList<>();
    private final List<@Nullable String> headings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private SplitArticle(String title) {
        this.title = title;
    }

    /**
     * A part of an article.
     *
     * @param heading the headings that it stands under, the outermost first, without one that repeats the title
     * @param text without markup
     */
    public record Part(@Nullable String heading, String text) {}

    /** The parts of an article, in its order; at least one when there is any text. */
    public static List<Part> of(String title, String markdown) {
        SplitArticle split = new SplitArticle(PlainText.tidy(title));
        split.read(PARSER.parse(LoneBrackets.hide(markdown)));
        return split.parts;
    }

    /** The text of the first heading of the first level; {@code null} without one. */
    public static @Nullable String firstTitle(String markdown) {
        for (Node node = PARSER.parse(LoneBrackets.hide(markdown)).getFirstChild();
                node != null;
                node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 1) {
                return PlainText.of(heading);
            }
        }
        return null;
    }

    private void read(Node root) {
        Node node = root.getFirstChild();
        while (node != null) {
            if (node instanceof Heading heading) {
                enter(heading);
                node = PlainText.after(node, root);
                continue;
            }
            String block = textOf(node);
            if (block != null) {
                add(marker(node) + block);
            }
            node = block != null ? PlainText.after(node, root) : PlainText.next(node, root);
        }
        end();
        if (parts.isEmpty()) {
            String all = heading();
            add(all == null ? "" : all);
            headings.clear();
            end();
        }
    }

    private void enter(Heading heading) {
        end();
        while (headings.size() >= heading.getLevel()) {
            headings.removeLast();
        }
        while (headings.size() < heading.getLevel() - 1) {
            headings.add(null);
        }
        String words = PlainText.of(heading);
        headings.add(words.length() <= LONGEST_HEADING ? words : words.substring(0, LONGEST_HEADING));
    }

    /** The text of a block that is looked at as a whole; {@code null} for one whose blocks are looked at. */
    private static @Nullable String textOf(Node node) {
        return switch (node) {
            case Paragraph paragraph -> PlainText.of(paragraph);
            case FencedCodeBlock code -> PlainText.tidy(code.getLiteral());
            case IndentedCodeBlock code -> PlainText.tidy(code.getLiteral());
            case HtmlBlock html -> PlainText.ofHtml(html.getLiteral());
            case TableBlock table -> PlainText.ofTable(table);
            default -> null;
        };
    }

    /** Steps keep their numbers; one that begins an item of a list. */
    private static String marker(Node block) {
        if (block.getPrevious() != null
                || !(block.getParent() instanceof ListItem item)
                || !(item.getParent() instanceof OrderedList list)) {
            return "";
        }
        int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        for (Node before = item.getPrevious(); before != null && number < 1_000; before = before.getPrevious()) {
            number++;
        }
        return number + ". ";
    }

    private void add(String block) {
        if (block.isBlank()) {
            return;
        }
        if (size(text) + size(block) > LONGEST) {
            end();
        }
        if (size(block) <= LONGEST) {
            append("\n", block);
            return;
        }
        for (String sentence : SENTENCE_END.splitAsStream(block).toList()) {
            for (String piece : pieces(sentence.strip())) {
                if (size(text) + size(piece) > LONGEST) {
                    end();
                }
                append(" ", piece);
            }
        }
    }

    private void append(String between, String block) {
        if (!block.isEmpty()) {
            text.append(text.isEmpty() ? "" : between).append(block);
        }
    }

    /** A sentence without end in pieces, between words where there are any. */
    private static List<String> pieces(String sentence) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < sentence.length()) {
            int to = from;
            int room = LONGEST;
            int space = -1;
            while (to < sentence.length() && room > 0) {
                int letter = sentence.codePointAt(to);
                room -= sizeOf(letter);
                space = Character.isWhitespace(letter) ? to : space;
                to += Character.charCount(letter);
            }
            if (to < sentence.length() && space > from) {
                to = space;
            }
            pieces.add(sentence.substring(from, to).strip());
            from = to;
        }
        return pieces;
    }

    private void end() {
        if (!text.isEmpty()) {
            parts.add(new Part(heading(), text.toString()));
            text.setLength(0);
        }
    }

    private @Nullable String heading() {
        List<String> shown = new ArrayList<>();
        for (String heading : headings) {
            if (heading != null && !heading.isEmpty() && !heading.equalsIgnoreCase(title)) {
                shown.add(heading);
            }
        }
        return shown.isEmpty() ? null : String.join(BETWEEN_HEADINGS, shown);
    }

    private static int size(CharSequence text) {
        return text.codePoints().map(SplitArticle::sizeOf).sum();
    }

    private static int sizeOf(int letter) {
        return Character.isIdeographic(letter) ? HAN_SIZE : 1;
    }
}
