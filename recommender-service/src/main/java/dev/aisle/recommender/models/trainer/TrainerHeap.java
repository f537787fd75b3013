package dev.aisle.recommender.models.trainer;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much heap a training gets: what a setting says, else what so many interactions and products take. */
final class TrainerHeap {
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5})([mg])");
    private static final long MEGABYTES_OF_ALL = 256;
    private static final long BYTES_OF_INTERACTION = 400;
    private static final long BYTES_OF_PRODUCT = 8_000;
    private static final long MEGABYTE = 1L << 20;

    private TrainerHeap() {}

    /** The heap in MiB that a setting such as {@code 768m} or {@code 2g} says. */
    public static int of(String setting) {
        Matcher size = SIZE.matcher(setting.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new IllegalArgumentException(
                    "aisle.training.heap: expected a size such as 768m or 2g, was \"" + setting + "\".");
        }
        int number = Integer.parseInt(size.group(1));
        return size.group(2).equals("g") ? 1_024 * number : number;
    }

    /** The heap in MiB for so much to learn from; memory is taken as it is needed, up to this. */
    public static int derived(long interactions, long products) {
        long bytes = BYTES_OF_INTERACTION * interactions + BYTES_OF_PRODUCT * products;
        return Math.toIntExact(MEGABYTES_OF_ALL + bytes / MEGABYTE);
    }
}
