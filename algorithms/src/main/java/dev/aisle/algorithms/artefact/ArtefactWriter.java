package dev.aisle.algorithms.artefact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Collects the arrays of a model, then writes them as one file in the format of {@link Format}. */
public final class ArtefactWriter {
    private final Origin origin;
    private final Map<String, Pending> arrays = new LinkedHashMap<>();

    /** Of a model that is from there. */
    public ArtefactWriter(Origin origin) {
        this.origin = origin;
    }

    /** An array to write, in parts that follow each other. */
    private record Pending(Format.Kind kind, MemorySegment[] parts) {
        /** Numbers of all parts. */
        long count() {
            long bytes = 0;
            for (MemorySegment part : parts) {
                bytes += part.byteSize();
            }
            return bytes / kind.bytes();
        }
    }

    /** Adds integers. The array isn't copied, and must not change before it is written. */
    public ArtefactWriter ints(String name, int... values) {
        return add(name, Format.Kind.INTS, MemorySegment.ofArray(values));
    }

    /** Adds floats: one array, or several that follow each other. */
    public ArtefactWriter floats(String name, float[]... parts) {
        MemorySegment[] segments = new MemorySegment[parts.length];
        for (int part = 0; part < parts.length; part++) {
            segments[part] = MemorySegment.ofArray(parts[part]);
        }
        return add(name, Format.Kind.FLOATS, segments);
    }

    /** Adds doubles. */
    public ArtefactWriter doubles(String name, double... values) {
        return add(name, Format.Kind.DOUBLES, MemorySegment.ofArray(values));
    }

    /** Adds texts. */
    public ArtefactWriter texts(String name, String... values) {
        Texts texts = Texts.of(values);
        return ints(Texts.offsetsOf(name), texts.offsets())
                .add(name, Format.Kind.BYTES, MemorySegment.ofArray(texts.bytes()));
    }

    /**
     * Adds a model as a part, whose arrays may have the names of another part's. The origin's parameter {@code PART.algorithm} says what it is.
     *
     * @param store adds the arrays of the part
     */
    public ArtefactWriter part(String part, Consumer<ArtefactWriter> store) {
        ArtefactWriter own = new ArtefactWriter(origin);
        store.accept(own);
        own.arrays.forEach((name, array) -> add(part + "." + name, array.kind(), array.parts()));
        return this;
    }

    private ArtefactWriter add(String name, Format.Kind kind, MemorySegment... parts) {
        if (arrays.putIfAbsent(name, new Pending(kind, parts)) != null) {
            throw new IllegalArgumentException("the model has two arrays of the name " + name);
        }
        return this;
    }

    /**
     * Writes the file: beside its place, to the disk, then moved. Whoever opens the place finds the old file or the new one, never a part.
     *
     * @param path in a folder that exists; what is there is replaced
     */
    public void write(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Path beside = Files.createTempFile(folder, path.getFileName().toString(), ".part");
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    Arena arena = Arena.ofConfined()) {
                fill(channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes(), arena))
                        .force();
                channel.force(true);
            }
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                // The name is on the disk as well only now.
                directory.force(true);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** How long the file will be. */
    long bytes() {
        long end = header().length;
        for (Pending array : arrays.values()) {
            end = Format.aligned(end) + array.count() * array.kind().bytes();
        }
        return end;
    }

    /** Writes into a segment of zeros of that length. */
    MemorySegment fill(MemorySegment file) {
        byte[] header = header();
        MemorySegment.copy(MemorySegment.ofArray(header), 0, file, 0, header.length);
        long at = header.length;
        for (Pending array : arrays.values()) {
            at = Format.aligned(at);
            for (MemorySegment part : array.parts()) {
                copy(array.kind(), part, file, at);
                at += part.byteSize();
            }
        }
        file.set(Format.LONG, Format.CHECKSUM_AT, Format.checksum(file));
        return file;
    }

    /** Swaps the bytes on a big-endian machine. */
    private static void copy(Format.Kind kind, MemorySegment part, MemorySegment file, long at) {
        long count = part.byteSize() / kind.bytes();
        switch (kind) {
            case INTS -> MemorySegment.copy(part, ValueLayout.JAVA_INT, 0, file, Format.INT, at, count);
            case FLOATS -> MemorySegment.copy(part, ValueLayout.JAVA_FLOAT, 0, file, Format.FLOAT, at, count);
            case BYTES -> MemorySegment.copy(part, 0, file, at, count);
            case DOUBLES -> MemorySegment.copy(part, ValueLayout.JAVA_DOUBLE, 0, file, Format.DOUBLE, at, count);
        }
    }

    private byte[] header() {
        // Offsets follow the header, whose length doesn't depend on them.
        int length = header(0, 0).length;
        long end = length;
        for (Pending array : arrays.values()) {
            end = Format.aligned(end) + array.count() * array.kind().bytes();
        }
        return header(length, end);
    }

    private byte[] header(int length, long end) {
        HeaderBytes out = new HeaderBytes();
        out.number(Format.MAGIC, Long.BYTES);
        out.number(Format.SCHEMA, Integer.BYTES);
        out.number(length, Integer.BYTES);
        out.number(end, Long.BYTES);
        out.number(0, Long.BYTES);
        out.text(origin.algorithm());
        out.number(origin.parameters().size(), Integer.BYTES);
        origin.parameters().forEach((name, value) -> {
            out.text(name);
            out.text(value);
        });
        out.number(origin.seed(), Long.BYTES);
        out.text(origin.fingerprint());
        out.number(arrays.size(), Integer.BYTES);
        long at = length;
        for (Map.Entry<String, Pending> array : arrays.entrySet()) {
            at = Format.aligned(at);
            out.text(array.getKey());
            out.number(array.getValue().kind().number(), Integer.BYTES);
            out.number(array.getValue().count(), Long.BYTES);
            out.number(at, Long.BYTES);
            at += array.getValue().count() * array.getValue().kind().bytes();
        }
        return out.toByteArray();
    }

    /** Little-endian numbers and texts. */
    private static final class HeaderBytes extends ByteArrayOutputStream {
        void number(long value, int bytes) {
            for (int b = 0; b < bytes; b++) {
                write((int) (value >>> (Byte.SIZE * b)));
            }
        }

        void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length, Integer.BYTES);
            writeBytes(bytes);
        }
    }
}
