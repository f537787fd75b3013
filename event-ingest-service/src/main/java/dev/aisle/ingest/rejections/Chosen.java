package dev.aisle.ingest.rejections;

import dev.aisle.ingest.rejections.ListRejections.Count;
import dev.aisle.platform.console.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which refused events a page is about; an empty text means any. */
public record Chosen(String code, String field, String source, String span) {
    /** How far back a page looks unless it is said. */
    static final String USUAL = "day";

    private static final Map<String, Duration> SPANS =
            Map.of("hour", Duration.ofHours(1), "day", Duration.ofDays(1), "week", Duration.ofDays(7));

    static Chosen of(Form form) {
        return new Chosen(form.value("code"), form.value("field"), form.value("source"), span(form.value("span")));
    }

    static Chosen of(Count count, String span) {
        return new Chosen(
                count.group().code(), count.group().field(), count.group().source(), span);
    }

    /** A span that there is. */
    public static String span(@Nullable String wanted) {
        return wanted != null && SPANS.containsKey(wanted) ? wanted : USUAL;
    }

    public static Instant since(String span) {
        return Instant.now().minus(SPANS.getOrDefault(span, Duration.ofDays(1)));
    }

    RejectionFilter filter() {
        return new RejectionFilter(said(code), said(field), said(source), null, since(span), null);
    }

    /** As it stands in an address. */
    public String query() {
        return "code=" + encoded(code) + "&field=" + encoded(field) + "&source=" + encoded(source) + "&span=" + span;
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
