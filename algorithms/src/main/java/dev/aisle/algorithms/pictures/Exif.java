package dev.aisle.algorithms.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The one entry of EXIF that changes what is seen: which way up the camera was held.
 *
 * @see <a href="https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf">Exif 2.3, 4.6.4</a>
 */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int FIRST_ENTRY = 2;
    private static final int ENTRY = 12;

    private Exif() {}

    /**
     * The orientation, 1 to 8.
     *
     * @param at where the segment's content begins; it has {@code length} bytes
     * @param otherwise when it says nothing that can be read: a picture the wrong way up is better than none
     */
    static int orientation(byte[] file, int at, int length, int otherwise) {
        if (length < 14 || file[at] != 'E' || file[at + 1] != 'x' || file[at + 2] != 'i' || file[at + 3] != 'f') {
            return otherwise;
        }
        ByteBuffer tiff = ByteBuffer.wrap(file, at + 6, length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - FIRST_ENTRY) {
            return otherwise;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int entry = 0; entry < entries; entry++) {
            int place = directory + FIRST_ENTRY + entry * ENTRY;
            if (place > tiff.limit() - ENTRY) {
                return otherwise;
            }
            if ((tiff.getShort(place) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(place + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : otherwise;
            }
        }
        return otherwise;
    }
}
