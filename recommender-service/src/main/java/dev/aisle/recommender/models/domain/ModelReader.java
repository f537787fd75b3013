package dev.aisle.recommender.models.domain;

import static java.nio.ByteOrder.BIG_ENDIAN;

import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.ImplicitAls.Ridge;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Popularity;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.zip.CRC32C;

/** Reads a file of the format of {@link ModelFile}: maps it, checks all of it, then copies the arrays that the algorithms take. */
public final class ModelReader {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(BIG_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(BIG_ENDIAN);
    private static final int CHECK_BYTES = 1 << 26;

    private final MemorySegment file;
    private long at;

    private ModelReader(MemorySegment file) {
        this.file = file;
    }

    /** The model in a file. */
    public static TrainedModel read(Path path) throws IOException, UnreadableModelException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            ModelReader reader = new ModelReader(file);
            reader.header();
            return reader.payload();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new UnreadableModelException("its content contradicts itself: " + e.getMessage());
        }
    }

    private void header() throws UnreadableModelException {
        if (file.byteSize() < ModelFile.HEADER_BYTES + ModelFile.CHECKSUM_BYTES || nextLong() != ModelFile.MAGIC) {
            throw new UnreadableModelException("it is no model file");
        }
        int format = nextInt();
        if (format != ModelFile.FORMAT) {
            throw new UnreadableModelException("its format is " + format + ", this version reads " + ModelFile.FORMAT);
        }
        long expected = ModelFile.HEADER_BYTES + nextLong() + ModelFile.CHECKSUM_BYTES;
        if (file.byteSize() != expected) {
            throw new UnreadableModelException(
                    "it has " + file.byteSize() + " bytes instead of " + expected + ", so it was cut or extended");
        }
        long end = file.byteSize() - ModelFile.CHECKSUM_BYTES;
        if (file.get(LONG, end) != checksum(end)) {
            throw new UnreadableModelException("its checksum is wrong");
        }
    }

    private long checksum(long end) {
        CRC32C checksum = new CRC32C();
        for (long from = 0; from < end; from += CHECK_BYTES) {
            checksum.update(
                    file.asSlice(from, Math.min(CHECK_BYTES, end - from)).asByteBuffer());
        }
        return checksum.getValue();
    }

    private TrainedModel payload() {
        String version = text();
        Instant trainedAt = Instant.ofEpochMilli(nextLong());
        String[] productIds = new String[nextInt()];
        for (int item = 0; item < productIds.length; item++) {
            productIds[item] = text();
        }
        return new TrainedModel(
                version, trainedAt, productIds, new Popularity.Model(floats()), lists(), lists(), factors());
    }

    private ItemKnn.Model lists() {
        int[] offsets = ints();
        int[] neighbours = ints();
        float[] similarities = floats();
        boolean normalised = file.get(ValueLayout.JAVA_BYTE, at++) != 0;
        return new ItemKnn.Model(offsets, neighbours, similarities, normalised);
    }

    private AlsModel factors() {
        int rank = nextInt();
        Ridge ridge = new Ridge(nextFloat(), nextFloat(), nextFloat());
        return new AlsModel(rank, floats(), ridge);
    }

    private long nextLong() {
        at += Long.BYTES;
        return file.get(LONG, at - Long.BYTES);
    }

    private int nextInt() {
        at += Integer.BYTES;
        return file.get(INT, at - Integer.BYTES);
    }

    private float nextFloat() {
        at += Float.BYTES;
        return file.get(FLOAT, at - Float.BYTES);
    }

    private String text() {
        byte[] bytes = new byte[nextInt()];
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, at, bytes, 0, bytes.length);
        at += bytes.length;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int[] ints() {
        int[] values = new int[nextInt()];
        MemorySegment.copy(file, INT, at, values, 0, values.length);
        at += (long) values.length * Integer.BYTES;
        return values;
    }

    private float[] floats() {
        float[] values = new float[nextInt()];
        MemorySegment.copy(file, FLOAT, at, values, 0, values.length);
        at += (long) values.length * Float.BYTES;
        return values;
    }
}
