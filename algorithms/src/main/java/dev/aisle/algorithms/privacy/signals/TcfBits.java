package dev.aisle.algorithms.privacy.signals;

/**
 * Walks over the lengths in a segment of a TC string before the library reads it: the library takes what is cut off for absent, so that a
 * restriction could be lost, and writes out each range, however often it repeats.
 *
 * @see <a href="https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework">IAB Europe TCF 2.3, the tables of the segments</a>
 */
final class TcfBits {
    private static final int LETTER = 6;
    /** Version to PublisherCC. */
    private static final int FIXED_CORE = 213;

    private static final int SEGMENT_TYPE = 3;
    private static final int PURPOSES = 24;
    private static final int ID = 16;
    private static final int COUNT = 12;
    private static final int PURPOSE_AND_TYPE = 8;
    private static final int CUSTOM_PURPOSES = 6;
    /** More than all vendors of all purposes; a string that names more repeats itself. */
    private static final int MOST_VENDORS = 200_000;

    private final String part;
    private int position;
    private int vendors;

    private TcfBits(String part) {
        this.part = part;
    }

    /**
     * Checks a segment.
     *
     * @param type 0 core, 1 disclosed vendors, 2 allowed vendors, 3 publisher
     * @throws IllegalArgumentException when it is cut off, has a range that ends before it begins, or names more vendors than there are
     */
    static void check(String part, int type) {
        TcfBits bits = new TcfBits(part);
        switch (type) {
            case 0 -> bits.core();
            case 1, 2 -> {
                bits.skip(SEGMENT_TYPE);
                bits.vendors();
            }
            default -> bits.publisher();
        }
    }

    private void core() {
        skip(FIXED_CORE);
        vendors();
        vendors();
        int restrictions = read(COUNT);
        for (int i = 0; i < restrictions; i++) {
            skip(PURPOSE_AND_TYPE);
            ranges();
        }
    }

    private void vendors() {
        int highest = read(ID);
        if (read(1) == 0) {
            skip(highest);
        } else {
            ranges();
        }
    }

    private void ranges() {
        int entries = read(COUNT);
        for (int i = 0; i < entries; i++) {
            boolean range = read(1) == 1;
            int first = read(ID);
            count(range ? read(ID) - first + 1 : 1);
        }
    }

    private void count(int more) {
        vendors += more;
        if (more < 1 || vendors > MOST_VENDORS) {
            throw new IllegalArgumentException("a range that ends before it begins, or too many vendors");
        }
    }

    private void publisher() {
        skip(SEGMENT_TYPE + 2 * PURPOSES);
        skip(2 * read(CUSTOM_PURPOSES));
    }

    private int read(int bits) {
        int from = position;
        skip(bits);
        int value = 0;
        for (int i = from; i < position; i++) {
            int letter = SignalText.valueOf(part.charAt(i / LETTER));
            value = (value << 1) | ((letter >> (LETTER - 1 - i % LETTER)) & 1);
        }
        return value;
    }

    private void skip(int bits) {
        position += bits;
        if (position > part.length() * LETTER) {
            throw new IllegalArgumentException("cut off");
        }
    }
}
