package dev.aisle.ingest.shared.events;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a known name by one that is misspelt: letters alone count, the first one is right, and one in six may be wrong. */
final class Spelling {
    private static final int LETTERS_PER_SLIP = 6;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Names by their letters. */
    private final Map<String, String> names = new TreeMap<>();

    Spelling(Collection<String> names) {
        names.stream().sorted().forEach(name -> this.names.putIfAbsent(letters(name), name));
    }

    /** The nearest name; {@code null} when none is near. */
    @Nullable
    String nearest(String name) {
        String letters = letters(name);
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (Map.Entry<String, String> known : names.entrySet()) {
            int most = known.getKey().length() / LETTERS_PER_SLIP;
            if (comparable(letters, known.getKey(), most)) {
                int distance = distance(letters, known.getKey());
                if (distance <= most && distance < least) {
                    least = distance;
                    nearest = known.getValue();
                }
            }
        }
        return nearest == null ? null : titled(nearest);
    }

    /** Cheap, since every event that no shop sends by a known name is looked at. */
    private static boolean comparable(String letters, String known, int most) {
        return !letters.isEmpty()
                && letters.charAt(0) == known.charAt(0)
                && Math.abs(letters.length() - known.length()) <= most;
    }

    /** Levenshtein's: letters put in, left out or changed. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private static String letters(String name) {
        return NO_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** "product viewed" as "Product Viewed"; a name of GA4 stays as it is. */
    private static String titled(String name) {
        return name.contains("_")
                ? name
                : Stream.of(name.split(" ", -1))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining(" "));
    }
}
