package dev.aisle.algorithms.pictures;

import dev.aisle.algorithms.pictures.PictureReading.Why;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a file says of itself before anything of it is decoded: nothing is allocated by what it claims.
 *
 * @param width ≥ 1
 * @param height the same
 * @param orientation by EXIF, 1 (upright) to 8
 * @see <a href="https://www.w3.org/TR/png-3/">PNG</a>, ITU-T T.81 annex B (JPEG),
 *     <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP</a>
 */
record PictureHeader(PictureFormat format, int width, int height, int orientation) {
    private static final int UPRIGHT = 1;
    private static final int ANIMATED = 0x02;
    /** Signature, header and end. */
    private static final int LEAST_PNG = 8 + 25 + 12;

    /** Reads it, and sees whether the file is there to its end. */
    static PictureHeader read(PictureFormat format, byte[] file) throws RefusedPictureException {
        PictureHeader header = switch (format) {
            case PNG -> png(file);
            case JPEG -> jpeg(file);
            case WEBP -> webp(file);
        };
        if (header.width < 1 || header.height < 1) {
            throw unreadable("the file says that it is " + header.width + " × " + header.height + " pixels large");
        }
        if ((long) header.width * header.height > format.mostPixels()) {
            throw new RefusedPictureException(
                    Why.TOO_LARGE,
                    "the picture has " + header.width + " × " + header.height + " pixels; expected at most "
                            + format.mostPixels() + " in all for " + format.mediaType() + ": send a smaller one");
        }
        return header;
    }

    private static PictureHeader png(byte[] file) throws RefusedPictureException {
        int width = 0;
        int height = 0;
        int at = 8;
        while (at + 8 <= file.length) {
            long length = u32(file, at);
            String type = text(file, at + 4);
            if (at == 8 && file.length < LEAST_PNG) {
                break;
            }
            if (at == 8 && !(type.equals("IHDR") && length == 13)) {
                throw unreadable("a PNG that doesn't begin with its header");
            }
            if (at == 8) {
                width = size(u32(file, 16));
                height = size(u32(file, 20));
            }
            long next = at + 12L + length;
            if (next > file.length) {
                break;
            }
            if (type.equals("IEND")) {
                return new PictureHeader(PictureFormat.PNG, width, height, UPRIGHT);
            }
            at = (int) next;
        }
        throw truncated("a PNG without its end");
    }

    private static PictureHeader jpeg(byte[] file) throws RefusedPictureException {
        int orientation = UPRIGHT;
        int width = 0;
        int height = 0;
        int at = 2;
        while (at + 4 <= file.length) {
            if ((file[at] & 0xFF) != 0xFF) {
                throw unreadable("a JPEG whose segments don't follow each other");
            }
            int marker = file[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = u16(file, at + 2);
            if (length < 2 || at + 2L + length > file.length) {
                break;
            }
            if (isFrame(marker) && length >= 8) {
                height = Math.max(height, u16(file, at + 5));
                width = Math.max(width, u16(file, at + 7));
            } else if (marker == 0xE1) {
                orientation = Exif.orientation(file, at + 4, length - 2, orientation);
            } else if (marker == 0xDA) {
                requireEnd(file, at);
                return new PictureHeader(PictureFormat.JPEG, width, height, orientation);
            }
            at += 2 + length;
        }
        throw truncated("a JPEG that ends before its pixels begin");
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** In the pixels FF D9 can be nothing but the end: an FF of theirs has a zero behind it. */
    private static void requireEnd(byte[] file, int from) throws RefusedPictureException {
        for (int at = file.length - 2; at > from; at--) {
            if ((file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == 0xD9) {
                return;
            }
        }
        throw truncated("a JPEG without its end");
    }

    private static PictureHeader webp(byte[] file) throws RefusedPictureException {
        if (8L + u32le(file, 4) > file.length) {
            throw truncated("a WebP that is shorter than it says");
        }
        int at = lossy(file);
        return new PictureHeader(
                PictureFormat.WEBP, u16le(file, at + 14) & 0x3FFF, u16le(file, at + 16) & 0x3FFF, UPRIGHT);
    }

    /**
     * Where the lossy picture of a WebP begins. Lossless ones, and the transparency of lossy ones, are packed in a way by which some hundred bytes can ask the decoder for all
     * memory: the first are refused, the second isn't read.
     */
    private static int lossy(byte[] file) throws RefusedPictureException {
        int at = 12;
        while (at + 18 <= file.length) {
            switch (text(file, at)) {
                case "VP8 " -> {
                    return at;
                }
                case "VP8L" ->
                    throw new RefusedPictureException(
                            Why.UNREADABLE, "found a lossless WebP, which can't be read safely; send it as PNG");
                case "VP8X" -> {
                    if ((file[at + 8] & ANIMATED) != 0) {
                        throw unreadable("a WebP that moves");
                    }
                }
                default -> {
                    // Colour profile, transparency, camera: nothing that is needed.
                }
            }
            long length = u32le(file, at + 4);
            long next = at + 8L + length + (length & 1);
            if (next > file.length) {
                break;
            }
            at = (int) next;
        }
        throw unreadable("a WebP without a picture");
    }

    /** A WebP with its lossy picture alone, without anything that another part of it could ask for. */
    static byte[] bareWebp(byte[] file) throws RefusedPictureException {
        int at = lossy(file);
        int length = (int) Math.min(8 + u32le(file, at + 4), file.length - at);
        ByteBuffer bare = ByteBuffer.allocate(12 + length + (length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        bare.put(file, 0, 4).putInt(bare.capacity() - 8).put(file, 8, 4).put(file, at, length);
        return bare.array();
    }

    private static RefusedPictureException unreadable(String found) {
        return new RefusedPictureException(Why.UNREADABLE, "found " + found + "; save the picture anew and send that");
    }

    private static RefusedPictureException truncated(String found) {
        return new RefusedPictureException(Why.TRUNCATED, "found " + found + "; send the whole file");
    }

    private static String text(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }

    /** Never negative. */
    private static int size(long number) {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    private static int u16(byte[] file, int at) {
        return ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF);
    }

    private static int u16le(byte[] file, int at) {
        return ((file[at + 1] & 0xFF) << 8) | (file[at] & 0xFF);
    }

    private static long u32(byte[] file, int at) {
        return ((long) u16(file, at) << 16) | u16(file, at + 2);
    }

    private static long u32le(byte[] file, int at) {
        return ((long) u16le(file, at + 2) << 16) | u16le(file, at);
    }
}
