package dev.aisle.algorithms.pictures;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * A decoded image as {@link Picture}: upright, see-through parts white, the longer side as long as the square, what is left beside the shorter one in the mean colour of
 * the edge. Each pixel is the mean of those under it, by area.
 */
final class Shrinking {
    private static final int WHITE = 255;
    private static final int SIDE = Picture.SIDE;

    private final int width;
    private final int height;
    /** Red, green, blue of the upright image, row by row. */
    private final float[] pixels;

    private Shrinking(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new float[Math.multiplyExact(Math.multiplyExact(width, height), Picture.CHANNELS)];
    }

    /** @param orientation by EXIF, 1 to 8 */
    static Picture of(BufferedImage image, int orientation) {
        boolean turned = orientation > 4;
        Shrinking upright = new Shrinking(
                turned ? image.getHeight() : image.getWidth(), turned ? image.getWidth() : image.getHeight());
        upright.take(image, orientation);
        return upright.shrunk();
    }

    private void take(BufferedImage image, int orientation) {
        Rows rows = new Rows(image);
        float[] row = new float[image.getWidth() * Picture.CHANNELS];
        for (int y = 0; y < image.getHeight(); y++) {
            rows.read(y, row);
            for (int x = 0; x < image.getWidth(); x++) {
                int at = placeOf(x, y, image.getWidth(), image.getHeight(), orientation) * Picture.CHANNELS;
                System.arraycopy(row, x * Picture.CHANNELS, pixels, at, Picture.CHANNELS);
            }
        }
    }

    /** Where a stored pixel is seen, as a number in the upright image. */
    private int placeOf(int x, int y, int storedWidth, int storedHeight, int orientation) {
        int right = storedWidth - 1 - x;
        int below = storedHeight - 1 - y;
        return switch (orientation) {
            case 2 -> y * width + right;
            case 3 -> below * width + right;
            case 4 -> below * width + x;
            case 5 -> x * width + y;
            case 6 -> x * width + below;
            case 7 -> right * width + below;
            case 8 -> right * width + y;
            default -> y * width + x;
        };
    }

    private Picture shrunk() {
        int longer = Math.max(width, height);
        int across = Math.max(1, Math.round((float) width * SIDE / longer));
        int down = Math.max(1, Math.round((float) height * SIDE / longer));
        byte[] rgb = new byte[Picture.BYTES];
        float[] edge = edge();
        for (int n = 0; n < rgb.length; n++) {
            rgb[n] = (byte) Math.round(edge[n % Picture.CHANNELS]);
        }
        int left = (SIDE - across) / 2;
        int above = (SIDE - down) / 2;
        float[] mean = new float[Picture.CHANNELS];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                mean(
                        (double) x * width / across,
                        (double) (x + 1) * width / across,
                        (double) y * height / down,
                        (double) (y + 1) * height / down,
                        mean);
                for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                    rgb[((above + y) * SIDE + left + x) * Picture.CHANNELS + channel] =
                            (byte) Math.clamp(Math.round(mean[channel]), 0, WHITE);
                }
            }
        }
        return new Picture(rgb);
    }

    private void mean(double fromX, double toX, double fromY, double toY, float[] into) {
        double[] sum = new double[Picture.CHANNELS];
        double area = 0;
        for (int y = (int) fromY; y < height && y < toY; y++) {
            double tall = Math.min(toY, y + 1) - Math.max(fromY, y);
            for (int x = (int) fromX; x < width && x < toX; x++) {
                double share = tall * (Math.min(toX, x + 1) - Math.max(fromX, x));
                area += share;
                for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                    sum[channel] += share * pixels[(y * width + x) * Picture.CHANNELS + channel];
                }
            }
        }
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            into[channel] = (float) (sum[channel] / area);
        }
    }

    /** The mean colour of the outermost pixels. */
    private float[] edge() {
        double[] sum = new double[Picture.CHANNELS];
        int count = 0;
        for (int y = 0; y < height; y++) {
            boolean whole = y == 0 || y == height - 1;
            for (int x = 0; x < width; x += whole || width == 1 ? 1 : width - 1) {
                count++;
                for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                    sum[channel] += pixels[(y * width + x) * Picture.CHANNELS + channel];
                }
            }
        }
        float[] mean = new float[Picture.CHANNELS];
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            mean[channel] = (float) (sum[channel] / count);
        }
        return mean;
    }

    /** Rows of an image as red, green, blue of 0 to 255 on white. */
    private static final class Rows {
        private final BufferedImage image;
        private final boolean grey;
        private final int[] packed;

        Rows(BufferedImage image) {
            this.image = image;
            // Java takes grey levels for linear light and would make them brighter; files mean what they mean in RGB.
            this.grey = !(image.getColorModel() instanceof IndexColorModel)
                    && image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
            this.packed = new int[image.getWidth()];
        }

        void read(int y, float[] into) {
            if (grey) {
                readGrey(y, into);
                return;
            }
            image.getRGB(0, y, image.getWidth(), 1, packed, 0, image.getWidth());
            for (int x = 0; x < packed.length; x++) {
                float seen = (packed[x] >>> 24) / (float) WHITE;
                for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                    int level = (packed[x] >>> (16 - 8 * channel)) & 0xFF;
                    into[x * Picture.CHANNELS + channel] = onWhite(level, seen);
                }
            }
        }

        private void readGrey(int y, float[] into) {
            Raster raster = image.getRaster();
            float most = greatest(raster, 0);
            for (int x = 0; x < packed.length; x++) {
                float level = raster.getSample(x, y, 0) / most * WHITE;
                float seen = raster.getNumBands() > 1 ? raster.getSample(x, y, 1) / greatest(raster, 1) : 1;
                float shown = onWhite(level, seen);
                for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                    into[x * Picture.CHANNELS + channel] = shown;
                }
            }
        }

        private static float greatest(Raster raster, int band) {
            return (1 << raster.getSampleModel().getSampleSize(band)) - 1f;
        }

        private static float onWhite(float level, float seen) {
            return seen * level + (1 - seen) * WHITE;
        }
    }
}
