package dev.aisle.ingest.settings.keys;

import dev.aisle.ingest.shared.values.Fault;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may set of a key; what is {@code null} isn't said.
 *
 * @param allowedOrigins of browsers; empty: any
 * @param eventsPerSecond of one instance; 0: unlimited
 * @param burst how many events may come at once after a pause
 */
record KeySettings(
        @Nullable List<String> allowedOrigins,
        @Nullable Long eventsPerSecond,
        @Nullable Long burst) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int MOST_ORIGINS = 50;
    private static final int LONGEST_ORIGIN = 200;
    private static final long MOST_EVENTS = 1_000_000;

    /** What is wrong with the name of a key, when something is. */
    public static Optional<Fault> faultOfName(String name) {
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(
                        new Fault("invalid-field", "name", "expected 1 to 63 lower-case letters, digits and hyphens"));
    }

    /** What is wrong with them for a key of that kind, when something is. */
    public Optional<Fault> faultFor(KeyKind kind) {
        return kind == KeyKind.SERVER && allowedOrigins != null && !allowedOrigins.isEmpty()
                ? invalid("allowedOrigins", "expected none: no page may use a server's key")
                : fault();
    }

    /** What is wrong here, when something is. */
    public Optional<Fault> fault() {
        return faultOfOrigins()
                .or(() -> faultOfNumber("eventsPerSecond", eventsPerSecond, 0))
                .or(() -> faultOfNumber("burst", burst, 1));
    }

    /** The origins in the form in which browsers send them. */
    public Set<String> normalisedOrigins() {
        Set<String> origins = new LinkedHashSet<>();
        if (allowedOrigins != null) {
            allowedOrigins.forEach(origin -> origins.add(normalised(origin)));
        }
        return origins;
    }

    /** Scheme and host are the same in either case; a browser sends them in lower case. */
    static String normalised(String origin) {
        return origin.toLowerCase(Locale.ROOT);
    }

    private Optional<Fault> faultOfOrigins() {
        if (allowedOrigins == null) {
            return Optional.empty();
        }
        if (allowedOrigins.size() > MOST_ORIGINS) {
            return invalid("allowedOrigins", "expected at most " + MOST_ORIGINS + " origins");
        }
        for (int i = 0; i < allowedOrigins.size(); i++) {
            if (!isOrigin(allowedOrigins.get(i))) {
                return invalid(
                        "allowedOrigins[" + i + "]",
                        "expected scheme, host and port only, such as https://shop.example or http://localhost:3000");
            }
        }
        return Optional.empty();
    }

    private static boolean isOrigin(@Nullable String text) {
        if (text == null || text.length() > LONGEST_ORIGIN) {
            return false;
        }
        try {
            URI uri = URI.create(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web
                    && uri.getHost() != null
                    && text.equals(
                            uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Fault> faultOfNumber(String field, @Nullable Long number, long least) {
        return number == null || (number >= least && number <= MOST_EVENTS)
                ? Optional.empty()
                : invalid(field, "expected a whole number from " + least + " to " + MOST_EVENTS);
    }

    private static Optional<Fault> invalid(String field, String message) {
        return Optional.of(new Fault("invalid-field", field, message));
    }
}
