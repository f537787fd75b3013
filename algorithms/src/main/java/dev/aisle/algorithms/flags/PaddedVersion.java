package dev.aisle.algorithms.flags;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A version as a text that sorts as versions do: numbers padded, a release behind its pre-releases, a build left out. */
public final class PaddedVersion {
    private static final Pattern NOISE = Pattern.compile("^v|\\+.*$");
    private static final Pattern SEPARATOR = Pattern.compile("[-.]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int RELEASE_PARTS = 3;
    private static final int WIDTH = 5;

    private PaddedVersion() {}

    /** The text; of a missing version that of 0. */
    public static String of(@Nullable Object version) {
        String given = version == null || PlainJson.text(version).isEmpty() ? "0" : PlainJson.text(version);
        String[] parts = SEPARATOR.split(NOISE.matcher(given).replaceAll(""), -1);
        String padded = Arrays.stream(parts).map(PaddedVersion::padded).collect(Collectors.joining("-"));
        return parts.length == RELEASE_PARTS ? padded + "-~" : padded;
    }

    private static String padded(String part) {
        return DIGITS.matcher(part).matches() ? " ".repeat(Math.max(0, WIDTH - part.length())) + part : part;
    }
}
