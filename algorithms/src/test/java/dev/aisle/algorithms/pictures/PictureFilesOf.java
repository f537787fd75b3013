package dev.aisle.algorithms.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files for tests: a picture whose left half is red and whose right half is blue, and files that lie. */
final class PictureFilesOf {
    static final Color RED = new Color(220, 30, 30);
    static final Color BLUE = new Color(30, 30, 220);

    private PictureFilesOf() {}

    static BufferedImage redAndBlue(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image;
    }

    static byte[] file(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("nothing writes " + format + " of such an image");
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] png(int width, int height) {
        return file(redAndBlue(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    static byte[] jpeg(int width, int height) {
        return file(redAndBlue(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    /** Made by {@code cwebp} 1.5.0 of the same 40 × 30 pixels. */
    static byte[] resource(String name) {
        try (InputStream in = PictureFilesOf.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PNG whose header claims a size, with pixels that aren't there. */
    static byte[] pngClaiming(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        ByteBuffer file = ByteBuffer.allocate(8 + 25 + 12 + 12);
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", new byte[0]);
        chunk(file, "IEND", new byte[0]);
        return file.array();
    }

    private static void chunk(ByteBuffer into, String type, byte[] content) {
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(content);
        into.putInt(content.length).put(name).put(content).putInt((int) crc.getValue());
    }

    /** A JPEG whose frame claims a size. */
    static byte[] jpegClaiming(int width, int height) {
        byte[] file = jpeg(16, 16);
        for (int at = 2; at < file.length - 9; at++) {
            if ((file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(file).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
                return file;
            }
        }
        throw new IllegalStateException("no frame");
    }

    /** A WebP whose canvas is small and whose picture claims to be large. */
    static byte[] webpClaiming(int width, int height) {
        byte[] file = resource("lossy.webp");
        int at = 12 + 8 + 6;
        ByteBuffer.wrap(file)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putShort(at, (short) width)
                .putShort(at + 2, (short) height);
        return file;
    }

    /** The same JPEG with an EXIF segment that says which way up it is. */
    static byte[] turned(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42}).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + exif.capacity());
        file.put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2);
        return file.array();
    }
}
