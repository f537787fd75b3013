package dev.aisle.local.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds many needles in a stream in one pass. Two bytes decide where it is worth to look. */
final class ByteSearch {
    private static final int CHUNK = 1 << 20;
    private static final int PAIRS = 1 << 16;

    private final List<List<Needle>> byPair;
    private final boolean[] worthIt = new boolean[PAIRS];
    private final int longest;

    ByteSearch(List<Needle> needles) {
        Map<Integer, List<Needle>> found = new HashMap<>();
        for (Needle needle : needles) {
            found.computeIfAbsent(pair(needle.bytes(), 0), pair -> new ArrayList<>())
                    .add(needle);
        }
        byPair = new ArrayList<>(PAIRS);
        for (int pair = 0; pair < PAIRS; pair++) {
            worthIt[pair] = found.containsKey(pair);
            byPair.add(found.getOrDefault(pair, List.of()));
        }
        longest =
                needles.stream().mapToInt(needle -> needle.bytes().length).max().orElse(0);
    }

    /** How often each stands in the stream, by name; what doesn't is left out. */
    Map<String, Long> count(InputStream in) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        byte[] window = new byte[CHUNK + longest];
        int kept = 0;
        while (true) {
            int read = in.readNBytes(window, kept, CHUNK);
            int end = kept + read;
            boolean last = read < CHUNK;
            // What begins in the last bytes may end in the next chunk: it is looked at then.
            int until = last ? end - 1 : end - longest + 1;
            for (int i = 0; i < until; i++) {
                int pair = pair(window, i);
                if (worthIt[pair]) {
                    tally(window, i, end, byPair.get(pair), counts);
                }
            }
            if (last) {
                return counts;
            }
            int from = Math.max(until, 0);
            System.arraycopy(window, from, window, 0, end - from);
            kept = end - from;
        }
    }

    private static void tally(byte[] window, int at, int end, List<Needle> needles, Map<String, Long> counts) {
        for (Needle needle : needles) {
            int stop = at + needle.bytes().length;
            if (stop <= end && Arrays.equals(window, at, stop, needle.bytes(), 0, needle.bytes().length)) {
                counts.merge(needle.name(), 1L, Long::sum);
            }
        }
    }

    private static int pair(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
