package dev.aisle.ingest.shared.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds U+0000 in texts: databases refuse it, so that one such text would stop whoever reads on. */
public final class NullCharacters {
    private static final Pattern HARMLESS_NAME = Pattern.compile("[A-Za-z0-9_$-]{1,40}");

    private record Place(String path, JsonNode node) {}

    private NullCharacters() {}

    /** The path of the first text, or name, that holds one. Walks without recursion: the nesting is the client's. */
    public static Optional<String> find(JsonNode root) {
        Deque<Place> open = new ArrayDeque<>();
        open.push(new Place("", root));
        while (!open.isEmpty()) {
            Place place = open.pop();
            if (place.node().isTextual() && place.node().asText().indexOf('\0') >= 0) {
                return Optional.of(place.path());
            }
            for (int i = 0; place.node().isArray() && i < place.node().size(); i++) {
                open.push(new Place(place.path() + "[" + i + "]", place.node().path(i)));
            }
            for (var entry : place.node().properties()) {
                String path = below(place.path(), entry.getKey());
                if (entry.getKey().indexOf('\0') >= 0) {
                    return Optional.of(path);
                }
                open.push(new Place(path, entry.getValue()));
            }
        }
        return Optional.empty();
    }

    /** A name that a client made up may itself be an identifier, so only a harmless one is repeated. */
    private static String below(String path, String name) {
        String shown = HARMLESS_NAME.matcher(name).matches() ? name : "?";
        return path.isEmpty() ? shown : path + "." + shown;
    }
}
