package dev.aisle.assistant.knowledge.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What an article must be like to be kept. */
public final class ArticleChecks {
    /** Longest body, in bytes of UTF-8. */
    public static final int MOST_BYTES = 1 << 20;

    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?");
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_URL = 2_000;
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_TAG = 100;
    private static final int MOST_PRODUCTS = 1_000;
    private static final int LONGEST_PRODUCT = 200;
    private static final int MOST_ASKS = 50;
    private static final int LONGEST_ASK = 300;

    private ArticleChecks() {}

    /** Whether an id can name an article. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** What is wrong, by field, with what is expected there; empty for nothing. */
    public static Map<String, String> violations(ArticleText text) {
        Map<String, String> wrong = new LinkedHashMap<>();
        String title = text.title();
        if (title.isBlank() || title.length() > LONGEST_TITLE || title.indexOf('\0') >= 0) {
            wrong.put("title", "must be 1 to " + LONGEST_TITLE + " characters without null");
        }
        String body = text.body();
        if (body.isBlank()) {
            wrong.put("body", "must have a text in Markdown");
        } else if (body.length() > MOST_BYTES || body.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            wrong.put("body", "must have at most " + MOST_BYTES + " bytes: make several articles of it");
        } else if (body.indexOf('\0') >= 0) {
            wrong.put("body", "must have no null character");
        }
        if (text.url() != null && !isUrl(text.url())) {
            wrong.put("url", "must be an address such as https://shop.example/help/returns or /help/returns");
        }
        names(wrong, "tags", text.tags(), MOST_TAGS, LONGEST_TAG);
        names(wrong, "products", text.products(), MOST_PRODUCTS, LONGEST_PRODUCT);
        names(wrong, "asks", text.asks(), MOST_ASKS, LONGEST_ASK);
        if (text.validFrom() != null
                && text.validTo() != null
                && !text.validFrom().isBefore(text.validTo())) {
            wrong.put("validTo", "must be after validFrom");
        }
        return wrong;
    }

    private static void names(Map<String, String> wrong, String field, List<String> names, int most, int longest) {
        boolean bad =
                names.stream().anyMatch(name -> name.isBlank() || name.length() > longest || name.indexOf('\0') >= 0);
        if (bad || names.size() > most) {
            wrong.put(field, "must be at most " + most + " of 1 to " + longest + " characters");
        }
    }

    private static boolean isUrl(String url) {
        if (url.length() > LONGEST_URL) {
            return false;
        }
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme();
            return scheme == null
                    ? url.startsWith("/") && !url.startsWith("//")
                    : (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
