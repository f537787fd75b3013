package dev.aisle.algorithms.artefact;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A model file, mapped into memory and checked as a whole. Arrays are read when they are asked for: copied at once into an array of the heap,
 * where the inner loops are fastest, or in place as a segment, for what is large and rarely touched.
 */
public final class Artefact {
    private final MemorySegment file;
    private final String name;
    private final HeaderReader.Header header;

    private Artefact(MemorySegment file, String name, HeaderReader.Header header) {
        this.file = file;
        this.name = name;
        this.header = header;
    }

    /**
     * Opens a file. It stays mapped until nobody holds this or one of its segments.
     *
     * @throws UnreadableArtefactException when it is cut, foreign, corrupted or newer
     * @throws IOException when it can't be read at all
     */
    public static Artefact open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            return of(file, path.toString());
        }
    }

    /** The same of bytes that are in memory already. */
    static Artefact of(MemorySegment file, String name) {
        return new Artefact(file, name, HeaderReader.read(file, name));
    }

    /** Where the model is from. */
    public Origin origin() {
        return header.origin();
    }

    /** The names of its arrays. */
    public Set<String> names() {
        return header.sections().keySet();
    }

    /** Refuses a model of another algorithm. */
    public Artefact of(String... algorithms) {
        if (!Arrays.asList(algorithms).contains(origin().algorithm())) {
            throw contradiction("a model of " + String.join(" or ", algorithms), origin().algorithm());
        }
        return this;
    }

    /**
     * A model that was stored as a part of this one. Its algorithm is the parameter {@code PART.algorithm}.
     *
     * @throws UnreadableArtefactException when there is no such part
     */
    public Artefact part(String part) {
        String algorithm = origin().parameters().get(part + ".algorithm");
        if (algorithm == null) {
            throw contradiction("a part " + part, origin().parameters().keySet());
        }
        Origin of = Origin.of(algorithm, within(part, origin().parameters()), origin().seed(), origin().fingerprint());
        return new Artefact(file, name, new HeaderReader.Header(of, within(part, header.sections())));
    }

    private static <V> Map<String, V> within(String part, Map<String, V> all) {
        Map<String, V> own = new LinkedHashMap<>();
        all.forEach((key, value) -> {
            if (key.startsWith(part + ".")) {
                own.put(key.substring(part.length() + 1), value);
            }
        });
        return own;
    }

    /** How many numbers an array has. */
    public long count(String array) {
        return section(array).count();
    }

    /** An array in place, read-only, little-endian. */
    public MemorySegment segment(String array) {
        HeaderReader.Section section = section(array);
        return file.asSlice(section.offset(), section.count() * section.kind().bytes())
                .asReadOnly();
    }

    /** An array of integers, copied. */
    public int[] ints(String array) {
        return in(array, Format.Kind.INTS).toArray(Format.INT);
    }

    /** An array of floats, copied. */
    public float[] floats(String array) {
        return in(array, Format.Kind.FLOATS).toArray(Format.FLOAT);
    }

    /** An array of doubles, copied. */
    public double[] doubles(String array) {
        return in(array, Format.Kind.DOUBLES).toArray(Format.DOUBLE);
    }

    /** Texts, copied. */
    public String[] texts(String array) {
        byte[] bytes = in(array, Format.Kind.BYTES).toArray(ValueLayout.JAVA_BYTE);
        return new Texts(ints(Texts.offsetsOf(array)), bytes).decoded(this);
    }

    /** A part of an array of floats, copied: for arrays beyond the size of a Java array. */
    public void floats(String array, long from, float[] into) {
        MemorySegment source = in(array, Format.Kind.FLOATS, count(array));
        if (from < 0 || from > count(array) - into.length) {
            throw contradiction("at least " + (from + into.length) + " numbers in " + array, count(array));
        }
        MemorySegment.copy(source, Format.FLOAT, from * Float.BYTES, into, 0, into.length);
    }

    /** The exception of a file whose arrays don't fit each other. */
    public UnreadableArtefactException contradiction(Object expected, Object found) {
        return new UnreadableArtefactException(name, "its content contradicts itself", expected, found);
    }

    private MemorySegment in(String array, Format.Kind kind) {
        return in(array, kind, Integer.MAX_VALUE - 8);
    }

    private MemorySegment in(String array, Format.Kind kind, long most) {
        HeaderReader.Section section = section(array);
        if (section.kind() != kind) {
            throw contradiction(kind + " in " + array, section.kind());
        }
        if (section.count() > most) {
            throw contradiction("at most " + most + " numbers in " + array, section.count());
        }
        return segment(array);
    }

    private HeaderReader.Section section(String array) {
        HeaderReader.Section section = header.sections().get(array);
        if (section == null) {
            throw contradiction("an array " + array, names());
        }
        return section;
    }
}
