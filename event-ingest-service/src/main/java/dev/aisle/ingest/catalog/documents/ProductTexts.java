package dev.aisle.ingest.catalog.documents;

import dev.aisle.ingest.shared.values.Fields;
import dev.aisle.ingest.shared.values.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The texts of a product: what is too long is clipped, markup goes, and both are told. */
final class ProductTexts {
    static final int LONGEST_TITLE = 500;
    /** What may be said in another language. */
    static final Set<String> LOCALIZED = Set.of("title", "description");

    private static final int LONGEST_DESCRIPTION = 20_000;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]{0,500}>");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]{2,}");
    private static final Pattern BETWEEN_CATEGORIES = Pattern.compile("\\s*>\\s*");
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("\\S\\s*[|/»\\\\]\\s*\\S");

    private final Fields fields;
    private final Warnings warnings;

    ProductTexts(Fields fields, Warnings warnings) {
        this.fields = fields;
        this.warnings = warnings;
    }

    String title() {
        return clipped("title", LONGEST_TITLE).strip();
    }

    String description() {
        String text = clipped("description", LONGEST_DESCRIPTION);
        if (!TAG.matcher(text).find()) {
            return text;
        }
        warnings.add("markup-removed", fields.pathOf("description"), "expected a text without HTML: tags were removed");
        return BLANKS.matcher(TAG.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    }

    String brand() {
        return clipped("brand", LONGEST_TITLE);
    }

    /** From the root to the leaf. */
    List<String> categoryPath() {
        String category = clipped("category", LONGEST_TITLE).strip();
        if (category.indexOf('>') < 0 && OTHER_SEPARATOR.matcher(category).find()) {
            warnings.add("category-separator", fields.pathOf("category"), "taken as one level: expected A > B > C");
        }
        List<String> path = new ArrayList<>();
        for (String step : BETWEEN_CATEGORIES.split(category, -1)) {
            if (!step.isBlank()) {
                path.add(step);
            }
        }
        return path;
    }

    String address(String name) {
        String address = fields.text(name, LONGEST_ADDRESS).strip();
        boolean web = address.startsWith("https://") || address.startsWith("http://") || address.startsWith("/");
        if (!address.isEmpty() && !web) {
            fields.faults().invalid(name, "expected an http or https address");
        }
        return address;
    }

    private String clipped(String name, int longest) {
        String text = fields.text(name, Integer.MAX_VALUE);
        if (text.length() > longest) {
            warnings.add("clipped", fields.pathOf(name), "cut to " + longest + " characters");
        }
        return Texts.clip(text, longest);
    }
}
