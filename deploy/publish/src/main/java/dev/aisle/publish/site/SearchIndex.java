package dev.aisle.publish.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Collection;

/** What the search looks through: a script, since pages that lie in a folder may not read other files. */
final class SearchIndex {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A section's words in the index; the calls of a large service would make it slow to fetch. */
    private static final int MOST_CHARACTERS = 1_500;

    private SearchIndex() {}

    /** Rows of address, page, heading and words, one a section. */
    static String of(Collection<Page> pages) {
        ArrayNode rows = JSON.createArrayNode();
        for (Page page : pages) {
            for (Section section : page.sections()) {
                String anchor = section.level() == 1 ? "" : "#" + section.slug();
                String text = section.text();
                rows.addArray()
                        .add(page.address() + anchor)
                        .add(page.title())
                        .add(section.heading())
                        .add(text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS));
            }
        }
        try {
            return "window.siteIndex = " + JSON.writeValueAsString(rows) + ";\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text is always JSON", e);
        }
    }
}
