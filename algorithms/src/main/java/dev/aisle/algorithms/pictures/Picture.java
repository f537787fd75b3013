package dev.aisle.algorithms.pictures;

/**
 * A picture as an encoder sees it: {@link #SIDE} × {@link #SIDE} pixels.
 *
 * @param rgb red, green, blue, row by row from the top; {@link #BYTES} numbers of 0 to 255. Must not be changed
 */
@SuppressWarnings("ArrayRecordComponent") // pixels between a file and a network, never compared
public record Picture(byte[] rgb) {
    /** Pixels of a row and of a column. */
    public static final int SIDE = 28;

    /** Colours of a pixel. */
    public static final int CHANNELS = 3;

    /** Length of the pixels. */
    public static final int BYTES = SIDE * SIDE * CHANNELS;

    /** Checks the size. */
    public Picture {
        if (rgb.length != BYTES) {
            throw new IllegalArgumentException(
                    "expected " + SIDE + " × " + SIDE + " × " + CHANNELS + " bytes of a picture, found " + rgb.length);
        }
    }

    /**
     * Colour by colour, each {@link #SIDE} × {@link #SIDE} numbers of −1 (dark) to 1: what the network convolves.
     *
     * @param into {@link #BYTES} numbers from there on; overwritten
     */
    public void planes(float[] into, int at) {
        int pixels = SIDE * SIDE;
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                into[at + channel * pixels + pixel] = (rgb[pixel * CHANNELS + channel] & 0xFF) / 127.5f - 1;
            }
        }
    }
}
