package dev.aisle.algorithms.pictures;

import dev.aisle.algorithms.pictures.PictureReading.Read;
import dev.aisle.algorithms.pictures.PictureReading.Why;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stranger's file. Format, completeness and size are looked at before anything is decoded ({@link PictureHeader}); then at most every n-th pixel is decoded that the
 * small picture needs, without metadata, colour profiles' texts or thumbnails, until the time is over. WebP needs {@code com.twelvemonkeys.imageio:imageio-webp} on the class path.
 */
public final class PictureReader {
    /** Bytes of a file. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    /** So many decoded pixels for one of the small picture are enough to take their mean. */
    private static final int DETAIL = 4;

    private PictureReader() {}

    /**
     * Reads a file.
     *
     * @param mediaType what the sender calls it; {@code null}: what its first bytes say
     * @param most how long decoding may take
     */
    public static PictureReading read(byte[] file, @Nullable String mediaType, Duration most) {
        try {
            PictureFormat format = format(file, mediaType);
            PictureHeader header = PictureHeader.read(format, file);
            BufferedImage image = decode(file, header, System.nanoTime() + most.toNanos());
            return new Read(Shrinking.of(image, header.orientation()), format, header.width(), header.height());
        } catch (RefusedPictureException e) {
            return e.refused();
        }
    }

    private static PictureFormat format(byte[] file, @Nullable String mediaType) throws RefusedPictureException {
        if (file.length == 0) {
            throw new RefusedPictureException(Why.EMPTY, "there is no picture; send a PNG, JPEG or WebP file");
        }
        if (file.length > MOST_BYTES) {
            throw new RefusedPictureException(
                    Why.TOO_LARGE, "the file is longer than " + MOST_BYTES + " bytes; send a smaller one");
        }
        PictureFormat found = PictureFormat.ofBytes(file)
                .orElseThrow(() -> new RefusedPictureException(
                        Why.UNKNOWN_FORMAT,
                        "the first bytes are of no PNG, JPEG or WebP; convert the picture to one of these"));
        if (mediaType != null && !Optional.of(found).equals(PictureFormat.ofMediaType(mediaType))) {
            throw new RefusedPictureException(
                    Why.MISLABELLED,
                    "the file is " + found.mediaType() + " by its first bytes and called something else; call it that");
        }
        return found;
    }

    private static BufferedImage decode(byte[] file, PictureHeader header, long deadline)
            throws RefusedPictureException {
        byte[] needed = header.format() == PictureFormat.WEBP ? PictureHeader.bareWebp(file) : file;
        ImageReader reader = readerOf(header.format());
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(needed))) {
            reader.setInput(stream, true, true);
            if (reader.getWidth(0) > header.width() || reader.getHeight(0) > header.height()) {
                throw unreadable("two sizes");
            }
            reader.addIIOReadProgressListener(new Deadline(deadline));
            ImageReadParam every = reader.getDefaultReadParam();
            int step = Math.max(1, Math.min(header.width(), header.height()) / (DETAIL * Picture.SIDE));
            every.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, every);
            if (System.nanoTime() - deadline > 0) {
                throw new RefusedPictureException(
                        Why.TOO_SLOW, "reading the picture took too long; send a smaller one, or again");
            }
            return image;
        } catch (IOException | RuntimeException e) {
            // Decoders of strangers' bytes stumble in many ways; all of them mean the same to whoever sent the file.
            throw unreadable("something that can't be decoded ("
                    + e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + firstLine(e.getMessage()))
                    + ")");
        } finally {
            reader.dispose();
        }
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() > 100 ? line.substring(0, 100) : line;
    }

    private static RefusedPictureException unreadable(String found) {
        return new RefusedPictureException(
                Why.UNREADABLE, "found " + found + "; save the picture anew, in RGB colours, and send that");
    }

    private static ImageReader readerOf(PictureFormat format) throws RefusedPictureException {
        if (format != PictureFormat.WEBP) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
            return readers.next();
        }
        // Not by ImageIO's own list, which knows what the class loader of its first caller sees.
        for (ImageReaderSpi provider : ServiceLoader.load(ImageReaderSpi.class, PictureReader.class.getClassLoader())) {
            if (Arrays.asList(provider.getFormatNames()).contains("webp")) {
                try {
                    return provider.createReaderInstance();
                } catch (IOException e) {
                    throw unreadable("no reader of WebP that works: " + e.getMessage());
                }
            }
        }
        throw new RefusedPictureException(
                Why.UNKNOWN_FORMAT, "WebP can't be read here (imageio-webp isn't installed); send a PNG or JPEG");
    }

    /** Ends a reading from within, between two rows. */
    private record Deadline(long nanos) implements IIOReadProgressListener {
        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            if (System.nanoTime() - nanos > 0) {
                source.abort();
            }
        }

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}
    }
}
