package dev.aisle.publish.site;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names of headings in addresses, made as the usual hosts of Markdown make them, so that a link works in both places. */
final class Slugs {
    private final Map<String, Integer> taken = new HashMap<>();

    /** Lower case, blanks as hyphens, of the rest only letters, digits, hyphens and underscores; the second one of a page gets {@code -1}. */
    String next(String heading) {
        StringBuilder slug = new StringBuilder();
        heading.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                slug.appendCodePoint(c);
            } else if (c == ' ') {
                slug.append('-');
            }
        });
        int before = taken.merge(slug.toString(), 1, Integer::sum) - 1;
        return before == 0 ? slug.toString() : slug + "-" + before;
    }
}
